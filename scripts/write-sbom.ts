import { writeFileSync } from 'node:fs'
import { billOfMaterials } from './bill-of-materials.ts'

// Writes what Fonds consists of, with licences and digests, as CycloneDX; a release has it beside it.
const path = process.argv[2] ?? 'fonds.cdx.json'
const bill = billOfMaterials()
writeFileSync(path, `${JSON.stringify(bill, null, 2)}\n`)
console.log(`${path} names ${bill.components.length} packages.`)
