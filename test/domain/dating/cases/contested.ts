import type { DatingCase, Surroundings } from '../../../../src/domain/dating/case.ts'

/** A document of history whose date is contested, what the sources say, and what follows. */
export type Contested = {
  readonly title: string
  /** What is known, in prose, with the works that say so by their keys in `works`. */
  readonly story: string
  readonly works: Readonly<Record<string, string>>
  readonly dated: DatingCase
  readonly things: Surroundings
  /** As `from/to`; a single day once. */
  readonly windows: readonly string[]
  readonly withoutInferences: readonly string[]
  readonly edtf: string
  /** By the id of the claim: the verdict and the days. */
  readonly verdicts: Readonly<Record<string, string>>
  /** All steps, in their order. */
  readonly steps: readonly string[]
  /** Sentences that must stand among the verdicts or what was set aside. */
  readonly says: readonly string[]
}

/** What a claim needs to rest on one of the works. */
export const from = (work: string, stance = 'states') => ({ sources: [{ source: work, stance }] })
