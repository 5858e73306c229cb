import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { writeNote } from '../src/web/annotate/write-note.ts'
import { aReadingRoom, desk, phone } from '../test/e2e/room.ts'

const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url))

// Looks at the sample archive in a browser and keeps what it sees for README and docs/reading-room.md; names after the
// command keep only those. The pages have to be built (node scripts/setup.mjs); recognition is off, so that it takes seconds.
const wanted = process.argv.slice(2)
const room = await aReadingRoom({ env: { FONDS_IMAGES: 'ingest' } })
try {
  await mkdir(folder, { recursive: true })
  const find = async (q: string): Promise<string> =>
    (await room.it.get(`/search?q=${q}`)).body.hits[0].document.id
  const [serov, scanned] = [await find('title:Serov'), await find('title:Note')]
  const note = await aNote(scanned)
  const views = [
    { name: 'search', path: '/search?q=Šiauliai', size: desk },
    { name: 'annotate', path: `/documents/${scanned}/pages/1?note=${note}`, size: desk },
    { name: 'dating', path: `/documents/${serov}/provenance`, size: { width: 1440, height: 1200 } },
    { name: 'dating-phone', path: `/documents/${serov}/provenance`, size: phone },
  ]
  for (const { name, path, size } of views) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const page = await room.visit(path, { size })
    await page
      .locator(path.includes('/pages/') ? '[data-open=true]' : 'h1')
      .first()
      .waitFor()
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: `${folder}${name}.png` })
    console.log(`docs/screenshots/${name}.png`)
  }
} finally {
  await room.close()
}
// The browser's connection would hold the program.
process.exit()

/** Says something of a passage of the first page, and of a place on its scan; the id of the first of the two. */
async function aNote(document: string): Promise<string> {
  const { text, width, height } = (await room.it.get(`/documents/${document}/pages/1`)).body
  const source = `${room.origin}/api/v1/documents/${document}/pages/1`
  const say = async (about: object, value: string, tags: string[], motivation: string) => {
    const body = writeNote(
      { source, text: text.content, passage: null, box: null, ...about },
      { text: value, tags, motivation },
    )
    const sent = await room.it.post('/annotations/').set('Content-Type', 'application/ld+json').send(body)
    return String(sent.body.id).split('/').at(-1) ?? ''
  }
  const words = 'The copy found in Šiauliai'
  const start = text.content.indexOf(words)
  const first = await say(
    { passage: { start, end: start + words.length } },
    'Found by whom, and when?',
    ['Šiauliai', 'provenance'],
    'questioning',
  )
  if (width !== null)
    await say(
      { box: [width * 0.1, height * 0.08, width * 0.8, height * 0.12] },
      'Heading typed on another machine?',
      ['typewriter'],
      'commenting',
    )
  return first
}
