import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { clientOf, until } from '../faults/client.ts'
import { isLong } from '../support/long.ts'
import { aPdf } from '../support/pdf.ts'
import { aFolder, fondsHere, fonds as run, served, start } from '../support/process.ts'
import { aPng } from '../support/tiny-images.ts'

const withoutOcr = { FONDS_OCR: 'off', FONDS_IMAGES: 'demand' }
const fonds = (home: string, args: readonly string[]) => run(home, args, withoutOcr)

type Row = {
  path: string
  bytes: string
  document: string
  file: string
  state: string
  duplicateOf: string
  message: string
}

/** A report as it was written, by path. */
async function reportIn(path: string): Promise<Map<string, Row>> {
  const { parse } = await import('csv-parse/sync')
  const rows = parse<Row>(await readFile(path), { columns: true, bom: true })
  return new Map(rows.map((row) => [row.path, row]))
}

async function papersIn(folder: string): Promise<string> {
  const papers = join(folder, 'papers')
  await mkdir(join(papers, 'letters', 'Žemė'), { recursive: true })
  for (const page of [1, 2, 10]) await writeFile(join(papers, 'letters', `p${page}.png`), aPng(page))
  await writeFile(join(papers, 'letters', 'p2.txt'), 'What stands on the second leaf, at the railway.')
  await writeFile(join(papers, 'letters', 'metadata.json'), '{"title":"Letters home","date":"1941-06"}')
  await writeFile(join(papers, 'report.pdf'), await aPdf(['The railway station of Šiauliai.']))
  await writeFile(join(papers, 'letters', 'Žemė', 'note.txt'), 'A note on land and railway.')
  return papers
}

