/**
 * Does something with every item, so many at a time, in order of their beginning. Where one fails no other is begun, and
 * it throws when those under way have ended.
 */
export async function inParallel<T>(
  items: AsyncIterable<T> | Iterable<T>,
  places: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>()
  let failure: { reason: unknown } | null = null
  for await (const item of items) {
    if (failure) break
    const done = work(item)
      .catch((reason: unknown) => {
        failure ??= { reason }
      })
      .finally(() => underWay.delete(done))
    underWay.add(done)
    if (underWay.size >= places) await Promise.race(underWay)
  }
  await Promise.all(underWay)
  if (failure) throw (failure as { reason: unknown }).reason
}
