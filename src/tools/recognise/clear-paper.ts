const brightest = 255
const darkestPaper = 96
const margin = 1

/**
 * Turns the paper of grey pixels white, in place. Paper is what most of a page is; whatever is no darker than paper by more
 * than its grain reaches above it becomes white, and ink keeps its distance from it. On a sparse or empty page tesseract
 * takes grain for letters else, and seeks among them for half a minute. A page that is dark on the whole is left as it is.
 */
export function clearPaper(grey: Buffer): void {
  const counts = new Float64Array(brightest + 1)
  for (const value of grey) counts[value] = (counts[value] ?? 0) + 1
  const paper = level(counts, grey.length / 2)
  if (paper < darkestPaper) return
  const grain = level(counts, grey.length * 0.99) - paper
  const white = paper - Math.max(2, grain * margin)
  const cleared = Uint8Array.from(counts, (_, value) =>
    Math.min(brightest, Math.round((value / white) * brightest)),
  )
  for (let at = 0; at < grey.length; at++) grey[at] = cleared[grey[at] ?? brightest] ?? brightest
}

function level(counts: Float64Array, share: number): number {
  let seen = 0
  for (const [value, count] of counts.entries()) {
    seen += count
    if (seen >= share) return value
  }
  return brightest
}
