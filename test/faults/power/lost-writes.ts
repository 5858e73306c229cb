import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import type { Asked } from './traced.ts'

const sector = 512

type Change = { to: number; at: number; bytes: Buffer } | { to: number; size: number }
type File = { kind: 'file'; synced: Buffer; changes: Change[]; end: number; size: number }
type Folder = { kind: 'folder'; entries: Map<string, File | Folder> }
/** One change of names: in a folder, a name leads to something else, or to nothing. */
type Naming = { to: number; steps: [folder: Folder, name: string, what: File | Folder | null][] }

/** Files and folders as they are found. */
export type Found = Map<string, Found | Buffer>

/** How much of what was not synced is found all the same; `isTorn` where writes may be so in part. */
export type Luck = { kept: number; isTorn: boolean; random: () => number }

export const allKept: Luck = { kept: 1, isTorn: false, random: () => 0 }

/**
 * What lies in a folder when the power has gone at a moment: the bytes of a file as far as they were synced, names as far as
 * their folder was, and of what came later any part, in any order. A file system may keep more than that, never less.
 */
export function foundAfter(asked: readonly Asked[], folder: string, cut: number, luck: Luck): Found {
  const now: Folder = { kind: 'folder', entries: new Map() }
  const durable = new Map<Folder, Map<string, File | Folder>>([[now, new Map()]])
  let namings: Naming[] = []

  const walk = (path: string): File | Folder | undefined => {
    let at: File | Folder | undefined = now
    for (const part of relative(folder, path).split('/').filter(Boolean))
      at = at?.kind === 'folder' ? at.entries.get(part) : undefined
    return at
  }
  const fileAt = (path: string): File => {
    const file = walk(path)
    if (file?.kind !== 'file') throw new Error(`No file was seen to be made at ${path}.`)
    return file
  }
  const name = (to: number, ...steps: [path: string, what: File | Folder | null][]) => {
    const placed = steps.map(([path, what]): Naming['steps'][number] => {
      const above = walk(dirname(path))
      if (above?.kind !== 'folder') throw new Error(`No folder was seen to be made at ${dirname(path)}.`)
      if (what) above.entries.set(basename(path), what)
      else above.entries.delete(basename(path))
      return [above, basename(path), what]
    })
    namings.push({ to, steps: placed })
  }
  const sync = (path: string, from: number) => {
    const what = walk(path)
    if (what?.kind === 'file') {
      const done = what.changes.filter(({ to }) => to <= from)
      what.synced = changed(what.synced, done)
      what.changes = what.changes.filter((change) => !done.includes(change))
    } else if (what) {
      const concerns = ({ to, steps }: Naming) => to <= from && steps.some(([above]) => above === what)
      const done = withWhatTheyRestOn(namings, concerns)
      for (const naming of done) settle(durable, naming)
      namings = namings.filter((naming) => !done.includes(naming))
    }
  }

  for (const one of asked) {
    if (one.from >= cut) break
    switch (one.does) {
      case 'sync':
        if (one.to <= cut) sync(one.path, one.from)
        break
      case 'mkdir': {
        const made: Folder = { kind: 'folder', entries: new Map() }
        durable.set(made, new Map())
        name(one.to, [one.path, made])
        break
      }
      case 'remove':
        name(one.to, [one.path, null])
        break
      case 'link':
        name(one.to, [one.becomes, fileAt(one.path)])
        break
      case 'rename':
        name(one.to, [one.path, null], [one.becomes, walk(one.path) ?? null])
        break
      case 'truncate':
        resize(fileAt(one.path), one.to, one.size)
        break
      case 'write':
        write(fileAt(one.path), one)
        break
      case 'open': {
        if (one.isMade && !walk(one.path)) name(one.to, [one.path, anEmptyFile()])
        const file = fileAt(one.path)
        if (one.isEmptied && file.size > 0) resize(file, one.to, 0)
        file.end = one.appends ? file.size : 0
      }
    }
  }

  keepSome(durable, namings, luck)
  return lookInto(now, durable, luck)
}

