import fc from 'fast-check'
import { isLong } from './long.ts'

/** `npm test` says the same of the same code whenever it runs; the long form looks for what nobody has thought of, and twice as long. */
if (!isLong) fc.configureGlobal({ seed: 1941, numRuns: 50 })
