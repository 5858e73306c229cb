import type { GivenAnnotation } from './given.ts'
import { pageTargets } from './target.ts'

/** The addresses of what an annotation is about. */
export const targetsOf = ({ body }: GivenAnnotation): string[] =>
  pageTargets(body).map(({ source }) => source)

/** The annotations of a file, in their order but for those that others answer, which stand before their answers. */
export function answeredFirst<T extends { given: GivenAnnotation }>(read: readonly T[]): T[] {
  const called = new Map(read.flatMap((one) => one.given.iris.map((iri) => [iri, one] as const)))
  const ordered = new Set<T>()
  for (const one of read) {
    if (ordered.has(one)) continue
    // Those that wait for the one behind them; one that waits for itself, by whatever detour, waits no longer.
    const waiting = new Set([one])
    const line = [one]
    for (let last = line.at(-1); last; last = line.at(-1)) {
      const answered = targetsOf(last.given)
        .flatMap((iri) => called.get(iri) ?? [])
        .find((other) => !ordered.has(other) && !waiting.has(other))
      if (answered) {
        waiting.add(answered)
        line.push(answered)
      } else {
        line.pop()
        ordered.add(last)
      }
    }
  }
  return [...ordered]
}
