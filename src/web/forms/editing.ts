/** A draft that is being typed, and what was wrong with it when it was sent. */
export type Editing<D> = {
  draft: D
  set: <N extends keyof D & string>(part: N, value: D[N]) => void
  error: unknown
}
