const brightest = 255
const darkestPaper = 96
// Measured on made scans, smoothed: 21 at most. What reaches further is no grain, but something brighter than most of the page.
const mostGrain = 32
// A black table draws the line by which tesseract parts ink from paper down to where letters break up.
const darkestTable = 102

/**
 * Turns the paper of grey pixels white, in place: whatever is no darker than paper by more than its grain reaches above it;
 * ink keeps its distance. Paper is what most of a page is, or, where much is brighter than that (a leaf on a table, half a
 * page above a grey fill), the brighter part. On a sparse or empty page tesseract takes grain for letters else, and seeks
 * among them for half a minute. A page that is dark, or whose paper cannot be told, is left as it is: better slow than lost.
 */
export function clearPaper(grey: Buffer): void {
  const counts = new Float64Array(brightest + 1)
  for (const value of grey) counts[value] = (counts[value] ?? 0) + 1
  const usual = whiteOf(counts)
  const white = usual ?? whiteOfBrighter(counts)
  if (white === null) return
  const least = usual === null ? darkestTable : 0
  const cleared = Uint8Array.from(counts, (_, value) =>
    Math.max(least, Math.min(brightest, Math.round((value / white) * brightest))),
  )
  for (let at = 0; at < grey.length; at++) grey[at] = cleared[grey[at] ?? brightest] ?? brightest
}

/** The grey from which on all is paper, or null where what most pixels are is dark or no paper. */
function whiteOf(counts: Float64Array): number | null {
  const paper = level(counts, 0.5)
  const grain = level(counts, 0.99) - paper
  return paper < darkestPaper || grain > mostGrain ? null : paper - Math.max(2, grain)
}

/** The same for the brighter of the two parts into which the greys fall; never so low that it reaches into the darker one. */
function whiteOfBrighter(counts: Float64Array): number | null {
  const least = threshold(counts)
  const white = whiteOf(counts.map((count, value) => (value < least ? 0 : count)))
  return white === null ? null : Math.max(white, least)
}

/** The first grey of the brighter part by Otsu's method: where the variance between the parts is greatest. */
function threshold(counts: Float64Array): number {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const all = counts.reduce((sum, count, value) => sum + count * value, 0)
  let [best, most, below, dark] = [0, 0, 0, 0]
  for (const [value, count] of counts.entries()) {
    const above = total - below
    const apart = below > 0 && above > 0 ? dark / below - (all - dark) / above : 0
    const variance = below * above * apart ** 2
    if (variance > most) [most, best] = [variance, value]
    below += count
    dark += count * value
  }
  return best
}

function level(counts: Float64Array, share: number): number {
  const wanted = counts.reduce((sum, count) => sum + count, 0) * share
  let seen = 0
  for (const [value, count] of counts.entries()) {
    seen += count
    if (seen >= wanted) return value
  }
  return brightest
}
