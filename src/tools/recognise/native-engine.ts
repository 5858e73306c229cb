import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { Unreadable } from '../extract/unreadable.ts'
import type { EngineAtHand } from './messages.ts'
import { wantedDpi } from './prepare.ts'

const mostTold = 2000

/** Has `tesseract` read a picture (PGM) by pipe; its TSV. `started` is told its process while it runs. */
export async function readNative(
  { program, folder }: EngineAtHand,
  picture: Buffer,
  models: readonly string[],
  started: (pid: number | null) => void,
): Promise<string> {
  const wishes = ['--oem', '1', '--psm', '3', '--dpi', String(wantedDpi), '-c', 'tessedit_create_tsv=1']
  const child = spawn(
    program ?? 'tesseract',
    ['stdin', 'stdout', '--tessdata-dir', folder, '-l', models.join('+'), ...wishes],
    { env: { OMP_THREAD_LIMIT: '1', LC_ALL: 'C' }, stdio: 'pipe' },
  )
  const ended = once(child, 'close')
  started(child.pid ?? null)
  try {
    // It may end before it has read all; its exit says why.
    child.stdin.on('error', () => {}).end(picture)
    const [tsv, said, [code, signal]] = await Promise.all([text(child.stdout), text(child.stderr), ended])
    const broken = /Failed loading language '(\w+)'/.exec(said)?.[1]
    if (broken !== undefined) throw new Unreadable(brokenModel(broken))
    if (code !== 0) throw new Unreadable(crashed(code ?? signal, said.slice(0, mostTold)))
    return tsv
  } finally {
    started(null)
  }
}

/** What a model that does not load is told by. */
export const brokenModel = (models: string) =>
  `The model ${models} cannot be loaded; put an undamaged ${models}.traineddata in its place, then recognise the page again.`

const crashed = (how: unknown, said: string) =>
  `tesseract failed on the page (${how}${said.trim() ? `, “${said.trim().split('\n').at(-1)?.slice(0, 200)}”` : ''}); make its picture again, or upload another scan.`
