import { followParent } from '../../../../src/tools/extract/follow-parent.ts'

// Tells one page and then never again lets an event in, like a library caught in an endless loop.
followParent(Number(process.argv[2]))
process.send?.(
  { kind: 'start', total: 1, layer: 'embedded', engine: `pid ${process.pid}`, assumed: null },
  () => {
    for (;;) Math.random()
  },
)
