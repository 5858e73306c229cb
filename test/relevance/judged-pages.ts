import type { Language } from '../../src/domain/language/language.ts'
import { parseQuery } from '../../src/domain/search/parse-query.ts'
import { makePage } from '../../src/tools/extract/make-page.ts'
import { newId } from '../../src/tools/ids.ts'
import { aLease, finish, type Opened } from '../contract/opened.ts'
import { aDocument, aFile, keeper, somePages } from '../support/builders.ts'

/** A page of a judged text: its number, what it says, and the word in brackets on it, if there is one. */
export type JudgedPage = { number: number; text: string; form: string | null }

/** Pages a line each, together those that stand together; brackets are no part of what a page says. */
export function judgedPages(text: string): JudgedPage[][] {
  let number = 0
  return text
    .trim()
    .split('\n\n')
    .map((group) => group.split('\n').map((line) => pageOf(line, ++number)))
}

function pageOf(line: string, number: number): JudgedPage {
  const form = /\[(.*)\]/.exec(line)?.[1] ?? null
  return { number, text: line.replaceAll(/[[\]]/g, ''), form }
}

/**
 * Adds a document in a language and returns its id. Its pages are read as those of a file are: where so short a text does
 * not tell its language, it has that of the document.
 */
export async function readAsOne(
  opened: Pick<Opened, 'write'>,
  texts: readonly string[],
  language: Language,
): Promise<string> {
  const command = aDocument({ files: [aFile()], description: { language } })
  await opened.write.documents.add(command)
  const { token } = await aLease(opened)
  const batch = somePages(token, texts)
  const pages = batch.pages.map((page) => ({ ...page, ...makePage(page), id: newId('p') }))
  await opened.write.texts.addPages({ ...batch, pages })
  await finish(opened, token)
  return command.id
}

/** The numbers of a document's pages that a query finds. */
export async function numbersFound({ search }: Pick<Opened, 'search'>, document: string, q: string) {
  const found = await search.within(document, parseQuery(q), { limit: 1000, cursor: null }, keeper)
  return new Set(found?.items.map(({ number }) => number))
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
