/** Strings by the numbers that stand for them in memory, from 1 on; 0 stands for none. */
export type Values = { names: string[]; numbers: Map<string, number> }

export const values = (): Values => ({ names: [''], numbers: new Map() })

/** The number of a value, a new one where it has none. */
export function numberOf({ names, numbers }: Values, name: string | null): number {
  if (name === null) return 0
  const known = numbers.get(name)
  if (known !== undefined) return known
  numbers.set(name, names.length)
  return names.push(name) - 1
}
