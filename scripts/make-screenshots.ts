import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { aReadingRoom, desk, phone } from '../test/e2e/room.ts'

const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url))

// Looks at the sample archive in a browser and keeps what it sees for README and docs/reading-room.md. The pages have to be
// built (node scripts/setup.mjs); recognition is off, so that it takes seconds.
const room = await aReadingRoom()
try {
  await mkdir(folder, { recursive: true })
  const { body } = await room.it.get('/search?q=title:Serov')
  const serov: string = body.hits[0].document.id
  const views = [
    { name: 'search', path: '/search?q=Šiauliai', size: desk },
    { name: 'dating', path: `/documents/${serov}/provenance`, size: { width: 1440, height: 1200 } },
    { name: 'dating-phone', path: `/documents/${serov}/provenance`, size: phone },
  ]
  for (const { name, path, size } of views) {
    const page = await room.visit(path, { size })
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: `${folder}${name}.png` })
    console.log(`docs/screenshots/${name}.png`)
  }
} finally {
  await room.close()
}
// The browser's connection would hold the program.
process.exit()
