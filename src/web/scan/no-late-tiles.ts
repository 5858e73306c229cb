import OpenSeadragon from 'openseadragon'

type Console = Pick<typeof console, 'warn'>

/**
 * OpenSeadragon warns of every piece of a scan that arrives after its page was turned, which is nothing but turning
 * pages quickly. All else that it says is said.
 */
export function passOverLateTiles(library = OpenSeadragon as unknown as { console: Console }): void {
  const { console } = library
  if (passing.has(console)) return
  const quiet: Console = Object.assign(Object.create(console), {
    warn: (said: unknown, ...rest: unknown[]) => {
      if (!String(said).startsWith('Ignoring tile')) console.warn(said, ...rest)
    },
  })
  passing.add(quiet)
  library.console = quiet
}

const passing = new WeakSet<Console>()
