import { followParent } from '../../../../src/tools/extract/follow-parent.ts'

// Takes memory outside the JavaScript heap until it is stopped.
followParent(Number(process.argv[2]))
const taken: Uint8Array[] = []
setInterval(() => taken.push(new Uint8Array(32 * 1024 * 1024).fill(taken.length + 1)), 5)
