/** Something that is not as it should be; `document` where it concerns one, with its title where that is at hand. */
export type Finding = { document: string | null; title?: string | undefined; says: string }

/** An original that a row names. */
export type NamedOriginal = { key: number; document: string; name: string; sha256: string; bytes: number }

/** What can be checked of a catalogue while it is in use. */
export type Checks = {
  /** The database's own check of itself. */
  database(): Promise<Finding[]>
  /** How many originals the rows name. */
  countOriginals(): Promise<number>
  /** The originals after a key, a hundred at a time. */
  originals(after: number): Promise<NamedOriginal[]>
  /** The index against the text that it was made from: missing, wrong and ghost rows. */
  index(): AsyncIterable<Finding>
  /** A document's title, for people. */
  title(document: string): Promise<string | null>
}
