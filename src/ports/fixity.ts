import type { Soundness } from '../domain/soundness.ts'

/** An original whose bytes are to be read again, and a document that has it, as what. */
export type DueOriginal = { sha256: string; bytes: number; document: string; name: string }

export type FixityReader = {
  /** The originals checked before a time, found unsound before another, or checked when it cannot have been yet, those checked longest ago first. */
  due(when: { sound: string; unsound: string; never: string }, most: number): Promise<DueOriginal[]>
  /** How many originals were missing, damaged or unreadable when they were checked last. */
  unsound(): Promise<number>
  /** When the original that was checked longest ago was; null where there is none. */
  oldest(): Promise<string | null>
}

export type FixityWriter = {
  /** Notes what a check came to. */
  note(checked: { sha256: string; state: Soundness; at: string }): Promise<void>
}
