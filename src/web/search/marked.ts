/** A stretch of a snippet, and whether it was searched for. */
export type Stretch = { readonly text: string; readonly isHit: boolean }

/** The text of a snippet from the archive: escaped HTML in which only `<mark>` is markup. Whatever else looks like it stays text. */
export function stretchesOf(snippet: string): Stretch[] {
  return snippet
    .split(/(<mark>[\s\S]*?<\/mark>)/)
    .map((part) => {
      const hit = /^<mark>([\s\S]*)<\/mark>$/.exec(part)
      return { text: unescaped(hit?.[1] ?? part), isHit: hit !== null }
    })
    .filter(({ text }) => text !== '')
}

const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" }

const unescaped = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (whole, name: string) => characters[name] ?? whole)
