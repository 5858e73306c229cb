import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { aPdf, aPdfBomb, aPdfLackingPage, aPdfSet, aPdfVertical, aPdfWithForm } from './pdf.ts'
import { aScanPdf } from './scan-pdf.ts'

/** A PDF as nobody should make it. */
export type OddPdf = { name: string; bytes: Uint8Array }

type Numbers = () => number

/** So many odd PDFs, the same for the same seed: whole ones cut, flipped, spliced, encrypted anew, and ones made to harm. */
export async function oddPdfs(count: number, seed: number): Promise<OddPdf[]> {
  const next = numbers(seed)
  const whole = await wholePdfs()
  const hostile = await hostilePdfs()
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] ?? (all[0] as T)
  return Array.from({ length: count }, (_, n): OddPdf => {
    const shaped = n % 3 === 0 ? hostile[n / 3] : undefined
    if (shaped) return { name: `${n}-${shaped.name}.pdf`, bytes: shaped.bytes }
    const { name: kind, change } = pick(mutators)
    return { name: `${n}-${kind}.pdf`, bytes: change(pick(whole), pick(whole), next) }
  })
}

/** Ways to spoil a PDF, with another at hand. */
const mutators: { name: string; change(one: Buffer, other: Buffer, next: Numbers): Uint8Array }[] = [
  { name: 'cut', change: (one, _, next) => one.subarray(0, Math.floor(one.length * next())) },
  {
    name: 'headless',
    change: (one, _, next) =>
      Buffer.concat([Buffer.from('%PDF-1.7\n'), one.subarray(Math.floor(one.length * next()))]),
  },
  { name: 'flipped', change: (one, _, next) => flipped(one, 1 + Math.floor(next() * 40), next) },
  { name: 'riddled', change: (one, _, next) => flipped(one, Math.ceil(one.length / 50), next) },
  {
    name: 'spliced',
    change: (one, other, next) =>
      Buffer.concat([
        one.subarray(0, Math.floor(one.length * next())),
        other.subarray(Math.floor(other.length * next())),
      ]),
  },
  {
    name: 'doubled',
    change: (one, _, next) => {
      const [from, to] = [Math.floor(one.length * next()), Math.floor(one.length * next())].toSorted(
        (a, b) => a - b,
      )
      return Buffer.concat([one.subarray(0, to), one.subarray(from)])
    },
  },
  {
    name: 'renumbered',
    change: (one, _, next) =>
      Buffer.from(
        one
          .toString('latin1')
          .replace(/\b\d+\b/g, (number) => (next() < 0.02 ? String(Math.floor(next() * 1e10)) : number)),
        'latin1',
      ),
  },
  {
    name: 'misdirected',
    change: (one, _, next) =>
      Buffer.from(
        one
          .toString('latin1')
          .replace(/\b\d+ 0 R\b/g, (ref) => (next() < 0.3 ? `${Math.floor(next() * 12)} 0 R` : ref)),
        'latin1',
      ),
  },
  { name: 'encrypted', change: (one, _, next) => encrypted(one, next() < 0.5 ? 'secret' : '') },
  {
    name: 'encrypted and flipped',
    change: (one, _, next) => flipped(Buffer.from(encrypted(one, '')), 20, next),
  },
]

async function wholePdfs(): Promise<Buffer[]> {
  const made = await Promise.all([
    aPdf(['Шяуляй, 7 июня', 'Quietly and without panic\nat four in the morning', 'third']),
    aPdfSet([
      { text: 'turned', turned: 90 },
      { text: 'cropped', cropped: [20, 600, 400, 230] },
    ]),
    aPdfVertical(['日本語', '縦書き']),
    aPdfWithForm('Questionnaire', 'Šiauliai', 'by hand'),
    aPdfLackingPage(['one', 'two', 'three'], 2),
    aScanPdf(),
    aScanPdf({ packed: false, text: { says: 'words', invisible: true } }),
    aScanPdf({ encoding: 'png', packed: false }),
  ])
  return made.map((bytes) => Buffer.from(bytes))
}

