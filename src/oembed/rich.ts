import { type Embedded, embedAddress } from './embedding.ts'

/** What is shown, and how much room there is for it; the page's id is null where it has no image. */
export type Shown = {
  place: Embedded
  title: string
  creator: string | null
  pageId: string | null
  room: { width: number; height: number }
}

const usual = { width: 640, height: 480 }
const thumbnail = { width: 240, height: 320 }

/** The size of what is shown, where at most so much room is given. */
export const roomFor = (most: { width?: number | undefined; height?: number | undefined }) => ({
  width: Math.min(usual.width, most.width ?? usual.width),
  height: Math.min(usual.height, most.height ?? usual.height),
})

/** A place in the archive as others show it: a response of the type `rich` (oEmbed 1.0, 2.3.4.4). */
export function richOf(baseUrl: string, { place, title, creator, pageId, room }: Shown) {
  const { width, height } = room
  const source = embedAddress(baseUrl, place)
  const attributes = { src: source, width, height, title, loading: 'lazy', allow: 'fullscreen' }
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(String(value))}"`)
  return {
    version: '1.0' as const,
    type: 'rich' as const,
    title,
    author_name: creator ?? undefined,
    provider_name: URL.parse(baseUrl)?.host ?? baseUrl,
    provider_url: `${baseUrl}/`,
    ...(pageId !== null && {
      thumbnail_url: `${baseUrl}/iiif/image/3/${pageId}/full/!${thumbnail.width},${thumbnail.height}/0/default.jpg`,
      thumbnail_width: thumbnail.width,
      thumbnail_height: thumbnail.height,
    }),
    html: `<iframe ${written.join(' ')} style="border:0"></iframe>`,
    width,
    height,
  }
}

const letters: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => letters[letter] ?? letter)
