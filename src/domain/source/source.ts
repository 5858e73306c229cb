import type { Csl } from './csl.ts'

/** What claims rest on: a work as CSL-JSON, or a document of the archive, which goes by its title there. */
export type Source = {
  id: string
  version: number
  work: { csl: Csl; document: null } | { csl: null; document: string; title: string }
  createdBy: string
  createdAt: string
  updatedAt: string
}
