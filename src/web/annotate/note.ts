import type { Box } from '../scan/box.ts'

/** Where a quoted passage stands in the text of today; places in code points. */
export type Anchor =
  | { state: 'anchored' | 'moved'; start: number; end: number }
  | { state: 'ambiguous'; candidates: { start: number; end: number }[] }
  | { state: 'orphaned'; suggestion: { start: number; end: number } | null }

/** What the pages show of a Web Annotation; `json` is the whole of it, as the archive gave it. */
export type Note = {
  iri: string
  id: string
  text: string
  tags: string[]
  motivations: string[]
  by: string
  /** Who made it as it says itself, where somebody else brought it. */
  creator: string | null
  /** Who hid it from others, and why. */
  hidden: { by: string; because: string } | null
  sharing: Sharing
  created: string
  modified: string | null
  /** The words that it was said of, as they were then; null for what is not about a passage. */
  quote: string | null
  quoteLanguage: string | null
  /** Of what is said. */
  language: string | null
  /** The revision of the text that had them. */
  revision: string | null
  anchor: Anchor | null
  /** The revision of the text of today, in which `anchor` tells the places. */
  standsIn: string | null
  box: Box | null
  document: string | null
  title: string | null
  page: string | null
  number: number | null
  label: string | null
  /** The annotation that it answers. */
  answers: string | null
  json: Json
}

/** Whom it is for: all, its writer, or a group. */
export type Sharing = {
  visibility: 'public' | 'private' | 'group'
  group: { id: string; name: string } | null
}

type Json = Record<string, unknown>

/** Reads an annotation of whatever making; what is not understood is passed over, and stays in `json`. */
export function noteOf(json: Json): Note {
  const archive = isObject(json.archive) ? json.archive : {}
  const bodies = listOf(json.body).filter(isObject)
  const isTag = ({ purpose }: Json) =>
    listOf(purpose).some((one) => one === 'tagging' || one === 'oa:tagging')
  const texts = bodies.filter((body) => !isTag(body)).map(({ value }) => stringOf(value))
  const motivations = listOf(json.motivation).map(stringOf).filter(Boolean)
  const iri = stringOf(json.id)
  return {
    iri,
    id: iri.slice(iri.lastIndexOf('/') + 1),
    text: [stringOf(json.bodyValue), ...texts].filter(Boolean).join('\n\n'),
    tags: bodies
      .filter(isTag)
      .map(({ value }) => stringOf(value))
      .filter(Boolean),
    motivations: motivations.map((one) => one.replace(/^oa:/, '')),
    by: stringOf(archive.by),
    creator:
      listOf(json.creator)
        .map(nameOf)
        .find((name) => name !== null) ?? null,
    hidden: isObject(archive.hidden)
      ? { by: stringOf(archive.hidden.by), because: stringOf(archive.hidden.because) }
      : null,
    sharing: sharingOf(archive),
    created: stringOf(json.created),
    modified: nullable(json.modified),
    quote: nullable(archive.quote),
    quoteLanguage: nullable(archive.quoteLanguage),
    language: languageOf(bodies.filter((body) => !isTag(body))),
    revision: nullable(archive.revision),
    anchor: anchorOf(json.anchor),
    standsIn: isObject(json.anchor) ? nullable(json.anchor.revision) : null,
    box: boxesIn(json.target)[0] ?? null,
    document: nullable(archive.document),
    title: nullable(archive.title),
    page: nullable(archive.page),
    number: typeof archive.number === 'number' ? archive.number : null,
    label: nullable(archive.label),
    answers: motivations.some((one) => one.endsWith('replying')) ? answeredBy(json.target) : null,
    json,
  }
}

function sharingOf({ visibility, group, groupName }: Json): Sharing {
  if (visibility === 'group' && typeof group === 'string')
    return { visibility, group: { id: group, name: stringOf(groupName) || group } }
  return { visibility: visibility === 'private' ? 'private' : 'public', group: null }
}

function nameOf(agent: unknown): string | null {
  if (!isObject(agent)) return nullable(agent)
  const named = [agent.name, agent.nickname, agent.id].flatMap(listOf).map(nullable)
  return named.find((name) => name !== null) ?? null
}

/** The one language that what is said is in, as its bodies tell. */
function languageOf(bodies: readonly Json[]): string | null {
  const [language, another] = [...new Set(bodies.flatMap((body) => listOf(body.language).map(stringOf)))]
  return another === undefined ? (language ?? null) : null
}

function anchorOf(value: unknown): Anchor | null {
  if (!isObject(value)) return null
  const { state, start, end } = value
  if (state === 'anchored' || state === 'moved')
    return typeof start === 'number' && typeof end === 'number' ? { state, start, end } : null
  if (state === 'ambiguous') return { state, candidates: listOf(value.candidates).flatMap(stretchOf) }
  return state === 'orphaned' ? { state, suggestion: stretchOf(value.suggestion)[0] ?? null } : null
}

function stretchOf(value: unknown): { start: number; end: number }[] {
  if (!isObject(value)) return []
  const { start, end } = value
  return typeof start === 'number' && typeof end === 'number' ? [{ start, end }] : []
}

/** The boxes of fragment selectors of media fragments in pixels (`xywh=1,2,3,4` or `xywh=pixel:…`). */
function boxesIn(value: unknown): Box[] {
  if (Array.isArray(value)) return value.flatMap(boxesIn)
  if (!isObject(value)) return []
  const own = typeof value.value === 'string' ? boxOf(value.value) : null
  return [...(own ? [own] : []), ...boxesIn(value.selector), ...boxesIn(value.items)]
}

/** A box as a media fragment writes it; null where it is none in pixels. */
export function boxOf(fragment: string): Box | null {
  const found =
    /(?:^|[#&])xywh=(?:pixel:)?(\d+(?:\.\d+)?),(\d+(?:\.\d+)?),(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/.exec(
      fragment,
    )
  if (!found) return null
  const [x = 0, y = 0, width = 0, height = 0] = found.slice(1).map(Number)
  return [x, y, width, height]
}

function answeredBy(target: unknown): string | null {
  const [first] = listOf(target)
  if (typeof first === 'string') return first
  return isObject(first) ? nullable(first.source ?? first.id) : null
}

const listOf = (value: unknown): unknown[] => (value == null ? [] : Array.isArray(value) ? value : [value])
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const nullable = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
