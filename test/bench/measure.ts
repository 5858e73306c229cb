/** Milliseconds that some work takes. */
export async function timeOf(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Milliseconds of CPU time of all threads of this process, and by the clock, that some work takes. */
export async function expenseOf(work: () => unknown): Promise<{ cpu: number; time: number }> {
  const before = process.cpuUsage()
  const time = await timeOf(work)
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1000, time }
}

/** Seconds of this thread's CPU time that some work takes; the clock ticks in milliseconds, so sum up many. */
export async function costOf(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1e6
}

/** The value below which a share of the values lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}
