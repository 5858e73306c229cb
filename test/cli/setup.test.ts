import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { aFolder } from '../support/process.ts'

const setup = fileURLToPath(new URL('../../scripts/setup.mjs', import.meta.url))

/** Stands in for npm: says on a line that it began and how, takes its time, and makes what an installation makes. */
const npm = `#!/bin/sh
echo "begin $*" >> npm.log
sleep 0.4
mkdir -p node_modules
[ -e refuse ] && exit 7
echo end >> npm.log
`

/** Stands in for Vite: notes on a line that it built, and fails where the sources do. */
const vite = `
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs'
appendFileSync('vite.log', 'built\\n')
mkdirSync('dist/web', { recursive: true })
process.exitCode = readFileSync('src/web/main.tsx', 'utf8') === 'broken' ? 3 : 0
`

describe('setup', () => {
  test('two starts at once install once, and a third not at all', async () => {
    await using copy = await aCopy()
    const both = await Promise.all([run(copy.path), run(copy.path)])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect(await run(copy.path)).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await npmRuns(copy.path)).toEqual([expect.stringMatching(/^begin ci --include=dev /), 'end'])
    expect(both.map(({ stdout }) => stdout)).toEqual(['', ''])
    expect(both.filter(({ stderr }) => stderr.includes('Installing what is missing'))).toHaveLength(1)
    expect(await readdir(copy.path)).not.toContain('.setup-lock')
  })

  test('a changed list of packages is installed again', async () => {
    await using copy = await aCopy()
    await run(copy.path)
    await writeFile(join(copy.path, 'package-lock.json'), '{"lockfileVersion": 3, "packages": {}}')
    expect((await run(copy.path)).code).toBe(0)
    expect(await npmRuns(copy.path)).toHaveLength(4)
  })

  test('the lock of one that was killed does not hold up the next', async () => {
    await using copy = await aCopy()
    const killed = spawnSetup(copy.path)
    await expect.poll(() => npmRuns(copy.path)).toHaveLength(1)
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    expect((await run(copy.path)).code).toBe(0)
    expect(await readdir(copy.path)).not.toContain('.setup-lock')
  })

  test('an installation that fails says so, and is tried again at the next start', async () => {
    await using copy = await aCopy()
    await writeFile(join(copy.path, 'refuse'), '')
    const failed = await run(copy.path)
    expect(failed).toMatchObject({
      code: 7,
      stdout: '',
      stderr: expect.stringContaining('Nothing was started'),
    })
    await writeFile(join(copy.path, 'bin', 'npm'), npm.replace('-e refuse', '-e never'))
    expect((await run(copy.path)).code).toBe(0)
  })

  test('the web pages are built when they have changed, and only then', async () => {
    await using copy = await aCopy()
    await mkdir(join(copy.path, 'src', 'web'), { recursive: true })
    await mkdir(join(copy.path, 'vite', 'bin'), { recursive: true })
    await writeFile(join(copy.path, 'src', 'web', 'main.tsx'), 'one')
    await writeFile(join(copy.path, 'vite.config.ts'), '')
    await writeFile(join(copy.path, 'vite', 'bin', 'vite.js'), vite)
    const install = 'mkdir -p node_modules && rm -rf node_modules/vite && cp -r vite node_modules/vite'
    await writeFile(join(copy.path, 'bin', 'npm'), `#!/bin/sh\n${install}\n`)
    const builds = async () =>
      (await readFile(join(copy.path, 'vite.log'), 'utf8').catch(() => '')).split('\n').length - 1
    const both = await Promise.all([run(copy.path), run(copy.path)])
    expect([both.map(({ code }) => code), await builds()]).toEqual([[0, 0], 1])
    await writeFile(join(copy.path, 'src', 'web', 'main.tsx'), 'two')
    expect([await run(copy.path), await builds()]).toMatchObject([{ code: 0, stdout: '' }, 2])
    expect([await run(copy.path), await builds()]).toEqual([{ code: 0, stdout: '', stderr: '' }, 2])
    await writeFile(join(copy.path, 'src', 'web', 'main.tsx'), 'broken')
    const failed = await run(copy.path)
    expect([failed.code, failed.stderr]).toEqual([3, expect.stringContaining('could not be built')])
    expect((await run(copy.path)).code).toBe(3)
  })
})

/** The script in a folder of its own, with packages to install and a stand-in for npm. */
async function aCopy() {
  const folder = await aFolder()
  await mkdir(join(folder.path, 'scripts'))
  await mkdir(join(folder.path, 'bin'))
  await copyFile(setup, join(folder.path, 'scripts', 'setup.mjs'))
  await writeFile(join(folder.path, 'package-lock.json'), '{"lockfileVersion": 3}')
  await writeFile(join(folder.path, 'bin', 'npm'), npm)
  await chmod(join(folder.path, 'bin', 'npm'), 0o755)
  return folder
}

function spawnSetup(folder: string): ChildProcess {
  return spawn(process.execPath, ['scripts/setup.mjs'], {
    cwd: folder,
    env: { PATH: [join(folder, 'bin'), '/usr/bin', '/bin'].join(delimiter), NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function run(folder: string) {
  const child = spawnSetup(folder)
  const [stdout, stderr, [code]] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
    once(child, 'exit'),
  ])
  return { code, stdout, stderr }
}

async function npmRuns(folder: string): Promise<string[]> {
  const log = await readFile(join(folder, 'npm.log'), 'utf8').catch(() => '')
  return log.split('\n').filter((line) => line !== '')
}
