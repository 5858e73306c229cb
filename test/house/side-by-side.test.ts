import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { aFolder } from '../support/process.ts'

const program = fileURLToPath(new URL('../../scripts/side-by-side.ts', import.meta.url))

test('what runs side by side is told, and fails when any of it fails', async () => {
  await using folder = await aFolder()
  const scripts = {
    good: 'node -e "console.log(\'all is well\')"',
    bad: 'node -e "console.error(\'one is wrong\'); process.exitCode = 3"',
  }
  await writeFile(join(folder.path, 'package.json'), JSON.stringify({ scripts }))
  const run = (...names: string[]) =>
    spawnSync(process.execPath, [program, ...names], { cwd: folder.path, encoding: 'utf8' })
  expect(run('good')).toMatchObject({ status: 0, stdout: '> good\nall is well\n\n' })
  const both = run('bad', 'good')
  expect(both.status).toBe(1)
  expect(both.stdout).toContain('> good\nall is well\n')
  expect(both.stdout).toContain('> bad\none is wrong\n')
  expect(run('missing').status).toBe(1)
})
