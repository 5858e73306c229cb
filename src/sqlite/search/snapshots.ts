const mostWeight = 500_000

/**
 * Results whose next pages may be asked for, so that those go on where the first page ended whatever arrives
 * meanwhile. The oldest go first once all together weigh too much.
 */
export function snapshots<T>() {
  const kept = new Map<string, { value: T; weight: number }>()
  let total = 0
  return {
    get(id: string): T | null {
      return kept.get(id)?.value ?? null
    },
    put(id: string, value: T, weight: number): void {
      total += weight - (kept.get(id)?.weight ?? 0)
      kept.delete(id)
      kept.set(id, { value, weight })
      for (const [oldest, { weight: freed }] of kept) {
        if (total <= mostWeight || kept.size === 1) break
        kept.delete(oldest)
        total -= freed
      }
    },
  }
}
