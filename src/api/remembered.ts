const longest = 200

/** What a function makes of a text, remembered for the short ones that it was asked for last, so many at most. */
export function remembered<T>(of: (text: string) => T, most = 1000): (text: string) => T {
  const known = new Map<string, { is: T }>()
  return (text) => {
    if (text.length > longest) return of(text)
    const before = known.get(text)
    if (before !== undefined) return before.is
    if (known.size >= most) known.clear()
    const is = of(text)
    known.set(text, { is })
    return is
  }
}
