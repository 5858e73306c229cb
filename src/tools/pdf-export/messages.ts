import type { PdfPage } from '../../ports/pdf-maker.ts'

/** What the child is told: what it is to write and where, each page, and that there are no more. */
export type ToPdf =
  | { kind: 'begin'; target: string; about: { title: string; language: string | null } }
  | { kind: 'page'; page: PdfPage }
  | { kind: 'end' }

/** What it answers to each of these. */
export type FromPdf = { kind: 'done' } | { kind: 'fault'; says: string }
