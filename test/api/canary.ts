import { expect } from 'vitest'
import { allRoutes, type ServerDeps } from '../../src/api/server.ts'
import { aPdf } from '../support/pdf.ts'
import { asText, type Served } from './client.ts'

/** The word that a paper holds, also in another language. */
export const word = /canary|kanarien/i

/** A PDF of three pages, of which the second holds the word, with all that may tell of it. */
export async function aPaper(it: Served) {
  const pages = [
    'The first page tells of herrings.',
    'Quiet rooms\nA canary sings in here.',
    'The third page, of herrings.',
  ]
  const reply = await it.upload({ title: 'Three pages' }, [
    { name: 'paper.pdf', bytes: Buffer.from(await aPdf(pages)) },
  ])
  await it.idle()
  const { id } = reply.body
  const [{ id: witness, files }] = (await it.get(`/documents/${id}`)).body.witnesses
  expect((await it.get(`/documents/${id}/pages/2/image`)).status).toBe(200)
  const translation = { layer: 'translation:de', content: 'Ein Kanarienvogel singt.' }
  expect((await it.put(`/documents/${id}/pages/2/text`).send(translation)).status).toBe(200)
  const read = (await it.get(`/documents/${id}/pages/2`)).body
  const selector = { type: 'TextQuoteSelector', exact: 'canary' }
  const target = { source: `http://localhost/api/v1/documents/${id}/pages/2`, selector }
  const note = await it.post('/annotations/').send({ type: 'Annotation', target, bodyValue: 'Which canary?' })
  expect(note.status, note.text).toBe(201)
  const box = wordBox(read, 'canary')
  const mark = await it
    .post(`/witnesses/${witness}/marks`)
    .send({ kind: 'receipt', page: read.id, box, reading: 'CANARY 7' })
  expect(mark.status, mark.text).toBe(201)
  const annotation = String(note.body.id).split('/').at(-1) ?? ''
  return {
    id,
    witness,
    file: files[0].id as string,
    page: read.id as string,
    annotation,
    mark: mark.body.id,
    box,
  }
}
export type Paper = Awaited<ReturnType<typeof aPaper>>

const wordBox = (page: { text: { words: { text: string; box: number[] }[] } }, text: string) =>
  (page.text.words.find((one) => one.text === text)?.box ?? []).map(Math.floor)

/** Every answer that somebody gets of every route that tells of the paper, by its address. */
async function answers(it: Served, paper: Paper, as: Record<string, string>): Promise<Map<string, string>> {
  const named: Record<string, string> = {
    documentId: paper.id,
    subjectId: paper.id,
    number: '2',
    pageId: paper.page,
    fileId: paper.file,
    witnessId: paper.witness,
    annotationId: paper.annotation,
    markId: paper.mark,
    layer: 'translation:de',
  }
  const asked = new URLSearchParams({ q: 'canary', url: `http://localhost/documents/${paper.id}/pages/2` })
  const about = allRoutes({} as ServerDeps).flatMap(({ method, path, access, id }) => {
    const isAsked = method === 'get' && (access === 'reader' || access === 'public')
    const isOther = /events|export.pdf/.test(path) || id === 'readImage'
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
    const isAbout =
      names.length > 0 ? names.every((name) => name in named) : /annotations|oembed|export/.test(path)
    return isAsked && !isOther && isAbout ? [path.replace(/:(\w+)/g, (_, name) => named[name] ?? '')] : []
  })
  const lists = ['/search?q=sings', '/suggest?q=cana', '/search.jsonl?q=sings', '/search.csv?q=sings']
  const answers = [...about, ...lists, `/documents/${paper.id}/search?q=sings`].map(async (path) => {
    const plain = await it.get(path, as).buffer().parse(asText)
    const reply = plain.status === 400 ? await it.get(`${path}?${asked}`, as).buffer().parse(asText) : plain
    expect(reply.status, path).toBeLessThan(500)
    // Some say again what they were asked.
    const text = `${reply.body} ${JSON.stringify(reply.headers)}`.replaceAll(/[?&](q|prefix)=cana(ry)?/g, '')
    return [path, text] as const
  })
  return new Map(await Promise.all(answers))
}

/** The addresses of the answers in which the word stands. */
export const leaks = async (it: Served, paper: Paper, as: Record<string, string>) =>
  [...(await answers(it, paper, as))].filter(([, text]) => word.test(text)).map(([address]) => address)
