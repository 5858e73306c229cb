import { WrongFields } from '../forms/faults.ts'
import { words } from '../words/words.ts'
import type { Work } from './work-draft.ts'

const says = words.source
const mostCharacters = 1_000_000

/** The works in a text of BibTeX or CSL-JSON, without what the archive gives by itself; throws WrongFields at `pasted`. */
export async function readPasted(text: string): Promise<Work[]> {
  const given = text.trim()
  if (given === '') throw wrong(says.pasteEmpty)
  if (given.length > mostCharacters) throw wrong(says.pasteLong)
  const works = /^[[{]/.test(given) ? readJson(given) : await readBibtex(given)
  if (works.length === 0) throw wrong(says.pasteNothing)
  return works.map(cleaned)
}

function readJson(text: string): Work[] {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch (error) {
    throw wrong(says.pasteNotJson(error instanceof Error ? error.message : ''))
  }
  const items = Array.isArray(read) ? read : [read]
  if (items.every(isObject)) return items
  throw wrong(says.pasteNoItems)
}

async function readBibtex(text: string): Promise<Work[]> {
  // Read when it is first needed: it is large.
  const [{ plugins }] = await Promise.all([import('@citation-js/core'), import('@citation-js/plugin-bibtex')])
  try {
    // It reads entries of BibTeX and of biblatex alike.
    return plugins.input.chain(text, asBibtex) as Work[]
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : '').split('\n')
    throw wrong(says.pasteNotBibtex(first))
  }
}

const asBibtex = {
  forceType: '@biblatex/text',
  target: '@csl/list+object',
  maxChainLength: 10,
  generateGraph: false,
  strict: true,
}

/** Without ids, what programs keep for themselves, and what is empty. */
const cleaned = (work: Work): Work =>
  Object.fromEntries(
    Object.entries(work).filter(
      ([name, value]) => name !== 'id' && name !== 'custom' && !name.startsWith('_') && !isEmpty(value),
    ),
  )

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

const isObject = (value: unknown): value is Work =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wrong = (message: string) => new WrongFields([{ path: 'pasted', message }])
