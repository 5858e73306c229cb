import { expect, test } from 'vitest'
import { openSqlite } from '../sqlite/open.ts'
import { misread } from './judged/misread.ts'
import { judgedPages, mean, numbersFound, readAsOne } from './judged-pages.ts'

const codes = Object.keys(misread) as (keyof typeof misread)[]

test.each(codes)(
  '%s: a fuzzy word finds where a recogniser misread it, a plain one does not',
  async (code) => {
    const opened = openSqlite()
    const lines = judgedPages(misread[code])
      .flat()
      .map(({ text, number }) => {
        const [query = '', ...sentence] = text.split(' ')
        return { number, query, sentence: sentence.join(' ') }
      })
    const sentences = lines.map(({ sentence }) => sentence)
    const document = await readAsOne(opened, sentences, code)
    const found: number[] = []
    for (const { number, query } of lines) {
      const plain = await numbersFound(opened, document, query.replace(/~.*/, ''))
      expect(plain).not.toContain(number)
      const fuzzy = await numbersFound(opened, document, query)
      found.push(fuzzy.has(number) ? 1 : 0)
    }
    expect(mean(found)).toBeGreaterThanOrEqual(0.9)
  },
)
