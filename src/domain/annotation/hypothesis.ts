import { invalid } from '../errors.ts'
import { isObject, type Json, type JsonObject, listOf } from './json.ts'
import { isOf } from './rules.ts'

/** Whether it is an annotation as the API of hypothes.is (v1) gives it: its page is `uri`, and it has no class. */
export const isHypothesis = ({ type, uri }: JsonObject): boolean =>
  type === undefined && typeof uri === 'string'

/** Where hypothes.is shows one of its annotations. */
const addressOf = (id: string) => `https://hypothes.is/a/${id}`

/**
 * An annotation of hypothes.is as a Web Annotation: `text` is a body in Markdown, `tags` are bodies that tag, the last of
 * `references` is what it answers, `user` its creator. Throws ArchiveError('invalid-input') where not everybody may read it there.
 */
export function fromHypothesis(row: JsonObject): JsonObject {
  const { id, uri, text, tags, references, created, updated } = row
  const readers = isObject(row.permissions) ? listOf(row.permissions.read) : []
  if (readers.length > 0 && !readers.includes('group:__world__'))
    throw invalid(
      'permissions.read',
      'is not for everybody there, and would be here: share it there first, or leave it out.',
    )
  const answered = listOf(references).at(-1)
  const said = typeof text === 'string' && text.trim() !== ''
  const tagged = listOf(tags).map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }))
  const body: Json[] = [
    ...(said ? [{ type: 'TextualBody', value: text, format: 'text/markdown' }] : []),
    ...tagged,
  ]
  const motivation =
    typeof answered === 'string'
      ? 'replying'
      : said
        ? 'commenting'
        : tagged.length > 0
          ? 'tagging'
          : 'highlighting'
  const [from, changed] = [timeOf(created), timeOf(updated)]
  return {
    ...(typeof id === 'string' && { id: addressOf(id) }),
    type: 'Annotation',
    motivation,
    ...(from !== null && { created: from }),
    ...(changed !== null && changed !== from && { modified: changed }),
    ...creatorOf(row),
    ...(body.length > 0 && { body }),
    target: typeof answered === 'string' ? addressOf(answered) : targetOf(row.target, uri ?? ''),
  }
}

function creatorOf({ user, user_info: info }: JsonObject): JsonObject {
  if (typeof user !== 'string' || user === '') return {}
  const nickname = /^acct:([^@]+)@/.exec(user)?.[1]
  const name = isObject(info) && typeof info.display_name === 'string' ? info.display_name : nickname
  return {
    creator: {
      id: user,
      type: 'Person',
      ...(name !== undefined && { name }),
      ...(nickname !== undefined && { nickname }),
    },
  }
}

function targetOf(target: Json | undefined, uri: Json): Json {
  const selectors = listOf(target).flatMap((one) => (isObject(one) ? listOf(one.selector) : []))
  return selectors.length === 0 ? uri : { source: uri, selector: selectors.map(standardised) }
}

/** Its ranges name the ends by XPath and offset in one object; the standard has a selector for each (4.2.9). */
function standardised(selector: Json): Json {
  if (!isObject(selector) || !isOf(selector, 'RangeSelector') || selector.startSelector !== undefined)
    return selector
  const { startContainer, startOffset, endContainer, endOffset } = selector
  const end = (value: Json | undefined, at: Json | undefined): JsonObject => ({
    type: 'XPathSelector',
    // Its XPath of what encloses everything is empty.
    value: typeof value === 'string' && value !== '' ? value : '/',
    ...(typeof at === 'number' && { refinedBy: { type: 'TextPositionSelector', start: at, end: at } }),
  })
  return {
    type: 'RangeSelector',
    startSelector: end(startContainer, startOffset),
    endSelector: end(endContainer, endOffset),
  }
}

/** Its times have microseconds and an offset; ours are in UTC. */
function timeOf(time: Json | undefined): string | null {
  const at = typeof time === 'string' ? Date.parse(time) : Number.NaN
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
