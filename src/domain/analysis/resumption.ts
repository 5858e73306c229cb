import { isReadable, isUnread } from './fold.ts'

const space = 0x20
const hyphen = 0x2d
const firstBeyondAscii = 0x80
const softHyphen = 0xad

/** Marks that stand before them belong to what is no letter, such as the stroke of ≠. */
const inCapitals = /^\p{M}*((?:[\p{Lu}\p{Lt}]\p{M}*){2,})$/u
const beginsInCapitals = /(?:[\p{Lu}\p{Lt}]\p{M}*){2,}(?![\p{L}\p{N}\p{M}])/uy
/** In Latin letters, or typed in Cyrillic ones that look alike. */
const romanNumeral = /^[IVXLCDM\u0406\u0425]+$/u

/**
 * Where a word goes on of which a part from `start` seems to end at `end`: behind soft hyphens and joiners, or on the next
 * line when it was broken at a line end: "depor-⏎tation", whose second part begins in lower case, or "DEPOR-⏎TATION", whose
 * parts are two capitals or more each and not Roman numerals both. `end` itself when it does not go on.
 */
export function resumption(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(end)
  if (unit < firstBeyondAscii && unit !== hyphen) return end
  let at = end
  let isBroken = false
  while (at < text.length && isUnread(text.charAt(at))) {
    isBroken ||= text.charCodeAt(at) === softHyphen
    at++
  }
  if (at > end && isReadable(characterAt(text, at))) return at
  if (isHyphen(unitAt(text, at))) at++
  else if (!isBroken) return end
  if (/\p{N}$/u.test(text.slice(Math.max(0, end - 2), end))) return end
  const next = nextLine(text, at)
  if (next === null) return end
  return /\p{Ll}/u.test(characterAt(text, next)) || areInCapitals(text, start, end, next) ? next : end
}

function areInCapitals(text: string, start: number, end: number, next: number): boolean {
  const [, before] = inCapitals.exec(text.slice(start, end)) ?? []
  if (before === undefined) return false
  beginsInCapitals.lastIndex = next
  const behind = beginsInCapitals.exec(text)
  return behind !== null && !(romanNumeral.test(before) && romanNumeral.test(behind[0]))
}

/** Hyphen-minus, U+2010 and ¬, which recognisers print for a hyphen at a line end. */
const isHyphen = (unit: number) => unit === hyphen || unit === 0x2010 || unit === 0xac

/** Where the next line's text begins; null when more than white space stands before the line's end. */
function nextLine(text: string, from: number): number | null {
  let at = skipBlanks(text, from)
  const unit = unitAt(text, at)
  if (unit !== 0x0a && unit !== 0x0d && unit !== 0x2028) return null
  at += unit === 0x0d && unitAt(text, at + 1) === 0x0a ? 2 : 1
  return skipBlanks(text, at)
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (isBlank(unitAt(text, at))) at++
  return at
}

const isBlank = (unit: number) => unit === space || unit === 0x09 || unit === 0xa0

/** 0 behind the end, where Node would throw away what it has compiled if it read there. */
const unitAt = (text: string, at: number) => (at < text.length ? text.charCodeAt(at) : 0)

const characterAt = (text: string, at: number) =>
  at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '\0'
