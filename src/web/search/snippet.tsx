import { stretchesOf } from './marked.ts'

/** The words round a hit, the hits marked. */
export function Snippet({ of }: { of: string }) {
  return stretchesOf(of).map(({ text, isHit }, at) => {
    // Stretches of one snippet have nothing else that tells them apart, and never move.
    const key = `${at}`
    return isHit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
}
