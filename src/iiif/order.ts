import type { CanvasEntry } from '../ports/canvases.ts'

const rightToLeft: ReadonlySet<string> = new Set([
  ...['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'],
])

/** Where one goes on to in a language's books (IIIF Presentation 3.0, 3.2, viewingDirection); undefined: as usual. */
export function directionOf(language: string | null): 'right-to-left' | undefined {
  const script = language === null ? undefined : scriptOf(language)
  return script !== undefined && rightToLeft.has(script) ? 'right-to-left' : undefined
}

function scriptOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().script
  } catch {
    return undefined
  }
}

/**
 * How canvases are laid out (3.2, behavior): in openings where their labels go 1r, 1v, 2r … without a gap, for then it is
 * known which face each other; else each by itself.
 */
export function behaviorOf(entries: readonly CanvasEntry[]): 'paged' | 'individuals' {
  const isFoliated = entries.every((entry, index) => {
    const [, side] =
      (entry.kind === 'page' && /^(?:ff?\.|fol\.)?\s*\d+\s*([rv])$/i.exec(entry.label ?? '')) || []
    return side?.toLowerCase() === (index % 2 === 0 ? 'r' : 'v')
  })
  return isFoliated && entries.length > 2 ? 'paged' : 'individuals'
}
