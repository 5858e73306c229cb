import { expect } from 'vitest'
import type { Served } from '../api/client.ts'
import { aPng } from '../support/tiny-images.ts'

/** What is written into a text field; `field` names it, so that what shows up tells where it came from. */
export type Say = (field: string) => string

/** The ids of one thing of each kind that is told of in an archive, by the name that paths have for it. */
export type Furniture = Readonly<Record<string, string>>

/** What becomes visible to whom: part of the description of the document, and of what hangs on it. */
export type Veil = { visibility?: string; group?: string; embargoUntil?: string }

type Made = Record<string, unknown> & { id: string }

/** Makes something with what is given, and returns it. */
export async function made(it: Served, path: string, body: object): Promise<Made> {
  const reply = await it.post(path).send(body)
  expect(reply.status, `${path} ${reply.text}`).toBe(201)
  return reply.body
}

const longOf = (say: Say) => (field: string) => `${say(field)} ${say(`${field}, again`)}`

/** Whom and what documents name, which everybody sees, every text of it said by `say`: agents, places, works and the like. */
export async function furnishNames(it: Served, say: Say): Promise<Furniture> {
  const long = longOf(say)
  const named = { names: [{ text: say('name'), kind: say('kind of name'), lang: 'en' }], note: long('note') }
  const agent = await made(it, '/agents', {
    ...named,
    kind: 'person',
    offices: [{ title: say('office') }],
    sameAs: ['https://example.org/agent'],
  })
  const place = await made(it, '/places', { ...named, coordinates: { lat: 54.7, lon: 25.3 } })
  const happening = await made(it, '/happenings', {
    ...named,
    date: '1941-06-14',
    places: [{ place: place.id }],
  })
  const source = await made(it, '/sources', {
    ...{ type: 'book', title: say('title of work'), note: say('note on work'), ISBN: say('ISBN') },
    author: [{ family: say('family name'), given: say('given name') }, { literal: say('literal name') }],
    ...{
      publisher: say('publisher'),
      'container-title': say('container'),
      abstract: say('abstract of work'),
    },
    ...{ URL: 'https://example.org/work', DOI: say('DOI') },
  })
  return {
    ...{ agents: agent.id, places: place.id, happenings: happening.id },
    ...{ sourceId: source.id, collectionId: await furnishCollection(it, say) },
  }
}

/** A unit of arrangement, every text of it said by `say`. */
export async function furnishCollection(it: Served, say: Say, more: object = {}): Promise<string> {
  const { id } = await made(it, '/collections', {
    ...{ level: 'fonds', referenceCode: say('reference code'), title: say('title of unit') },
    ...Object.fromEntries(unitFields.map((field) => [field, say(field)])),
    ...more,
  })
  return id
}

/**
 * A document of three pages, the last with a picture, with witnesses, a mark, an annotation and claims, every text of it said by `say`; `names` are those
 * that it names, and are told with it.
 */
