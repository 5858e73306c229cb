import type { Extraction } from '../../ports/extractor.ts'

/** What the reading child tells its parent; `fault` continues the file's name, see Unreadable. */
export type FromChild = Extraction | { kind: 'end' } | { kind: 'fault'; fault: string }

/** What the parent answers: the consumer has taken one more batch. */
export type FromParent = { kind: 'taken' }

/** The file descriptor under which the child finds the file; it never learns the path. */
export const fileDescriptor = 4
