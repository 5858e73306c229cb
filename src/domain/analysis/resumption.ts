import { isReadable, isUnread } from './fold.ts'

const space = 0x20
const hyphen = 0x2d
const firstBeyondAscii = 0x80
const softHyphen = 0xad

/**
 * Where a word that seems to end at `end` goes on: behind soft hyphens and joiners, or on the next line when it was
 * broken at a line end ("depor-⏎tation": the second part begins in lower case). `end` itself when it does not go on.
 */
export function resumption(text: string, end: number): number {
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
  return next !== null && /\p{Ll}/u.test(characterAt(text, next)) ? next : end
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
