import { followParent } from '../../../../src/tools/extract/follow-parent.ts'

// Never answers and never lets an event in, like a decoder caught in an endless loop.
followParent(Number(process.argv[2]))
process.on('message', () => {
  for (;;);
})
