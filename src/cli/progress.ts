import cliProgress from 'cli-progress'

export type Progress = {
  begin(what: string, total: number): void
  /** A line of its own, above the bar where there is one. */
  say(line: string): void
  step(): void
  /** So many are done by now, and of so many; what was failed is counted apart. */
  reach(done: number, total: number, failed: number): void
  end(): void
}

const lineEveryMs = 10_000

/**
 * A bar on a terminal, with the rate and the time to go; plain lines in a pipe, where only what is said matters, and, in
 * what takes long, how far it is.
 */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  const far = farness()
  if (!stream.isTTY) return { ...inLines(stream, far), say: (line) => void stream.write(`${line}\n`) }
  let bar: cliProgress.SingleBar | null = null
  return {
    begin(what, total) {
      bar?.stop()
      far.begin(what, total)
      const format = `${what} {bar} {value}/{total}, {rate}/s, {eta_formatted} to go{failures}`
      bar = new cliProgress.SingleBar(
        { format, stream, hideCursor: true },
        cliProgress.Presets.shades_classic,
      )
      bar.start(total, 0, { rate: '–', failures: '' })
    },
    say(line) {
      stream.clearLine(0)
      stream.cursorTo(0)
      stream.write(`${line}\n`)
    },
    step: () => bar?.increment(far.reach(far.done() + 1)),
    reach(done, total, failed) {
      bar?.setTotal(total)
      bar?.update(done, far.reach(done, total, failed))
    },
    end() {
      bar?.stop()
      bar = null
    },
  }
}

function inLines(stream: NodeJS.WriteStream, far: ReturnType<typeof farness>): Omit<Progress, 'say'> {
  let told = 0
  const tell = () => {
    if (Date.now() - told < lineEveryMs) return
    told = Date.now()
    stream.write(`${far.line()}\n`)
  }
  return {
    begin(what, total) {
      far.begin(what, total)
      told = Date.now()
    },
    step() {
      far.reach(far.done() + 1)
      tell()
    },
    reach(done, total, failed) {
      far.reach(done, total, failed)
      tell()
    },
    end: () => {},
  }
}

/** How far something is, how fast it goes and when it will be done, in words. */
function farness() {
  let state = { what: '', done: 0, total: 0, failed: 0, from: 0, since: 0 }
  const rate = () => (state.done - state.from) / Math.max(0.001, (performance.now() - state.since) / 1000)
  const said = () => ({
    rate: rate() < 10 ? rate().toFixed(1) : String(Math.round(rate())),
    failures: state.failed === 0 ? '' : `, ${state.failed} failed`,
  })
  return {
    begin(what: string, total: number): void {
      state = { what, done: 0, total, failed: 0, from: -1, since: performance.now() }
    },
    reach(done: number, total = state.total, failed = state.failed) {
      // What was done before this run says nothing of how fast it goes.
      const from = state.from < 0 ? Math.max(0, done - 1) : state.from
      state = { ...state, done, total, failed, from }
      return said()
    },
    done: () => state.done,
    line(): string {
      const { what, done, total } = state
      const left = (total - done) / Math.max(1e-9, rate())
      const toGo = done > 0 && Number.isFinite(left) ? `, about ${spoken(left)} to go` : ''
      return `${what}: ${done} of ${total}, ${said().rate}/s${toGo}${said().failures}`
    },
  }
}

const spoken = (seconds: number): string =>
  seconds < 90
    ? `${Math.round(seconds)} s`
    : seconds < 5400
      ? `${Math.round(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`
