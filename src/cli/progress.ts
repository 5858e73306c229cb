import cliProgress from 'cli-progress'

export type Progress = {
  begin(what: string, total: number): void
  /** A line of its own, above the bar where there is one. */
  say(line: string): void
  step(): void
  end(): void
}

/** A bar on a terminal; plain lines in a pipe, where only what is said matters. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) {
    return { begin: () => {}, say: (line) => void stream.write(`${line}\n`), step: () => {}, end: () => {} }
  }
  let bar: cliProgress.SingleBar | null = null
  return {
    begin(what, total) {
      const format = `${what} {bar} {value}/{total}, {eta_formatted} to go`
      bar = new cliProgress.SingleBar(
        { format, stream, hideCursor: true },
        cliProgress.Presets.shades_classic,
      )
      bar.start(total, 0)
    },
    say(line) {
      stream.clearLine(0)
      stream.cursorTo(0)
      stream.write(`${line}\n`)
    },
    step: () => bar?.increment(),
    end() {
      bar?.stop()
      bar = null
    },
  }
}
