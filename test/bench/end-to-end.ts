import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { aPdf } from '../support/pdf.ts'
import { corpus } from './corpus.ts'
import { timeOf } from './measure.ts'
import { digits, table } from './table.ts'

const fonds = new URL('../../bin/fonds.mjs', import.meta.url)
const textPages = 5000
const pdfPages = 300

/** Adds a text and a PDF with `fonds add` to archives of their own and returns a Markdown table. */
export async function benchEndToEnd(home: string): Promise<string> {
  const texts = firstPages(textPages)
  await writeFile(join(home, 'pages.txt'), texts.join('\f'))
  console.error(`making a PDF of ${pdfPages} pages`)
  await writeFile(join(home, 'pages.pdf'), await aPdf(texts.slice(0, pdfPages)))
  await writeFile(join(home, 'page.txt'), texts[0] ?? '')
  const starting = await timeOf(() => add(home, 'page.txt'))
  const rows = []
  for (const [name, pages] of [['pages.txt', textPages] as const, ['pages.pdf', pdfPages] as const]) {
    console.error(`adding ${name}`)
    const seconds = (await timeOf(() => add(home, name))) / 1000
    rows.push([
      name,
      `${pages}`,
      `${digits(seconds)} s`,
      `${Math.round(pages / (seconds - starting / 1000))}`,
    ])
  }
  return `${table(['file', 'pages', 'the whole command', 'pages a second'], rows)}

The command takes ${digits(starting / 1000)} s with a single page; the last column leaves that out.`
}

function firstPages(count: number): string[] {
  const texts: string[] = []
  for (const { pages } of corpus(count)) texts.push(...pages)
  return texts
}

async function add(home: string, name: string): Promise<void> {
  const env = { ...process.env, FONDS_HOME: join(home, `${name}-archive`), FONDS_LOG: 'silent' }
  const child = spawn(process.execPath, [fonds.pathname, 'add', join(home, name)], { env, stdio: 'ignore' })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`"fonds add ${name}" ended with ${code}.`)
}
