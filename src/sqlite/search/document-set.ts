/** Some of the documents, by their keys. */
export type DocumentSet = Uint8Array

export const isIn = (set: DocumentSet, key: number): boolean => set[key] === 1

/** The documents up to the last key for which a test holds. */
export function documentsWhere(last: number, holds: (key: number) => boolean): DocumentSet {
  const set = new Uint8Array(last + 1)
  for (let key = 1; key <= last; key++) if (holds(key)) set[key] = 1
  return set
}

export const inBoth = (a: DocumentSet, b: DocumentSet): DocumentSet =>
  a.map((one, key) => one & (b[key] ?? 0))

export const inEither = (a: DocumentSet, b: DocumentSet): DocumentSet =>
  a.map((one, key) => one | (b[key] ?? 0))

export const inFirst = (a: DocumentSet, b: DocumentSet): DocumentSet =>
  a.map((one, key) => one & ~(b[key] ?? 0))
