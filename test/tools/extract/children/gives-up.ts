import type { FromChild } from '../../../../src/tools/extract/messages.ts'

// A reader that says it cannot; the one that is asked after it is the real one.
const [, , , poppler] = process.argv
const fault: FromChild = { kind: 'fault', fault: 'is too odd' }
if (poppler === undefined) process.send?.(fault)
else await import('../../../../src/tools/extract/child.ts')
