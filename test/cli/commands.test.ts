import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { isLong } from '../support/long.ts'
import { aPdf } from '../support/pdf.ts'
import { aFolder, fonds, fondsHere, fondsOneAfterAnother, start } from '../support/process.ts'

const aVersion = /^\d+\.\d+\.\d+\n$/

describe('the command line', () => {
  test('help and version go to stdout with exit code 0', async () => {
    await using home = await aFolder()
    const help = await fonds(home.path, ['--help'])
    expect(help).toMatchObject({ code: 0, stderr: '' })
    for (const command of [
      'serve',
      'demo',
      'add',
      'import',
      'search',
      'verify',
      'doctor',
      'backup',
      'restore',
      'bags',
      'reindex',
      'token',
      'user',
    ])
      expect(help.stdout).toMatch(new RegExp(`^ {2}${command}\\b.* {2}[A-Z]`, 'm'))
    const ofAdd = await fonds(home.path, ['add', '--help'])
    expect(ofAdd).toMatchObject({ code: 0, stderr: '' })
    for (const option of ['--title', '--language', '--type', '--visibility', '--home'])
      expect(ofAdd.stdout).toContain(option)
    expect(await fonds(home.path, ['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(aVersion),
    })
    expect(await readdir(home.path)).toEqual([])
  })

  test('a reader that has seen enough ends it without a word', async () => {
    await using home = await aFolder()
    const child = start(['--help'], home.path, {})
    child.stdout?.destroy()
    const [said, [code]] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'exit')])
    expect([code, said]).toEqual([141, ''])
  })

  test('what is used wrongly has exit code 2 and a sentence on stderr, and makes nothing', async () => {
    await using home = await aFolder()
    const wrong: [string[], RegExp][] = [
      [['ad'], /unknown command 'ad'/],
      [['verify', '--quick'], /unknown option '--quick'/],
      [['add'], /missing required argument 'paths'/],
      [['search', 'a', '--limit', 'many'], /whole number from 1 to 100/],
      [['serve', '--port', '70000'], /^FONDS_PORT: /],
      [['token', 'add', 'a', '--role', 'king'], /"king" is not a role.*administrator/],
      [['user', 'invite', '--role', 'king'], /"king" is not a role/],
      [['add', '/', '--visibility', 'secret'], /^--visibility: is public/],
      // No command at all is told what there is.
      [[], /^Usage: fonds/],
    ]
    const ran = await fondsOneAfterAnother(
      home.path,
      wrong.map(([args]) => args),
    )
    for (const [index, [args, says]] of wrong.entries()) {
      const { code, stdout, stderr } = ran[index] ?? {}
      expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' })
      expect(stderr).toMatch(says)
      expect(stderr).not.toMatch(/\n\s+at /)
    }
    expect(await readdir(home.path)).toEqual([])
  })

  test('what needs an archive makes none where there is none', async () => {
    await using home = await aFolder()
    const lines = [
      ['search', 'word'],
      ['verify'],
      ['doctor'],
      ['backup', join(home.path, 'backup')],
      ['reindex'],
      ['token', 'list'],
      ['token', 'revoke', 't1'],
      ['user', 'list'],
      ['audit', 'verify'],
    ]
    const elsewhere = lines.map((args) => ['--home', join(home.path, 'none'), ...args])
    const ran = await fondsOneAfterAnother(home.path, [...lines, ...elsewhere])
    for (const [index, args] of [...lines, ...elsewhere].entries())
      expect({ args, ...ran[index] }).toMatchObject({
        args,
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(
          index < lines.length ? /^There is no archive at / : /^There is no archive at .*none/,
        ),
      })
    expect(await readdir(home.path)).toEqual([])
  })

  test('what is added without a server is read at once, found, and sound', async () => {
    await using home = await aFolder()
    const papers = join(home.path, 'papers')
    const archive = join(home.path, 'archive')
    await mkdir(join(papers, 'Šiauliai'), { recursive: true })
    await writeFile(join(papers, 'Šiauliai', '2 Инструкция.txt'), 'Список семей.\fВыселение семей.')
    await writeFile(join(papers, '1.pdf'), await aPdf(['The railway station of Šiauliai.']))
    await writeFile(join(papers, 'broken.pdf'), 'This is no PDF.')
    await writeFile(join(papers, '.hidden'), 'The railway station, hidden.')
    await symlink('1.pdf', join(papers, 'link.pdf'))

    const added = await fondsHere(archive, ['add', papers, join(papers, 'absent.txt')])
    expect(added).toMatchObject({ code: 1, stdout: '' })
    // On a slow machine it is said in between how far it is.
    expect(added.stderr.split('\n').filter((line) => !/: \d+ of \d+, /.test(line))).toEqual([
      expect.stringMatching(/absent\.txt: there is no such file or folder$/),
      '1.pdf: read',
      expect.stringMatching(/^broken\.pdf: .+/),
      expect.stringMatching(/^link\.pdf: It is a link/),
      'Šiauliai/2 Инструкция.txt: read',
      '',
    ])
    const [again, found, json, partly, nowhere, wrong, verified] = await fondsOneAfterAnother(archive, [
      ['add', join(papers, '1.pdf'), '--title', 'The station', '--type', 'map'],
      ['search', 'семей'],
      ['search', 'Siauliai', '--limit', '1', '--json'],
      ['search', 'railway nowhere'],
      ['search', 'railwya'],
      ['search', 'Siauliai "unclosed'],
      ['verify'],
    ])
    expect(again).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringMatching(/^1\.pdf: read \(the same bytes as \S+\)\n$/),
    })
    expect(found).toMatchObject({ code: 0, stderr: expect.stringMatching(/^1 documents, 2 pages for /) })
    expect(found?.stdout.split('\n')).toEqual([
      expect.stringMatching(/^2 Инструкция\.txt {2}d\S+$/),
      '  p. 1: Список [семей].',
      '  p. 2: Выселение [семей].',
      '',
    ])
    expect(JSON.parse(json?.stdout ?? '')).toMatchObject({ total: { documents: 2, pages: 2 }, hits: [{}] })
    expect(partly?.stdout).toMatch(/^The station {2}d\S+ {2}lacks nowhere$/m)
    const meant = expect.stringMatching(/^0 documents, .*\nDid you mean: railway\n$/)
    expect(nowhere).toMatchObject({ code: 1, stdout: '', stderr: meant })
    const sentence = 'Column 10: This quote is never closed: add a closing quote.\n'
    expect(wrong).toMatchObject({ code: 2, stdout: '', stderr: sentence })
    expect(verified).toMatchObject({
      code: 0,
      stdout: 'All is well: 4 originals match, the database and the index are sound.\n',
      stderr: '',
    })
    expect(await readdir(join(archive, 'incoming'))).toEqual([])
  })

  test.runIf(isLong)('an import that is repeated passes over what is known, if it is told to', async () => {
    await using home = await aFolder()
    await using scans = await aFolder()
    await writeFile(join(scans.path, 'a.txt'), 'first')
    const said = ['--creator', 'Ivan Serov', '--date', '1941-06']
    expect(await fondsHere(home.path, ['add', scans.path, ...said])).toMatchObject({ code: 0 })
    await writeFile(join(scans.path, 'b.txt'), 'second')
    const [again, named, found, wrong] = await fondsOneAfterAnother(home.path, [
      ['add', scans.path, '--batch', 'another', '--skip-known'],
      ['add', join(scans.path, 'a.txt'), '--skip-known'],
      ['search', 'first', '--json'],
      ['add', scans.path, '--date', '1941-02-30'],
    ])
    expect(again?.stderr).toMatch(/a\.txt: The archive has these bytes already/)
    expect(again?.stderr).toMatch(/b\.txt: read/)
    expect(named?.stderr).toMatch(/a\.txt: the archive has these bytes already/)
    const { total, hits } = JSON.parse(found?.stdout ?? '')
    expect([total.documents, hits[0].document.creator, hits[0].document.date.edtf]).toEqual([
      1,
      'Ivan Serov',
      '1941-06',
    ])
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringMatching(/^--date: /) })
  })

  test.runIf(isLong)('a table is imported once, what was wrong with it told by row', async () => {
    await using home = await aFolder()
    const table = join(home.path, 'table.csv')
    await writeFile(table, 'key,title,date\n1,One,7.6.1941\n2,,\n')
    const archive = join(home.path, 'archive')
    const [none, tried, ran] = await fondsOneAfterAnother(archive, [
      ['import', join(home.path, 'none.csv')],
      ['import', '--dry-run', table],
      ['import', table],
    ])
    expect(none).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/none.csv: there is no such file\n$/),
    })
    expect(tried).toMatchObject({ code: 1, stdout: '1 would be added, 0 known already, 1 refused\n' })
    expect(ran).toMatchObject({ code: 1, stdout: '1 added, 0 known already, 1 refused\n' })
    expect(ran?.stderr).toContain('row 2 (added): date: 1941-06-07: read as day, month, year.')
    expect(ran?.stderr).toContain('row 3 (refused): title: is required')
    await writeFile(table, 'key,title\n1,One\n2,Two\n')
    const wrong = join(home.path, 'wrong.csv')
    await writeFile(wrong, 'key,titl\n1,One\n')
    const [again, refused] = await fondsOneAfterAnother(archive, [
      ['import', table],
      ['import', wrong],
    ])
    expect(again).toMatchObject({ code: 0, stdout: '1 added, 1 known already, 0 refused\n' })
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('The nearest is “title”') })
  })

  test('a token is shown alone on stdout, listed without its secret and revoked', async () => {
    await using home = await aFolder()
    const made = await fondsHere(home.path, ['token', 'add', 'reading room', '--role', 'reader'])
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\S{32,}\n$/) })
    const [, id = ''] = /id (\S+)\)/.exec(made.stderr) ?? []
    const [listed, revoked, after, none] = await fondsOneAfterAnother(home.path, [
      ['token', 'list'],
      ['token', 'revoke', id],
      ['token', 'list'],
      ['token', 'revoke', 'none'],
    ])
    expect(listed?.stdout).toMatch(new RegExp(`^${id}\treader\t\\S+\t-\t-\treading room\n$`))
    expect(listed?.stdout).not.toContain(made.stdout.trim())
    expect(revoked).toMatchObject({ code: 0, stdout: '' })
    expect(after?.stdout).toMatch(/\t\S+Z\t-\treading room\n$/)
    expect(none).toMatchObject({ code: 1, stderr: expect.stringMatching(/^There is no such token/) })
  })

  test('what was recorded is sealed, and verified against a seal that was noted', async () => {
    await using home = await aFolder()
    const [, sealed, well, lost, wrong] = await fondsOneAfterAnother(home.path, [
      ['user', 'invite'],
      ['audit', 'seal'],
      ['audit', 'verify'],
      ['audit', 'verify', '--seal', '0'.repeat(64)],
      ['audit', 'verify', '--seal', 'x'],
    ])
    expect(sealed).toMatchObject({ code: 0, stdout: expect.stringMatching(/^[0-9a-f]{64}\n$/) })
    expect(well).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`the last seal is ${sealed?.stdout.trim()}`),
    })
    expect(lost).toMatchObject({ code: 1, stdout: expect.stringContaining('has been replaced') })
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringMatching(/^--seal/) })
    const again = await fondsHere(home.path, ['audit', 'verify', '--seal', sealed?.stdout.trim() ?? ''])
    expect(again.code).toBe(0)
  })

  test('a link to join is shown alone on stdout, and people are told apart by the name they sign in with', async () => {
    await using home = await aFolder()
    const [made, first, list, none] = await fondsOneAfterAnother(home.path, [
      ['user', 'invite', '--role', 'archivist', '--login', 'ona', '--name', 'Ona'],
      ['user', 'set-up'],
      ['user', 'list'],
      ['user', 'password', 'ona'],
    ])
    for (const link of [made, first])
      expect(link).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/join#[\w-]{43}\n$/),
        stderr: expect.stringMatching(/open this before \d{4}-.*works once/),
      })
    expect(list).toMatchObject({ code: 0, stdout: '' })
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('Nobody signs in as "ona"') })
  })
})

const oldNode = '/usr/bin/node'
const { stdout: oldVersion } = spawnSync(oldNode, ['--version'], { encoding: 'utf8' })
const isOld = Number(/^v(\d+)/.exec(oldVersion ?? '')?.[1] ?? 24) < 24

// Only where the machine's own Node is older than 24.
test.skipIf(!isOld)('an old Node gets one sentence', () => {
  const program = fileURLToPath(new URL('../../bin/fonds.mjs', import.meta.url))
  const ran = spawnSync(oldNode, [program, 'serve'], { encoding: 'utf8' })
  expect(ran).toMatchObject({ status: 1, stdout: '' })
  expect(ran.stderr).toMatch(/^Fonds needs Node 24\.7 or newer and this is Node \d+\.\d+\.\d+: .*\n$/)
})