describe('a folder', { timeout: 90_000 }, () => {
  test('becomes documents by its rules, once, however often it is added', async () => {
    await using home = await aFolder()
    const papers = await papersIn(home.path)
    const archive = join(home.path, 'archive')
    const report = join(home.path, 'report.csv')
    const first = await fondsHere(archive, ['add', papers, '--report', report, '--creator', 'Ivan Serov'])
    expect(first).toMatchObject({ code: 0, stdout: '' })
    const added = await reportIn(report)
    const states = [...added.values()].map(({ path, state }) => [path, state])
    expect(states).toEqual([
      ['report.pdf', 'done'],
      ['letters/p1.png', 'waiting'],
      ['letters/p2.png', 'waiting'],
      ['letters/p10.png', 'waiting'],
      ['letters/p2.txt', 'done'],
      ['letters/metadata.json', 'described'],
      ['letters/Žemė/note.txt', 'done'],
    ])
    expect(new Set([...added.values()].map(({ document }) => document)).size).toBe(3)

    await writeFile(join(papers, 'letters', 'p3.png'), aPng(3))
    await utimes(join(papers, 'report.pdf'), new Date(), new Date())
    await writeFile(join(papers, 'letters', 'p1.png'), Buffer.concat([aPng(99), Buffer.alloc(100)]))
    const again = await fondsHere(archive, ['add', papers, '--report', report])
    expect(again).toMatchObject({ code: 1 })
    const now = await reportIn(report)
    for (const [path, { file, document }] of added) expect(now.get(path)).toMatchObject({ file, document })
    expect(now.get('letters/p3.png')).toMatchObject({ document: added.get('letters/p1.png')?.document })
    expect(now.get('letters/p1.png')?.message).toMatch(/have changed since it was added/)
    expect(now.get('letters/p1.png')?.bytes).toBe(added.get('letters/p1.png')?.bytes)
    expect(now.get('report.pdf')?.message).toBe('')

    await using server = await served(archive, withoutOcr)
    const client = clientOf(server.address)
    const documents = await client.documents()
    expect(documents.map(({ title }) => title)).toEqual(['report.pdf', 'Letters home', 'note.txt'])
    const [, letters] = documents
    expect(letters).toMatchObject({ creator: 'Ivan Serov', date: { edtf: '1941-06' } })
    const names = letters?.witnesses[0]?.files.map((file) => (file as { name?: string }).name)
    expect(names).toEqual(['p1.png', 'p2.png', 'p10.png', 'p2.txt', 'p3.png'])
    const { items } = await client.json<{
      items: { kind: string; state: string; done: number; total: number }[]
    }>('/api/v1/jobs')
    expect(items).toMatchObject([{ kind: 'bulk', state: 'done', done: 8, total: 8 }])
    await server.stop()
    expect(await fondsHere(archive, ['verify'])).toMatchObject({ code: 0 })
  })

  test('that is only tried says what would be and makes no archive', async () => {
    await using home = await aFolder()
    const papers = await papersIn(home.path)
    await writeFile(join(papers, 'report.json'), '{"titel":"A report"}')
    const archive = join(home.path, 'archive')
    const ran = await fondsHere(archive, ['add', papers, '--dry-run'])
    expect(ran.code).toBe(1)
    expect(ran.stdout.split('\n').slice(0, 4)).toEqual([
      'report.pdf  2 files',
      '  scan  report.pdf',
      '  metadata  report.json',
      expect.stringMatching(/What is said of the document is wrong. titel: .*The nearest is “title”\.$/),
    ])
    expect(ran.stderr).toBe('2 documents of 6 files would be added, 0 files passed over, 1 wrong.\n')
    await expect(readFile(join(archive, 'catalogue.sqlite'))).rejects.toThrow(/ENOENT/)
  })

  test('that is only tried by a manifest says of each document once what it has, as the manifest orders it', async () => {
    await using home = await aFolder()
    const papers = join(home.path, 'papers')
    for (const box of ['box 1', 'box 2']) await mkdir(join(papers, box), { recursive: true })
    for (const name of ['box 1/a.txt', 'box 1/b.txt', 'box 2/c.txt'])
      await writeFile(join(papers, name), 'A text.')
    const rows = ['path,document', 'box 2/c.txt,L', 'box 1/b.txt,L', 'box 1/a.txt,L']
    await writeFile(join(papers, 'manifest.csv'), rows.join('\n'))
    const ran = await fondsHere(join(home.path, 'archive'), ['add', papers, '--dry-run'])
    expect(ran.stdout.split('\n').filter((line) => !line.startsWith('manifest.csv'))).toEqual([
      'L  3 files',
      '  transcription  box 2/c.txt',
      '  transcription  box 1/b.txt',
      '  transcription  box 1/a.txt',
      '',
    ])
    expect(ran.stderr).toMatch(/^1 documents of 3 files would be added/)
  })

  test('with what is no file, is unreadable, odd or empty: each has its sentence and the rest goes on', async () => {
    await using home = await aFolder()
    const papers = join(home.path, 'papers')
    await mkdir(join(papers, 'closed'), { recursive: true })
    const at = (name: string) => join(papers, name)
    await writeFile(at('good.txt'), 'A good text about a railway.')
    await writeFile(at('new\nline.txt'), 'A text whose name has a line break.')
    await writeFile(at('empty.txt'), '')
    await writeFile(at('broken.pdf'), 'This is no PDF.')
    await writeFile(at('unread.txt'), 'Nobody may read this.')
    await writeFile(at('Thumbs.db'), 'litter')
    await writeFile(at('.hidden'), 'hidden')
    await writeFile(at('stray.json'), '{}')
    await symlink('good.txt', at('link.txt'))
    await symlink('.', at('loop'))
    execFileSync('mkfifo', [at('pipe')])
    await writeFile(
      Buffer.concat([Buffer.from(`${papers}/`), Buffer.from([0x66, 0xff, 0x2e, 0x74, 0x78, 0x74])]),
      'x',
    )
    await writeFile(at('Žalia.txt'.normalize('NFC')), 'Green, composed.')
    await writeFile(at('Žalia.txt'.normalize('NFD')), 'Green, decomposed.')
    await chmod(at('unread.txt'), 0)
    await chmod(at('closed'), 0)
    const mayReadAll = process.getuid?.() === 0
    const report = join(papers, 'report.csv')
    try {
      const ran = await fondsHere(join(papers, 'archive'), ['add', papers, '--report', report])
      expect(ran).toMatchObject({ code: 1, stdout: '' })
      expect(ran.stderr).toContain('new\\nline.txt: read')
    } finally {
      await chmod(at('closed'), 0o700)
    }
    const rows = await reportIn(report)
    const says = (path: string) => [rows.get(path)?.state, rows.get(path)?.message]
    expect(says('good.txt')).toEqual(['done', ''])
    expect(says('new\nline.txt')).toEqual(['done', ''])
    expect(says('empty.txt')).toEqual(['failed', expect.stringMatching(/is empty/)])
    expect(says('broken.pdf')).toEqual(['failed', expect.stringMatching(/named .pdf/)])
    expect(says('link.txt')).toEqual(['passed-over', expect.stringMatching(/is a link/)])
    expect(says('loop')).toEqual(['passed-over', expect.stringMatching(/is a link/)])
    expect(says('pipe')).toEqual(['passed-over', expect.stringMatching(/a pipe/)])
    expect(says('stray.json')).toEqual(['passed-over', expect.stringMatching(/says nothing of any/)])
    expect(says('f\ufffd.txt')).toEqual(['failed', expect.stringMatching(/no UTF-8/)])
    expect(says('Žalia.txt'.normalize('NFC'))).toEqual(['done', ''])
    expect(says('Žalia.txt'.normalize('NFD'))).toEqual(['failed', expect.stringMatching(/how letters are/)])
    if (!mayReadAll) {
      expect(says('unread.txt')).toEqual(['failed', expect.stringMatching(/may not be read/)])
      expect(says('closed/')).toEqual(['failed', expect.stringMatching(/The folder may not be read/)])
    }
    for (const left of ['Thumbs.db', '.hidden', 'archive', 'report.csv']) expect(rows.has(left)).toBe(false)
    expect(await fondsHere(join(papers, 'archive'), ['verify'])).toMatchObject({ code: 0 })
  })

  test.runIf(isLong)('is not added where its report could not be written', async () => {
    await using home = await aFolder()
    const papers = await papersIn(home.path)
    const archive = join(home.path, 'archive')
    for (const report of [join(home.path, 'nowhere', 'report.csv'), papers]) {
      const ran = await fondsHere(archive, ['add', papers, '--report', report])
      expect(ran).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/--report: cannot be written.*folder/),
      })
    }
    await expect(readFile(join(archive, 'catalogue.sqlite'))).rejects.toThrow(/ENOENT/)
  })

  test.runIf(isLong)('with a manifest is grouped and described by it', async () => {
    await using home = await aFolder()
    const papers = await papersIn(home.path)
    const table = [
      'path,document,title,date,type',
      'letters/p10.png,D1,The last leaf first,7.6.1941,letter',
      'letters/p1.png,D1,,,',
      'report.pdf,,A report,1941,report',
      'gone.pdf,,Gone,,',
    ]
    await writeFile(join(papers, 'manifest.csv'), table.join('\n'))
    const archive = join(home.path, 'archive')
    const report = join(home.path, 'report.csv')
    expect(await fondsHere(archive, ['add', papers, '--report', report])).toMatchObject({ code: 1 })
    const rows = await reportIn(report)
    expect(rows.get('gone.pdf')).toMatchObject({ state: 'failed', message: expect.stringMatching(/Row 5/) })
    expect(rows.get('letters/p2.png')).toMatchObject({ state: 'passed-over' })
    const found = await fondsHere(archive, ['search', 'type:letter', '--json'])
    expect(JSON.parse(found.stdout).hits).toMatchObject([
      { document: { title: 'The last leaf first', date: { edtf: '1941-06-07' } } },
    ])
    const wrong = join(home.path, 'wrong.csv')
    await writeFile(wrong, 'path,titel\nreport.pdf,x\n')
    const refused = await fondsHere(archive, ['add', papers, '--manifest', wrong])
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/row 2 of the manifest.*“title”\./),
    })
    await writeFile(wrong, '')
    const empty = await fondsHere(archive, ['add', papers, '--manifest', wrong])
    expect(empty).toMatchObject({ code: 2, stderr: expect.stringMatching(/manifest: has no rows/) })
  })

  test.runIf(isLong)('is interrupted with Ctrl-C, says how to go on, and does', async () => {
    await using home = await aFolder()
    const papers = join(home.path, 'papers')
    await mkdir(papers)
    for (let at = 0; at < 20; at++) await writeFile(join(papers, `${at}.txt`), `Paper ${at} of the railway.`)
    const archive = join(home.path, 'archive')
    const child = start(['add', papers], archive, withoutOcr)
    let stderr = ''
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await until(
      'it has begun',
      async () => (await readFile(join(archive, 'lock.db')).catch(() => null)) !== null,
    )
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(stderr).toContain('Run the same command again to go on')
    const [one, two] = await Promise.all([fonds(archive, ['add', papers]), fonds(archive, ['add', papers])])
    expect([one.code, two.code]).toEqual([0, 0])
    const found = await fondsHere(archive, ['search', 'railway', '--json'])
    expect(JSON.parse(found.stdout).total).toMatchObject({ documents: 20, pages: 20 })
    expect(await fondsHere(archive, ['verify'])).toMatchObject({ code: 0 })
  })

  test('beside a server is watched as a job, goes on under its batch’s name elsewhere, and is told of duplicates', async () => {
    await using home = await aFolder()
    const papers = await papersIn(home.path)
    const archive = join(home.path, 'archive')
    await using server = await served(archive, withoutOcr)
    const client = clientOf(server.address)
    expect(await fondsHere(archive, ['add', papers, '--batch', 'fond 1'])).toMatchObject({ code: 0 })
    const moved = join(home.path, 'elsewhere')
    await rename(papers, moved)
    expect(await fondsHere(archive, ['add', moved, '--batch', 'fond 1'])).toMatchObject({ code: 0 })
    expect(await client.documents()).toHaveLength(3)
    const report = join(home.path, 'report.csv')
    await fondsHere(archive, ['add', moved, '--report', report, '--each-file'])
    expect(await client.documents()).toHaveLength(3 + 5)
    const rows = [...(await reportIn(report)).values()].filter(({ file }) => file !== '')
    expect(rows.map(({ duplicateOf }) => duplicateOf.slice(0, 1))).toEqual(rows.map(() => 'f'))
    await rm(moved, { recursive: true })
  })
})
