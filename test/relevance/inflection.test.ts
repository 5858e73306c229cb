import { expect, test } from 'vitest'
import { openSqlite } from '../sqlite/open.ts'
import { estonian } from './judged/estonian.ts'
import { german } from './judged/german.ts'
import { latvian } from './judged/latvian.ts'
import { lithuanian } from './judged/lithuanian.ts'
import { russian } from './judged/russian.ts'
import { type JudgedPage, judgedPages, mean, numbersFound, readAsOne } from './judged-pages.ts'

const texts = { ru: russian, lt: lithuanian, lv: latvian, et: estonian, de: german }
const codes = Object.keys(texts) as (keyof typeof texts)[]

/** An archive in which all the languages stand beside each other, and what finds pages of one of them. */
async function anArchive(wanted: keyof typeof texts) {
  const opened = openSqlite()
  const documents = new Map<string, string>()
  for (const code of codes) {
    const said = judgedPages(texts[code]).flat()
    const pages = said.map(({ text }) => text)
    documents.set(code, await readAsOne(opened, pages, code))
  }
  return (form: string) => numbersFound(opened, documents.get(wanted) ?? '', form)
}

test.each(codes)(
  '%s: a word finds where it stands in other forms, and seldom what looks alike',
  async (code) => {
    const search = await anArchive(code)
    const groups = judgedPages(texts[code])
    const alike = groups.at(-1) ?? []
    const recalls: number[] = []
    const mistakes: number[] = []
    for (const word of groups.slice(0, -1)) {
      for (const { form } of word) {
        const found = await search(form ?? '')
        const share = (pages: readonly JudgedPage[]) =>
          mean(pages.map(({ number }) => (found.has(number) ? 1 : 0)))
        recalls.push(share(word.filter((other) => other.form !== form)))
        mistakes.push(share(alike))
      }
    }
    expect(mean(recalls)).toBeGreaterThanOrEqual(0.9)
    expect(mean(mistakes)).toBeLessThanOrEqual(0.02)
  },
)
