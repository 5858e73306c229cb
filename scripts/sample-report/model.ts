import type { PDFPage } from 'pdf-lib'
import type { Faces } from './ink.ts'

/** One part of a page. Texts may mark *italic* and **bold**. */
export type Block =
  | { kind: 'lead' | 'paragraph' | 'subheading'; text: string }
  | { kind: 'callout'; label: string; text: string; size?: number }
  | { kind: 'items'; items: readonly { mark: string; text: string }[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'timeline' }

/** Where blocks are set: the column's left edge, its width and the height at which the next block starts. */
export type Column = { page: PDFPage; faces: Faces; x: number; width: number; top: number }

/** One page of the report: its heading and what stands below it. */
export type Section = { heading: string; blocks: readonly Block[] }
