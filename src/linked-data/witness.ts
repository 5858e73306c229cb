import type { Claim } from '../domain/claim.ts'
import type { StoredFile } from '../domain/document.ts'
import type { Mark } from '../domain/witness/mark.ts'
import { describeWitness, type WitnessRecord } from '../domain/witness/witness.ts'
import { type Addresses, type Node, saying } from './nodes.ts'
import { dateNode } from './statement.ts'

/** A witness as a rico:Instantiation, with its files (premis:File) and marks (crm:E37_Mark), each a node. */
export function witnessNodes(witness: WitnessRecord, claims: readonly Claim[], at: Addresses): Node[] {
  const { id, fallbackLabel, files, marks } = witness
  const view = describeWitness(claims.filter(({ subject }) => subject.id === id))
  const { holder, collection } = view
  return [
    saying({
      id: at.witness(id),
      type: 'rico:Instantiation',
      label: view.label ?? fallbackLabel,
      title: view.headingAsPrinted?.text,
      identifier: view.shelfmark,
      holder: holder?.agent
        ? at.agent(holder.agent)
        : holder?.text && { type: 'rico:Agent', name: holder.text },
      // In RiC-O only records are included in record sets: this says which of its witnesses lies there.
      arrangedIn: collection && at.collection(collection),
      language: view.language && { type: 'rico:Language', name: view.language },
      creationDate: view.date && dateNode(view.date, null),
      history: view.custody,
      derived: files.map((file) => at.file(file.id)),
      mark: marks.map((mark) => at.mark(mark.id)),
    }),
    ...files.map((file) => fileNode(file, at)),
    ...marks.map((mark) => markNode(mark, at)),
  ]
}

const sha256 = 'http://id.loc.gov/vocabulary/preservation/cryptographicHashFunctions/sha256'

const fileNode = (file: StoredFile, at: Addresses): Node => ({
  id: at.file(file.id),
  type: ['premis:File', 'rico:Instantiation'],
  originalName: file.name,
  size: file.bytes,
  format: file.mediaType,
  fixity: { type: sha256, digest: file.sha256 },
})

const markNode = (mark: Mark, at: Addresses): Node =>
  saying({
    id: at.mark(mark.id),
    type: 'crm:E37_Mark',
    kind: { type: 'crm:E55_Type', label: mark.kind },
    reading: mark.reading ?? mark.asRead,
    date: mark.date,
    inferred: mark.inferred,
    because: mark.because,
    source: mark.sources.map(({ source }) => at.source(source)),
    generatedAt: mark.recordedAt,
  })
