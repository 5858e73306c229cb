/**
 * The row numbers between which readings of documents lie, in runs that each know the one before it of the same document
 * (0 for none): what is written down today about a document of long ago has a run of its own, far from its pages.
 */
export type RowRuns = { count: number; first: Int32Array; last: Int32Array; before: Int32Array }

/** So many rows of other documents may stand within a run: to pass them over costs less than to look for another run. */
const mostOthers = 16

export const noRuns = (): RowRuns => ({
  count: 0,
  first: new Int32Array(256),
  last: new Int32Array(256),
  before: new Int32Array(256),
})

/** Takes in a row that comes after all others; returns the document's newest run by now, given that until now. */
export function addRow(runs: RowRuns, newest: number, row: number): number {
  if (newest !== 0 && row - (runs.last[newest] ?? 0) <= mostOthers + 1) {
    runs.last[newest] = row
    return newest
  }
  const run = ++runs.count
  if (run >= runs.first.length) grow(runs)
  runs.first[run] = row
  runs.last[run] = row
  runs.before[run] = newest
  return run
}

function grow(runs: RowRuns): void {
  for (const name of ['first', 'last', 'before'] as const) {
    const wide = new Int32Array(Math.ceil(runs.count * 1.25) + 256)
    wide.set(runs[name])
    runs[name] = wide
  }
}

/** The first and the last row of each run, from the newest run of a document to its oldest. */
export function* runsFrom(runs: RowRuns, newest: number): Iterable<{ first: number; last: number }> {
  for (let run = newest; run !== 0; run = runs.before[run] ?? 0) {
    yield { first: runs.first[run] ?? 0, last: runs.last[run] ?? 0 }
  }
}
