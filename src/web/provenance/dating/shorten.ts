/** A sentence's beginning in at most so many characters: up to where it explains itself, else whole words and an ellipsis. */
export function shorten(sentence: string, most: number): string {
  const bare = sentence.replace(/\.$/, '')
  const plain = /^(.{8,}?)(?:, which | \(read )/.exec(bare)?.[1] ?? bare
  if (plain.length <= most) return plain
  const cut = plain.slice(0, Math.max(1, most - 1))
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–-]+$/, '')}…`
}
