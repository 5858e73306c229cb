import { childExtractor } from './child-extractor.ts'
import { findPoppler } from './find-poppler.ts'
import type { Limits } from './watch.ts'

/** The readers of an archive, with poppler for what pdf.js cannot read, where it is there. */
export const childReaders = async (limits: Limits) => childExtractor(limits, undefined, await findPoppler())
