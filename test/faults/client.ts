import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { keeperToken } from '../support/process.ts'

export type Upload = { title: string; name: string; bytes: Uint8Array }

export type Added = {
  id: string
  pageCount: number
  witnesses: { files: { id: string; sha256: string; state: string; duplicateOf: string | null }[] }[]
  job: { id: string } | null
}

export type Client = ReturnType<typeof clientOf>

export const asKeeper = { Authorization: `Bearer ${keeperToken}` }

/** A client of a server, speaking as its keeper. */
export function clientOf(address: string) {
  const get = (path: string) => fetch(address + path, { headers: asKeeper })
  return {
    address,
    get,
    send: (path: string, init: RequestInit): Promise<Response> => fetch(address + path, init),
    /** A reply's JSON; throws when it is not 200. */
    async json<T>(path: string): Promise<T> {
      const reply = await get(path)
      if (reply.status !== 200) throw new Error(`${path} gave ${reply.status}: ${await reply.text()}`)
      return (await reply.json()) as T
    },
    upload({ title, name, bytes }: Upload, headers: Record<string, string> = {}): Promise<Response> {
      const form = new FormData()
      form.set('description', JSON.stringify({ title }))
      form.append('files', new Blob([Buffer.from(bytes)]), name)
      return fetch(`${address}/api/v1/documents`, {
        method: 'POST',
        headers: { ...asKeeper, ...headers },
        body: form,
      })
    },
    /** Adds a document without files. */
    describe: (description: object): Promise<Response> =>
      fetch(`${address}/api/v1/documents`, {
        method: 'POST',
        headers: { ...asKeeper, 'Content-Type': 'application/json' },
        body: JSON.stringify(description),
      }),
    /** Every document, oldest first. */
    async documents(): Promise<(Added & { title: string })[]> {
      const all: (Added & { title: string })[] = []
      let cursor: string | null = ''
      do {
        const page: { items: (Added & { title: string })[]; next: string | null } = await this.json(
          `/api/v1/documents?limit=100&cursor=${cursor}`,
        )
        all.push(...page.items)
        cursor = page.next
      } while (cursor !== null)
      return all.reverse()
    },
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Resolves once a check holds; throws, saying what did not, when it takes longer than so many seconds. */
export async function until(what: string, holds: () => Promise<boolean>, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${what}.`)
    await sleep(20)
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