export async function furnish(it: Served, say: Say, names: Furniture, veil: Veil = {}): Promise<Furniture> {
  const long = longOf(say)
  const {
    agents: agent,
    places: place,
    happenings: happening,
    sourceId: source,
    collectionId: collection,
  } = names
  const added = await it.upload(
    {
      ...{ title: say('title'), creator: say('creator'), type: say('type'), subjects: [say('subject')] },
      ...{ abstract: long('abstract'), rights: long('rights'), date: '1941', collection },
      identifiers: [{ scheme: say('scheme'), value: say('identifier') }],
      ...veil,
    },
    [
      {
        name: `${say('file name')}.txt`,
        bytes: `${long('text')}\f${long('second page')}`,
        type: 'text/plain',
      },
      { name: `${say('second file name')}.html`, bytes: `<p>${long('text of HTML')}</p>`, type: 'text/html' },
      // The same bytes in every document, so that each is a duplicate of the others.
      { name: `${say('name of picture')}.png`, bytes: aPng(1941), type: 'image/png' },
    ],
  )
  expect(added.status, added.text).toBe(201)
  await it.idle()
  const document = (await it.get(`/documents/${added.body.id}`)).body
  const [witness] = document.witnesses
  const cited = [{ source, locator: say('locator'), quote: say('quote'), stance: 'states' }]
  const about = { note: long('note on claim'), sources: cited }
  const value: Record<string, object> = {
    title: { text: say('claimed title'), kind: say('kind of title') },
    author: { text: say('author'), capacity: say('capacity') },
    signatory: { agent, capacity: say('capacity of signatory') },
    date: { edtf: '1941-06', asWritten: say('date as written') },
    'date-borne': { asWritten: say('date borne') },
    place: { place, role: say('role of place'), name: say('place as named') },
    classification: { text: say('classification') },
    genre: { text: say('genre'), kind: say('kind of genre') },
    subject: { agent },
    incipit: { text: long('incipit') },
    prepares: { happening },
    mentions: { agent, name: say('as mentioned') },
    'printed-in': { source, locator: say('printed at') },
  }
  let claim = ''
  for (const [property, its] of Object.entries(value))
    claim = (await made(it, `/documents/${document.id}/claims`, { property, value: its, ...about })).id
  const second = await made(it, `/documents/${document.id}/witnesses`, {
    ...{ label: say('label'), kind: say('kind of witness'), holder: say('holder') },
    ...{ shelfmark: say('shelfmark'), custody: long('custody') },
    headingAsPrinted: { text: say('heading'), status: 'misleading' },
  })
  const mark = await made(it, `/witnesses/${witness.id}/marks`, {
    ...{ kind: 'registry', reading: say('reading of mark'), asRead: 'XXXX-06-07' },
    ...{ because: say('because'), inferred: ['year'], date: '1941-06-07', sources: cited, agent },
  })
  const page = (await it.get(`/documents/${document.id}/pages/1`)).body
  // The picture takes the transcription of the HTML: it is page 3.
  const picture = (await it.get(`/documents/${document.id}/pages/3`)).body
  const annotation = await made(it, `/documents/${document.id}/annotations/`, {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    motivation: ['commenting', 'tagging'],
    rights: 'https://example.org/rights',
    body: [
      { type: 'TextualBody', value: long('annotation'), purpose: 'commenting', format: 'text/html' },
      { type: 'TextualBody', value: say('tag'), purpose: 'tagging' },
    ],
    target: {
      source: `/api/v1/documents/${document.id}/pages/1`,
      selector: { type: 'TextPositionSelector', start: 0, end: 5 },
    },
  })
  const corrected = await it
    .put(`/documents/${document.id}/pages/2/text`)
    .send({ layer: 'transcription', content: long('corrected text') })
  expect(corrected.status, corrected.text).toBe(200)
  return {
    ...{ documentId: document.id, witnessId: witness.id, fileId: witness.files[0].id, pageId: page.id },
    ...{ jobId: added.body.job.id, claimId: claim, markId: mark.id, secondWitness: second.id },
    ...{ secondFile: witness.files[1].id, annotationId: String(annotation.id.split('/').at(-1)) },
    ...{ revision: corrected.body.revision, imagePage: picture.id, imageFile: witness.files[2].id },
    ...names,
  }
}

const unitFields = [
  ...['extent', 'creator', 'adminHistory', 'archivalHistory', 'accession', 'donor'],
  ...[
    'scopeAndContent',
    'appraisal',
    'accruals',
    'arrangement',
    'accessConditions',
    'reproductionConditions',
  ],
  ...['languages', 'physicalCharacteristics', 'findingAids', 'originals', 'copies', 'relatedUnits'],
  ...['publicationNote', 'note'],
]

/** What belongs to no document: uploads in a batch and in pieces, an import, all said by `say`. */
export async function furnishWork(it: Served, say: Say): Promise<Furniture> {
  const batch = await it.post('/uploads').send({ name: say('name of batch') })
  expect(batch.status, batch.text).toBe(201)
  const sent = await it
    .post(`/uploads/${batch.body.id}/files`)
    .attach('files', Buffer.from(say('text in batch')), { filename: `${say('file in batch')}.txt` })
  expect(sent.status, sent.text).toBe(201)
  const begun = await it.post('/uploads/tus').set({
    'Tus-Resumable': '1.0.0',
    'Upload-Length': '9',
    'Upload-Metadata': `filename ${Buffer.from(`${say('file in pieces')}.txt`).toString('base64')}`,
  })
  expect(begun.status, begun.text).toBe(201)
  const table = `title,creator,note\n"${say('title in table').replaceAll('"', '""')}",${'x'},y\n`
  const imported = await it
    .post('/imports')
    .field('keepUnknown', 'true')
    .attach('files', Buffer.from(table), 'table.csv')
  expect(imported.status, imported.text).toBe(201)
  await it.idle()
  return {
    uploadId: batch.body.id,
    tusId: begun.headers.location?.split('/').at(-1) ?? '',
    importId: imported.body.id,
  }
}
