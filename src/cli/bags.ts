import { type ExportBagsDeps, exportBags } from '../actions/export-bags.ts'
import { type ImportBagsDeps, importBags } from '../actions/import-bags.ts'
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
      verifyBags(source, (done) => tell('checked', done, done)),
    )
    await printFindings(findings)
    if (findings.length > 0) return 1
    const bags = found.bags === 1 ? 'the bag is' : `${found.bags} bags are`
    console.log(`All is well: ${bags} complete and valid, ${found.files} files (${size(found.bytes)}).`)
    return 0
  },

  /** Builds an archive from bags; 0 when all of it is there. */
  async import(deps: ImportBagsDeps, home: string): Promise<number> {
    const { imported, findings } = await withProgress((tell) => importBags(deps, tell))
    await printFindings(findings)
    if (imported === null) {
      console.log('Nothing was imported: put right what is wrong with the bags, or bring them again.')
      return 1
    }
    console.log(`The archive of ${imported.of} is in ${home}: ${imported.documents} documents.`)
    console.log(
      'Passwords and tokens are in no bag: people get in by "fonds user password <login>", programs by new tokens.',
    )
    return findings.length === 0 ? 0 : 1
  },
}
