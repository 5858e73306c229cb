/**
 * A text by which names sort as people count: numbers by their value, letters whatever their case, composed or not. Equal
 * keys mean the same name but for case and zeros before numbers. What a name begins with that goes on comes first, whatever
 * it goes on with: `12.jpg` before `12 (2).jpg`, and all that lies in `a` before what lies in `a b`.
 */
export const naturalKey = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.([^./]{1,10})$/, '\u0000$1')
    .replaceAll('/', '\u0001')
    .replace(/\d+/g, (digits) => {
      const number = digits.replace(/^0+(?=\d)/, '')
      // As long as a number may be, longer ones come after shorter ones.
      return `${String.fromCodePoint(0x30 + Math.min(number.length, 0x4000))}${number}`
    })

/** Sorts names as people count; those whose keys are equal, by their characters, so that the order is always the same. */
export function inNaturalOrder<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ item, name: nameOf(item), key: naturalKey(nameOf(item)) }))
  keyed.sort((a, b) => compare(a.key, b.key) || compare(a.name, b.name))
  return keyed.map(({ item }) => item)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