/** Writes what was found to a folder. */
export async function layOut(found: Found, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, what] of found)
    if (what instanceof Map) await layOut(what, join(folder, name))
    else await writeFile(join(folder, name), what)
}

const anEmptyFile = (): File => ({ kind: 'file', synced: Buffer.alloc(0), changes: [], end: 0, size: 0 })

function write(file: File, { at, bytes, to }: { at: number | null; bytes: Buffer; to: number }): void {
  const from = at ?? file.end
  file.changes.push({ to, at: from, bytes })
  if (at === null) file.end = from + bytes.length
  file.size = Math.max(file.size, from + bytes.length)
}

function resize(file: File, to: number, size: number): void {
  if (size < 0) throw new Error('Something was asked of the disk that the replay does not know.')
  file.changes.push({ to, size })
  file.size = size
}

/** Namings of which something holds, and those before them that are about the same names. */
function withWhatTheyRestOn(namings: readonly Naming[], holds: (naming: Naming) => boolean): Naming[] {
  const done: Naming[] = []
  for (const naming of namings.toReversed()) {
    const isBefore = done.some((later) =>
      later.steps.some(([folder, name]) =>
        naming.steps.some((step) => step[0] === folder && step[1] === name),
      ),
    )
    if (isBefore || holds(naming)) done.unshift(naming)
  }
  return done
}

function settle(durable: Map<Folder, Map<string, File | Folder>>, { steps }: Naming): void {
  for (const [folder, name, what] of steps)
    if (what) durable.get(folder)?.set(name, what)
    else durable.get(folder)?.delete(name)
}

/** Of names that were not synced some come through; whatever came later to a name that did not, does not either. */
function keepSome(durable: Map<Folder, Map<string, File | Folder>>, namings: readonly Naming[], luck: Luck) {
  const lost = new Map<Folder, Set<string>>()
  for (const naming of namings) {
    const rests = naming.steps.some(([folder, name]) => lost.get(folder)?.has(name))
    if (!rests && isKept(luck)) settle(durable, naming)
    else
      for (const [folder, name] of naming.steps) lost.set(folder, (lost.get(folder) ?? new Set()).add(name))
  }
}

function lookInto(folder: Folder, durable: Map<Folder, Map<string, File | Folder>>, luck: Luck): Found {
  const found: Found = new Map()
  for (const [name, what] of durable.get(folder) ?? [])
    found.set(
      name,
      what.kind === 'folder'
        ? lookInto(what, durable, luck)
        : changed(
            what.synced,
            what.changes.flatMap((change) => inPart(change, luck)),
          ),
    )
  return found
}

const isKept = ({ kept, random }: Luck) => kept === 1 || random() < kept

/** What comes through of one change: all, nothing, some of its sectors, or only that the file has grown. */
function inPart(change: Change, luck: Luck): Change[] {
  if ('size' in change || !luck.isTorn) return isKept(luck) ? [change] : []
  const { at, bytes, to } = change
  const how = luck.random()
  if (how < 0.3) return isKept(luck) ? [change] : []
  if (how < 0.5) return [{ to, at: at + bytes.length, bytes: Buffer.alloc(0) }]
  const parts: Change[] = []
  for (let from = at; from < at + bytes.length; ) {
    const end = Math.min(at + bytes.length, (Math.floor(from / sector) + 1) * sector)
    if (isKept(luck)) parts.push({ to, at: from, bytes: bytes.subarray(from - at, end - at) })
    from = end
  }
  return parts
}

/** The bytes of a file after some changes. */
function changed(before: Buffer, changes: readonly Change[]): Buffer {
  const sizes = changes.map((change) => ('size' in change ? change.size : change.at + change.bytes.length))
  const after = Buffer.alloc(Math.max(before.length, ...sizes))
  before.copy(after)
  let size = before.length
  for (const change of changes)
    if ('size' in change) {
      after.fill(0, change.size, Math.max(size, change.size))
      size = change.size
    } else {
      change.bytes.copy(after, change.at)
      size = Math.max(size, change.at + change.bytes.length)
    }
  return after.subarray(0, size)
}
