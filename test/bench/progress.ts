const everyMs = 5000

/** Tells on stderr, every five seconds and at the end, how much of something is done. */
export function progress(what: string, total: number): (done: number) => void {
  const started = performance.now()
  let last = started
  return (done) => {
    const now = performance.now()
    if (now - last < everyMs && done < total) return
    last = now
    console.error(`${what}: ${done} of ${total}, ${Math.round((now - started) / 1000)} s`)
  }
}
