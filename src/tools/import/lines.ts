/** The lines of a text that comes in pieces, without their ends; null for one that is longer than is held. */
export async function* linesOf(pieces: AsyncIterable<string>, most: number): AsyncGenerator<string | null> {
  let held = ''
  let isTooLong = false
  for await (const piece of pieces) {
    const parts = piece.split('\n')
    for (const [at, part] of parts.entries()) {
      isTooLong ||= held.length + part.length > most
      held = isTooLong ? '' : held + part
      if (at === parts.length - 1) break
      yield isTooLong ? null : held.replace(/\r$/, '')
      held = ''
      isTooLong = false
    }
  }
  if (isTooLong) yield null
  else if (held !== '') yield held
}
