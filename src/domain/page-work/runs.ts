/** Pages of a file in a row (`from` behind `to` counts back), or a missing leaf. */
export type Run = PageRun | { leaf: string }
type PageRun = { file: string; from: number; to: number }

/** An entry of a sequence by where its page lies. */
export type Placed = { file: string; filePage: number } | { leaf: string }

/** A sequence in as few runs as it has, for what is kept of it: a thousand pages of one file are one. */
export function runsOf(entries: Iterable<Placed>): Run[] {
  const runs: Run[] = []
  for (const entry of entries) {
    const last = runs.at(-1)
    if ('leaf' in entry) runs.push(entry)
    else if (last && 'file' in last && continues(last, entry)) last.to = entry.filePage
    else runs.push({ file: entry.file, from: entry.filePage, to: entry.filePage })
  }
  return runs
}

function continues({ file, from, to }: PageRun, next: { file: string; filePage: number }): boolean {
  const step = next.filePage - to
  return next.file === file && Math.abs(step) === 1 && (from === to || Math.sign(to - from) === step)
}

/** The sequence that was made into runs; `pagesOf` gives the pages of a file between two places, lower first. */
export function entriesOf(
  runs: readonly Run[],
  pagesOf: (file: string, from: number, to: number) => readonly string[],
): string[] {
  return runs.flatMap((run) => {
    if ('leaf' in run) return [run.leaf]
    const { file, from, to } = run
    return from <= to ? pagesOf(file, from, to) : pagesOf(file, to, from).toReversed()
  })
}
