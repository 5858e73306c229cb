/**
 * What a file is to a folder: `image` one page among others, `volume` a document with pages of its own, `text` a
 * transcription or a document by itself, `metadata` what is said of a document, `other` anything else.
 */
export type KindOfFile = 'image' | 'volume' | 'text' | 'metadata' | 'other'

const byExtension: Readonly<Record<string, KindOfFile>> = {
  ...of('image', 'jpg jpeg jpe png tif tiff webp jp2 j2k jpf jpx gif bmp heic'),
  ...of('volume', 'pdf djvu'),
  ...of('text', 'txt text md markdown docx html htm xhtml hocr xml alto odt rtf'),
  ...of('metadata', 'json'),
}

/** What the name of a file says that it is; null where it says nothing, and the bytes have to. */
export function kindByName(path: string): KindOfFile | null {
  const { extension } = parted(path)
  return byExtension[extension] ?? null
}

/** The last segment of a path, divided into its base and its extension (lower case, without the dot). */
export function parted(path: string): { name: string; base: string; extension: string } {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const [, base = name, extension = ''] = /^(.+)\.([^.]{1,10})$/su.exec(name) ?? []
  return { name, base, extension: extension.toLowerCase() }
}

const litter: ReadonlySet<string> = new Set([
  ...['thumbs.db', 'ehthumbs.db', 'desktop.ini', '$recycle.bin', 'system volume information', 'picasa.ini'],
  ...['__macosx', 'icon\r', '@eadir', '#recycle', '#snapshot', 'lost+found'],
])

/**
 * Whether a name is one that systems and programs leave in folders, or is hidden: nobody means it to be kept. `@eaDir` holds
 * small pictures of scans on network drives, `~$` begins the name of a Word document that is open.
 */
export const isLitter = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || litter.has(name.toLowerCase())

function of(kind: KindOfFile, extensions: string): Record<string, KindOfFile> {
  return Object.fromEntries(extensions.split(' ').map((extension) => [extension, kind]))
}
