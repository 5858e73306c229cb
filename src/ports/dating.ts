import type { Dating } from '../domain/dating/dating.ts'

/** Datings, made from the claims as they stand when they are asked for. */
export type DatingReader = {
  /**
   * The dating of a document, the same for everybody who may see it; null where there is no such document. `asOf` gives
   * it by the claims, merges, marks and sources of a time, among the documents that may be seen now.
   */
  find(document: string, asOf?: string): Promise<Dating | null>
  /** Whether the date that the document is described by waits for a job to make it anew. */
  isPending(document: string): Promise<boolean>
}
