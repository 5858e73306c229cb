import { writeFileSync } from 'node:fs'
import { getPriority } from 'node:os'
import { followParent } from '../../../../src/tools/extract/follow-parent.ts'

// Tells what it finds around it: its environment, its priority and whether it may write.
followParent(Number(process.argv[2]))
const mayWrite = () => {
  try {
    writeFileSync('written-by-a-reader', '')
    return true
  } catch {
    return false
  }
}
await new Promise((resolve) => setTimeout(resolve, 300))
const found = { variables: Object.keys(process.env), priority: getPriority(), mayWrite: mayWrite() }
process.send?.({ kind: 'start', total: 0, layer: 'embedded', engine: JSON.stringify(found), assumed: null })
process.send?.({ kind: 'end', resident: 0 })
