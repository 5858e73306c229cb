import { invalid } from '../errors.ts'

const digits = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const
const mostRoman = 3999
const longest = 100

function toRoman(number: number): string {
  let rest = number
  let roman = ''
  for (const [sign, value] of digits) for (; rest >= value; rest -= value) roman += sign
  return roman
}

function fromRoman(roman: string): number | null {
  let number = 0
  for (let rest = roman; rest !== ''; ) {
    const digit = digits.find(([sign]) => rest.startsWith(sign))
    if (!digit) return null
    number += digit[1]
    rest = rest.slice(digit[0].length)
  }
  return number >= 1 && number <= mostRoman && toRoman(number) === roman ? number : null
}

type Pattern = {
  before: string
  number: number
  side: 'r' | 'v' | null
  after: string
  write(n: number): string
}

const inDigits = /^(?<before>.*?)(?<number>\d{1,9})(?<side>[rv])?(?<after>[^\p{L}\p{N}]*)$/u
const inRoman = /^(?<before>(?:.*[^\p{L}])?)(?<number>[ivxlcdm]+|[IVXLCDM]+)(?<after>[^\p{L}\p{N}]*)$/u

function readLabel(label: string): Pattern | null {
  const arabic = inDigits.exec(label)?.groups
  if (arabic) {
    const { before = '', number = '', side, after = '' } = arabic
    const width = number.startsWith('0') ? number.length : 0
    const write = (n: number) => String(n).padStart(width, '0')
    return { before, number: Number(number), side: side === 'r' || side === 'v' ? side : null, after, write }
  }
  const { before = '', number = '', after = '' } = inRoman.exec(label)?.groups ?? {}
  const value = fromRoman(number.toLowerCase())
  if (value === null) return null
  const isLower = number === number.toLowerCase()
  const write = (n: number) => (n > mostRoman ? '' : isLower ? toRoman(n) : toRoman(n).toUpperCase())
  return { before, number: value, side: null, after, write }
}

/**
 * The labels of a run of pages, continuing the first one in its own manner: “1r, 1v, 2r”, “i, ii, iii”, “[1], [2]”,
 * “f. 012, f. 013”. A step of 2 skips one each time: rectos only, or odd pages; below 0 it counts back. Throws
 * ArchiveError('invalid-input') for a label that cannot be continued, or not so far.
 */
export function labelRun(start: string, step: number, count: number, path: string): string[] {
  const first = readLabel(start)
  if (!first)
    throw invalid(
      path,
      `“${start}” cannot be continued: it has to end in a number, such as 1, 12r, iv or [1].`,
    )
  return Array.from({ length: count }, (_, index) => {
    const label = labelAt(first, index * step)
    if (label !== null && label.length <= longest) return label
    throw invalid(path, `“${start}” cannot be continued for ${count} pages by steps of ${step}.`)
  })
}

function labelAt({ before, number, side, after, write }: Pattern, steps: number): string | null {
  const leaf = side === null ? number + steps : number + Math.floor(((side === 'v' ? 1 : 0) + steps) / 2)
  const written = leaf < Math.min(number, 1) ? '' : write(leaf)
  if (written === '') return null
  if (side === null) return `${before}${written}${after}`
  const isVerso = (side === 'v') !== (Math.abs(steps) % 2 === 1)
  return `${before}${written}${isVerso ? 'v' : 'r'}${after}`
}
