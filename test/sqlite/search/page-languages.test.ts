import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import { aLease, finish } from '../../contract/opened.ts'
import { aDocument, aFile, keeper, somePages } from '../../support/builders.ts'
import { openSqlite } from '../open.ts'

/** A document described in one language, with pages of which each is in its own. */
async function aFileOf(
  opened: ReturnType<typeof openSqlite>,
  title: string,
  language: string,
  pages: readonly (readonly [language: string, text: string])[],
) {
  const command = aDocument({ files: [aFile()], description: { title, language } })
  await opened.write.documents.add(command)
  const { token } = await aLease(opened)
  const read = somePages(
    token,
    pages.map(([, text]) => text),
  )
  await opened.write.texts.addPages({
    ...read,
    pages: read.pages.map((page, at) => ({ ...page, language: pages[at]?.[0] ?? null })),
  })
  await finish(opened, token)
  return command.id
}

async function twoFiles() {
  const opened = openSqlite()
  const id = await aFileOf(opened, 'mixed', 'ru', [
    ['ru', 'Šiauliai ночь'],
    ['lt', 'Šiauliai naktis'],
    ['lt', 'siauliai traukinys'],
  ])
  await aFileOf(opened, 'plain', 'lt', [['lt', 'Šiauliai traukinys']])
  await aFileOf(opened, 'other', 'de', [['de', 'Schaulen']])
  const found = async (q: string) => {
    const asked = { filter: {}, in: ['text', 'description'], match: 'all', sort: 'added' } as const
    const rest = { transliterate: true, limit: 20, cursor: null, query: parseQuery(q) } as const
    const { hits } = await opened.search.find({ ...asked, ...rest }, keeper)
    return Object.fromEntries(
      hits.map(({ document, pages, pageHits }) => [
        document.title,
        { pages: pages.map(({ number }) => number).toSorted(), pageHits },
      ]),
    )
  }
  return { opened, id, found }
}

test('lang: finds the pages that are in a language, in documents of another one, too', async () => {
  const { found } = await twoFiles()
  const plain = { pages: [1], pageHits: 1 }
  expect(await found('lang:lt')).toEqual({ mixed: { pages: [2, 3], pageHits: 2 }, plain })
  expect(await found('lang:lt siauliai')).toEqual({ mixed: { pages: [2, 3], pageHits: 2 }, plain })
  expect(await found('lang:lt =Šiauliai')).toEqual({ mixed: { pages: [2], pageHits: 1 }, plain })
  expect(await found('lang:(lt OR de) traukinys')).toEqual({ mixed: { pages: [3], pageHits: 1 }, plain })
  expect(await found('lang:en')).toEqual({})
})

test('-lang: leaves out such pages, and documents described so', async () => {
  const { found } = await twoFiles()
  expect(await found('Siauliai -lang:lt')).toEqual({ mixed: { pages: [1], pageHits: 1 } })
  expect(await found('title:mixed -lang:lt')).toEqual({})
})

test('lang: finds pages within a document', async () => {
  const { opened, id } = await twoFiles()
  const within = await opened.search.within(id, parseQuery('lang:lt'), { limit: 10, cursor: null }, keeper)
  expect(within?.items.map(({ number }) => number)).toEqual([2, 3])
})
