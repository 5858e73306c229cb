import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import sharp from 'sharp'
import type { PagePicture, RecognisedPage } from '../../../src/ports/recogniser.ts'
import type { RecogniserConfig } from '../../../src/tools/recognise/recogniser.ts'
import { aFolder } from '../../support/process.ts'
import { aScan, type Scan, type ScanWish } from '../../support/scans/a-scan.ts'
import { turnedScan } from '../../support/scans/turned.ts'

export const never = new AbortController().signal

export const config: RecogniserConfig = {
  engine: 'auto',
  tessdata: null,
  places: 1,
  limits: { memoryBytes: 1024 ** 3, wallMs: 60_000, stallMs: 60_000, nice: 10 },
}

/** The models of the machine's own tesseract, by which a test says whether it can run; none where it is not installed. */
export const nativeModels: readonly string[] = (() => {
  try {
    return execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).trim().split('\n').slice(1)
  } catch {
    return []
  }
})()

/** A scan and the picture of it. */
export type Pictured = { scan: Scan; picture: PagePicture }

/** A scan as the picture of a page, kept as a pyramid of JPEG tiles, as the archive keeps it; turned clockwise, if that is wished. */
export async function pictured(
  folder: string,
  wish: ScanWish,
  turn: 0 | 90 | 180 | 270 = 0,
): Promise<Pictured> {
  const upright = await aScan(wish)
  const scan = turn === 0 ? upright : await turnedScan(upright, turn)
  const path = join(folder, `${wish.language}-${scan.dpi}-${wish.seed ?? 1}-${turn}.tif`)
  await sharp(scan.png).tiff({ pyramid: true, tile: true, compression: 'jpeg', quality: 85 }).toFile(path)
  return { scan, picture: { path, width: scan.width, height: scan.height, dpi: scan.dpi } }
}

/** The page that was recognised; throws what was answered instead. */
export function pageOf(answer: { kind: string }): RecognisedPage {
  if (answer.kind !== 'page') throw new Error(JSON.stringify(answer))
  return answer as RecognisedPage
}

/** A folder with a `tesseract` that does as a shell script says, first on the PATH, and the Lithuanian model for it. */
export async function withTesseract(
  script: string,
  use: (at: { folder: string; tessdata: string; program: string }) => Promise<void>,
): Promise<void> {
  await using folder = await aFolder()
  const tessdata = join(folder.path, 'tessdata')
  const program = join(folder.path, 'tesseract')
  await mkdir(tessdata)
  const manifest = createRequire(import.meta.url).resolve('@tesseract.js-data/lit/package.json')
  const packed = await readFile(join(dirname(manifest), '4.0.0_best_int/lit.traineddata.gz'))
  await writeFile(join(tessdata, 'lit.traineddata'), gunzipSync(packed))
  await writeFile(
    program,
    `#!/bin/sh\ncase "$1" in\n--version) echo "tesseract 9.9.9";;\n--list-langs) ;;\n*) echo $$ > "$0.pid"\n${script}\nesac\n`,
  )
  await chmod(program, 0o755)
  const path = process.env.PATH
  process.env.PATH = `${folder.path}:${path}`
  try {
    await use({ folder: folder.path, tessdata, program })
  } finally {
    process.env.PATH = path
  }
}
