import type { Extraction } from '../../ports/extractor.ts'

/**
 * What the reading child tells its parent; `fault` continues the file's name, see Unreadable. At the end of a file it says
 * how many bytes of memory it holds.
 */
export type FromChild = Extraction | { kind: 'end'; resident: number } | { kind: 'fault'; fault: string }

/**
 * What a child is to read: of a PDF, where an earlier reader was lost, from which page on, or that page alone. Then each
 * page is told as soon as it is read.
 */
export type What = { mediaType: string; from?: number; only?: number }

/** What the parent says: to read what is now behind the descriptor, and that the consumer has taken one more batch. */
export type FromParent = ({ kind: 'read' } & What) | { kind: 'taken' }

/** The file descriptor under which the child finds the file; it never learns the path. */
export const fileDescriptor = 4
