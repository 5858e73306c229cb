import type { Operation } from './any-request.ts'
import type { Furniture } from './furnished.ts'

/** The path of an operation about these things; what they have no id for is what most would take. */
export function pathOf({ path }: Pick<Operation, 'path'>, things: Furniture): string {
  const pictured = path.startsWith('/iiif/image') || path.endsWith('/image')
  const all = path.split('/')
  return all
    .map((segment, at) => {
      const [, name] = /^\{(\w+)\}$/.exec(segment) ?? []
      if (name === undefined) return segment
      if (pictured && name === 'pageId') return things.imagePage ?? ''
      if (pictured && name === 'number') return '3'
      return (
        things[name] ??
        things[all[at - 1] ?? ''] ??
        things[`${all[at - 1]?.slice(0, -1)}Id`] ??
        plain[name] ??
        '1'
      )
    })
    .join('/')
}

const plain: Furniture = {
  ...{ region: 'full', size: 'max', rotation: '0', file: 'default.jpg' },
  ...{ layer: 'transcription', fault: 'not-found' },
}

/** Stands in everything that is open, too. */
const common = 'title'

/** Queries for an operation: those that it needs, and for a word wherever it takes one. */
export function queriesOf({ parameters = [] }: Operation, word: string, things: Furniture): string[] {
  const names = new Set(parameters.filter((asked) => asked.in === 'query').map(({ name }) => name))
  const fixed = names.has('after') ? ['after=0'] : names.has('text') ? ['text=1941'] : []
  if (names.has('url'))
    return [`?url=${encodeURIComponent(`http://archive.example/documents/${things.documentId}/pages/1`)}`]
  const found = names.has('q')
    ? [common, word, word.slice(0, 5), `note:${word}`, `${word}~`].map((q) => `q=${encodeURIComponent(q)}`)
    : []
  const scoped = names.has('in')
    ? [`q=${word}&in=annotations`, `q=${common}&sort=date`, `q=${common}&in=description`]
    : []
  const filtered = ['type', 'creator', 'subject', 'tag', 'by']
    .filter((name) => names.has(name))
    .map((name) => `${names.has('q') ? `q=${common}&` : ''}${name}=${word}`)
  const dated = names.has('asOf') ? ['asOf=2999-01-01T00:00:00Z'] : []
  const all = [...fixed, ...found, ...scoped, ...filtered, ...dated]
  const bare = names.has('q') && parameters.some(({ name, required }) => name === 'q' && required) ? [] : ['']
  return [...(fixed.length > 0 ? [] : bare), ...all.map((query) => `?${query}`)]
}
