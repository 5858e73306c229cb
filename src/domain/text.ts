import type { Shown } from './document.ts'
import type { Cut } from './redaction/mask.ts'
import type { Withheld } from './redaction/redaction.ts'

/** Where a page's text comes from; translations are `translation:<language>`. */
export type Layer = 'ocr' | 'embedded' | 'transcription' | `translation:${string}`

/** The layers in the order in which people trust them; a translation is never taken for the text itself. */
const trust: readonly Layer[] = ['transcription', 'embedded', 'ocr']

/** Whether a string names a layer. */
export function isLayer(text: string): text is Layer {
  return (
    (trust as readonly string[]).includes(text) ||
    /^translation:[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)
  )
}

/**
 * The best of the layers that a page has, for reading and for search; null where it has none. An embedded layer that is
 * garbled comes last.
 */
export function bestLayer(layers: readonly Layer[], isGarbled = false): Layer | null {
  const inOrder = isGarbled ? [...trust.filter((layer) => layer !== 'embedded'), 'embedded'] : trust
  return (
    inOrder.find((layer): layer is Layer => (layers as readonly string[]).includes(layer)) ??
    layers[0] ??
    null
  )
}

/** One immutable version of a page's text in one layer. */
export type TextRevision = {
  id: string
  page: string
  layer: Layer
  language: string | null
  basedOn: string | null
  content: string
  engine: string | null
  recordedBy: string
  createdAt: string
  /** Present where it takes the text of its layer away: the page is then as if it had none in it. */
  withdraws?: true
  /** Where something was withheld from whom this is for: which parts of the text. */
  cuts?: readonly Cut[]
}

/** The class of visibility that a page has of its own, within that of its document. */
export type PageClass = Shown

/** A page with its number in the witness it was asked for. */
export type Page = {
  id: string
  number: number
  label: string | null
  /** In pixels of its image; before there is one, in the units of its file (a PDF's points). */
  width: number | null
  height: number | null
  layers: readonly Layer[]
  recognition: Recognition | null
  /** Why it could not be pictured or recognised, or what its recognition waits for. */
  fault: string | null
  /** What is wrong with its image, e.g. that its file is cut short. */
  remark: string | null
  /** How sure the recogniser was on the whole, 0–100, where it was recognised. */
  confidence: number | null
  /** What is withheld of it from whom this is for. */
  withheld?: Withheld
  /** Its own class, and how many redactions there are, for those who keep the archive, where there are any. */
  own?: PageClass
  redactions?: number
}

/** What recognition has to do with a page, or did; `missing`: it waits for the model of a language. */
export type Recognition = 'wanted' | 'missing' | 'done' | 'failed'
