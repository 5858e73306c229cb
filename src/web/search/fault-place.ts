/** A query cut where it went wrong: what stands before, the character there (empty at the end), and what follows. */
export type FaultPlace = { readonly before: string; readonly at: string; readonly after: string }

/** The place of a 1-based column, counted in code points; one past the end is the end. */
export function faultPlace(query: string, column: number): FaultPlace {
  const characters = [...query]
  const at = Math.min(Math.max(column - 1, 0), characters.length)
  return {
    before: characters.slice(0, at).join(''),
    at: characters[at] ?? '',
    after: characters.slice(at + 1).join(''),
  }
}