async function hostilePdfs(): Promise<OddPdf[]> {
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 565] /Contents 4 0 R /Resources << >> >>'
  const catalogue = '<< /Type /Catalog /Pages 2 0 R >>'
  const pages = '<< /Type /Pages /Count 1 /Kids [3 0 R] >>'
  const say = '(quiet) Tj'
  const named: [string, Uint8Array | Promise<Uint8Array>][] = [
    ['cyclic tree', raw([catalogue, '<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R] >>'])],
    [
      'cyclic in two',
      raw([
        catalogue,
        '<< /Type /Pages /Count 5 /Kids [3 0 R] >>',
        '<< /Type /Pages /Count 5 /Kids [2 0 R] >>',
      ]),
    ],
    [
      'a million pages claimed',
      raw([catalogue, '<< /Type /Pages /Count 1000000 /Kids [3 0 R] >>', page, stream(say)]),
    ],
    ['no pages claimed', raw([catalogue, '<< /Type /Pages /Count -7 /Kids [] >>'])],
    ['a page without end', raw([catalogue, pages, page.replace('400 565', '1e9 1e9'), stream(say)])],
    ['a page of nothing', raw([catalogue, pages, page.replace('400 565', '0 0'), stream(say)])],
    ['deep arrays', raw([catalogue, pages, page, stream(`${'['.repeat(200_000)}${']'.repeat(200_000)} TJ`)])],
    [
      'deep dictionaries',
      raw([
        catalogue.replace('>>', `/X ${'<< /X '.repeat(50_000)}0${' >>'.repeat(50_000)} >>`),
        pages,
        page,
        stream(say),
      ]),
    ],
    ['states without end', raw([catalogue, pages, page, stream('q '.repeat(1_000_000))])],
    [
      'a form that draws itself',
      raw([
        catalogue,
        pages,
        page.replace('<< >>', '<< /XObject << /F 5 0 R >> >>'),
        stream('/F Do'),
        stream(
          '/F Do',
          '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>',
        ),
      ]),
    ],
    [
      'contents that lead to themselves',
      raw([catalogue, pages, page.replace('4 0 R', '[4 0 R 4 0 R]'), '4 0 R']),
    ],
    [
      'an image without end',
      raw([
        catalogue,
        pages,
        page.replace('<< >>', '<< /XObject << /I 5 0 R >> >>'),
        stream('400 0 0 565 0 0 cm /I Do'),
        stream(
          'x',
          '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
        ),
      ]),
    ],
    [
      'a packed image without end',
      raw([
        catalogue,
        pages,
        page.replace('<< >>', '<< /XObject << /I 5 0 R >> >>'),
        stream('400 0 0 565 0 0 cm /I Do'),
        packed(
          Buffer.alloc(60_000_000),
          '/Type /XObject /Subtype /Image /Width 20000 /Height 20000 /BitsPerComponent 8 /ColorSpace /DeviceGray',
        ),
      ]),
    ],
    [
      'a length that is not true',
      raw([catalogue, pages, page, '<< /Length 999999999 >>\nstream\nBT (x) Tj ET\nendstream']),
    ],
    [
      'a table that leads to itself',
      Buffer.from(
        '%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n',
      ),
    ],
    [
      'a page that says nothing else',
      raw([catalogue, pages, page, stream('0 0 m 9 9 l S '.repeat(300_000))]),
    ],
    ['a bomb', aPdfBomb(1024)],
    ['a web page', Buffer.from('<!DOCTYPE html><html><body>Not found</body></html>')],
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(100_000)],
  ]
  return await Promise.all(named.map(async ([name, bytes]) => ({ name, bytes: await bytes })))
}

/** A PDF of these objects, numbered from 1, with a true cross-reference. */
function raw(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let at = 9
  const put = (bytes: Buffer) => {
    parts.push(bytes)
    at += bytes.length
  }
  for (const [n, object] of objects.entries()) {
    offsets.push(at)
    put(Buffer.concat([Buffer.from(`${n + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]))
  }
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = offsets.length + 1
  put(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

const stream = (contents: string, more = '') =>
  `<< ${more} /Length ${contents.length} >>\nstream\n${contents}\nendstream`

function packed(contents: Uint8Array, more: string): Uint8Array {
  const bytes = deflateSync(contents)
  const head = `<< ${more} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\nendstream')])
}

function flipped(one: Buffer, times: number, next: Numbers): Uint8Array {
  const bytes = Buffer.from(one)
  for (let n = 0; n < times; n++) bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256)
  return bytes
}

/** Encrypted with qpdf; as it was where that is not installed, or will not. */
function encrypted(one: Uint8Array, password: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'fonds-odd-'))
  try {
    const [from, to] = [join(folder, 'one.pdf'), join(folder, 'other.pdf')]
    writeFileSync(from, one)
    execFileSync('qpdf', ['--encrypt', password, 'owner', '256', '--', from, to], {
      stdio: 'ignore',
      timeout: 20_000,
    })
    return readFileSync(to)
  } catch {
    return one
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function numbers(seed: number): Numbers {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff
    return state / 0x8000_0000
  }
}
