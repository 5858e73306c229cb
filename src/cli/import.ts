import { rm, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { beginImport, seeImport, wholeReport } from '../actions/import-table.ts'
import type { Archive } from '../app.ts'
import type { Import, ReportRow } from '../ports/imports.ts'
import { ownOrFollow } from './own-or-follow.ts'
import { progressOn } from './progress.ts'
import { receive } from './receive.ts'
import type { Opening } from './serve.ts'

export type ImportTableOptions = { dryRun?: boolean; keepUnknown?: boolean }

const actor = { id: 'command line', role: 'administrator' } as const

/**
 * Imports a table and waits for its end: by itself, or by a server that serves the archive meanwhile. Says what was wrong
 * or assumed, row by row. 0 when every row was added or known, 1 when some were refused or the table broke off.
 */
export async function importTable(
  { open }: Opening,
  path: string,
  { dryRun = false, keepUnknown = false }: ImportTableOptions,
): Promise<number> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
  if (!isFile) {
    console.error(`${path}: there is no such file`)
    return 1
  }
  const archive = await open()
  const progress = progressOn(process.stderr)
  try {
    const upload = await receive(archive.deps.files, path)
    const begun = await beginImport(archive.deps, actor, [upload], { dryRun, keepUnknown }, null).finally(
      () => rm(upload.path, { force: true }),
    )
    const release = await ownOrFollow(archive)
    try {
      const done = await untilEnded(archive, begun.id)
      for await (const rows of wholeReport(archive.deps, done.id))
        for (const row of rows) if (row.remarks.length > 0) progress.say(said(row))
      console.log(summary(done))
      if (done.error !== null) console.error(done.error)
      return done.counts.refused === 0 && done.state === 'done' ? 0 : 1
    } finally {
      release()
    }
  } finally {
    progress.end()
    await archive.close()
  }
}

async function untilEnded({ deps }: Archive, id: string): Promise<Import> {
  for (;;) {
    const found = await seeImport(deps, id)
    if (found.finishedAt !== null) return found
    await sleep(50)
  }
}

function said({ number, outcome, remarks }: ReportRow): string {
  const each = remarks.map(({ column, says }) => (column === '' ? says : `${column}: ${says}`))
  return `row ${number} (${outcome}): ${each.join(' ')}`
}

function summary({ dryRun, counts, assumed }: Import): string {
  const { added, wouldAdd, known, refused } = counts
  const first = dryRun ? `${wouldAdd} would be added` : `${added} added`
  const whole = `${first}, ${known} known already, ${refused} refused`
  return assumed === null ? whole : `${whole}; ${assumed}`
}
