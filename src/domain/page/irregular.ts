const tabled = 0x2200
const [space, letter, capital, digit, joiner, sign, mark] = [0, 1, 2, 3, 4, 5, 6]

/** Dates, sums, shelf marks, formulas, with what stands around them. */
const isNumber = /^[\p{Sc}\p{P}\p{S}]{0,2}[\p{N}.,:;/()[\]%°+±×=|‐-―−*§№-]+[\p{Sc}\p{P}\p{S}]{0,2}$/u

const unmet = 0xff
/** Of each UTF-16 unit its kind; an entry is made when a unit is first met. */
const kinds = new Uint8Array(tabled).fill(unmet)

/**
 * How much of a text's words are of a shape that words do not have: signs or several numbers inside, capitals here and
 * there, or nothing but various signs. 0 to 1, by their letters; numbers do not count, nor lines of one sign.
 */
export function irregularShare(text: string): number {
  let [all, irregular] = [0, 0]
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && kindOf(text, at) !== space) continue
    const length = at - start
    if (length > 0) {
      const shape = shapeOf(text, start, at)
      if (shape !== 'number') all += length
      if (shape === 'irregular') irregular += length
    }
    start = at + 1
  }
  return all === 0 ? 0 : irregular / all
}

function shapeOf(text: string, start: number, end: number): 'word' | 'number' | 'irregular' {
  let [letters, digits, changes, inside, waiting] = [0, 0, 0, 0, 0]
  let isOneSign = true
  let before = joiner
  for (let at = start; at < end; at++) {
    const kind = kindOf(text, at)
    if (kind === mark) continue
    isOneSign &&= text.charCodeAt(at) === text.charCodeAt(start)
    if (kind === sign) waiting++
    if (kind === letter || kind === capital || kind === digit) {
      if (letters + digits > 0) inside += waiting
      waiting = 0
      // From a small letter to a capital, as in McArthur, or from letters to a number, as in Nr.5a: but once.
      if (kind === capital && before === letter) changes++
      if (before !== joiner && (kind === digit) !== (before === digit)) changes++
      if (kind === digit) digits++
      else letters++
    }
    before = kind === sign ? joiner : kind
  }
  if (letters === 0 && digits > 0) return isNumber.test(text.slice(start, end)) ? 'number' : 'irregular'
  if (letters === 0) return isOneSign || end - start < 3 ? 'number' : 'irregular'
  return inside > 0 || changes > 1 ? 'irregular' : 'word'
}

function kindOf(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= tabled) return letter
  const kind = kinds[code] ?? letter
  return kind === unmet ? look(code) : kind
}

function look(code: number): number {
  const kind = kindOfUnit(code)
  kinds[code] = kind
  return kind
}

function kindOfUnit(code: number): number {
  // What stands in between is nearly all letters.
  if (code >= 0x700 && code < 0x2000) return letter
  const character = String.fromCharCode(code)
  if (/\s/.test(character)) return space
  if (/\p{M}|\p{Cf}/u.test(character)) return mark
  if (/\p{Lu}/u.test(character)) return capital
  if (/\p{L}/u.test(character)) return letter
  if (/\p{N}/u.test(character)) return digit
  return /[-'’ʼ`´.,:;/&·()"׳״‐‑–—…]/.test(character) ? joiner : sign
}
