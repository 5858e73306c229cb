import { foldName } from '../authority/name.ts'

/** A number without what stands before it to say that it is one: "№ 001223" and "Order No. 001223" are 001223. */
export function plainNumber(text: string): string {
  const words = text.trim().split(/\s+/u)
  const first = words.findIndex((word) => /\p{N}/u.test(word))
  if (first === -1) return foldName(text)
  return foldName(words.slice(first).join(' ').replace(sign, ''))
}

const sign = /^(?:№|#|(?:no|nr|num|numb)[.:]|n[°º])(?=\p{N})/iu
