import type { Fact } from './fact.ts'
import { factsOfDocuments } from './facts-of-documents.ts'
import { factsShared } from './facts-shared.ts'

/** Every table that holds what is known and can be made from nothing else. */
export const facts: readonly Fact[] = [...factsOfDocuments, ...factsShared]
