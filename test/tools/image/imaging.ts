import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll } from 'vitest'
import { type ImagerOptions, imager } from '../../../src/tools/image/imager.ts'

export const limits = { memoryBytes: 1024 ** 3, wallMs: 60_000, stallMs: 60_000, nice: 5 }
export const never = new AbortController().signal

/** A folder with an imager that may read it and write to it; both go away after the tests of the file. */
export function aStudio(options: Partial<ImagerOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'fonds-images-'))
  const reach = { reads: [folder], writes: [folder] }
  const images = imager({ limits, reach, places: 2, ...options })
  afterAll(async () => {
    await images.close()
    rmSync(folder, { recursive: true, force: true })
  })
  let files = 0
  const keep = async (bytes: Uint8Array, mediaType: string, name = 'scan') => {
    const path = join(folder, `${++files}`)
    await writeFile(path, bytes)
    return { path, name, mediaType }
  }
  /** Keeps the bytes and makes the image of a page of them; returns it with where it lies. */
  const make = async (bytes: Uint8Array, mediaType: string, page = 1) => {
    const target = join(folder, `${++files}.tif`)
    const image = await images.make(await keep(bytes, mediaType), page, target, never)
    return { ...image, path: target }
  }
  const inspect = async (bytes: Uint8Array, mediaType: string) =>
    images.inspect(await keep(bytes, mediaType), never)
  return { folder, images, keep, make, inspect }
}

/** The colour of the image at a place, given in parts of its width and height. */
export async function colourAt(path: string, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(path).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
  return [...data.subarray(at, at + info.channels)]
}
