import type { ReadBlock } from '../../domain/page/lay-out.ts'
import type { Turn } from './turn-page.ts'

/** Has the densest lines of a page read when it is turned clockwise by so many degrees. */
export type ReadTurned = (turn: Turn) => Promise<readonly ReadBlock[]>

const others = [180, 90, 270] as const
/** Whoever reads lines that stand on their head is that much less sure of them. */
const margin = 15
const fewestLetters = 15

/**
 * How a page is to be turned so that its lines stand upright, for one of which the recogniser was not sure: as it is most
 * surely read. Whatever cannot be told is left as it is.
 */
export async function findTurn(read: ReadTurned): Promise<Turn> {
  const upright = judge(await read(0))
  if (upright.sureness >= sure) return 0
  let best: { turn: Turn; sureness: number } = { turn: 0, sureness: upright.sureness + margin }
  for (const turn of others) {
    const { letters, sureness } = judge(await read(turn))
    if (letters >= fewestLetters && sureness > best.sureness) best = { turn, sureness }
    if (best.sureness >= sure && best.turn !== 0) break
  }
  return best.turn
}

/** So sure of its words is a recogniser that has the right language before it, and the right way up. */
export const sure = 65

/** How many letters and digits were read, and how surely, each word by its length. */
export function judge(blocks: readonly ReadBlock[]): { letters: number; sureness: number } {
  let [letters, sum] = [0, 0]
  for (const { text, confidence } of blocks.flat(2)) {
    const count = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    letters += count
    sum += count * (confidence ?? 0)
  }
  return { letters, sureness: letters === 0 ? 0 : sum / letters }
}
