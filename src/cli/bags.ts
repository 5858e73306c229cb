import { type ExportBagsDeps, exportBags } from '../actions/export-bags.ts'
import { verifyBags } from '../actions/verify-bags.ts'
import type { BagsSource } from '../ports/bags.ts'
import { onFolder, withProgress } from './backup.ts'
import { printFindings } from './findings.ts'
import { size } from './size.ts'

/** `fonds bags …`: a whole archive as BagIt bags. */
export const bags = {
  /** Writes the archive as bags; 0 when all of it is in them. */
  async export({ deps, close }: { deps: ExportBagsDeps; close: () => void }): Promise<number> {
    const { where } = deps.folder
    try {
      const made = await withProgress((tell) => exportBags(deps, tell)).catch((error) => {
        throw onFolder(error, 'bags', where, 'free space')
      })
      await printFindings(made.findings)
      const before = made.known === 0 ? '' : `, ${made.known} of them before`
      console.log(
        `The archive of ${made.at} is in ${where}: ${made.documents} documents${before}, each a bag, and the bag of what they share.`,
      )
      return made.findings.length === 0 ? 0 : 1
    } finally {
      close()
    }
  },

  /** Prints what is wrong, bag by bag; 0 when nothing is. */
  async verify(source: BagsSource): Promise<number> {
    const { findings, ...found } = await withProgress((tell) =>
      verifyBags(source, (done) => tell('bags', done, done)),
    )
    await printFindings(findings)
    if (findings.length > 0) return 1
    const bags = found.bags === 1 ? 'the bag is' : `${found.bags} bags are`
    console.log(`All is well: ${bags} complete and valid, ${found.files} files (${size(found.bytes)}).`)
    return 0
  },
}
