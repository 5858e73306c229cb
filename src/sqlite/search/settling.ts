import type { heldWords } from './held-words.ts'
import type { RecentWords } from './recent-words.ts'

/** After so many recent rows lists grow by them, and then what was noted of the rows is forgotten. */
const usuallyMost = 1000
/** Somebody has to wait for that where there was no time for it until there were so many times as many. */
const timesTooMany = 4

type Lists = { settle(last: number): Iterable<undefined> }
type Growing = { lists: readonly Lists[]; vocabulary: ReturnType<typeof heldWords>; recent: RecentWords }

/** Lets lists grow by rows that were recent, bit by bit, so that nobody waits until all of them have grown. */
export function settling({ lists, vocabulary, recent }: Growing, most = usuallyMost) {
  let underWay: Iterator<undefined> | null = null

  function* steps(last: number): Generator<undefined> {
    for (const each of lists) yield* each.settle(last)
    const isFull = recent.knowsTooMany()
    if (isFull) yield* vocabulary.takeIn()
    recent.forget(last)
    if (isFull) yield* recent.forgetWords()
  }

  return {
    isOverdue: (): boolean => recent.size() > timesTooMany * most,
    /**
     * Takes in new words and goes on as long as there is time; begins, where there are many rows, with those up to the last.
     */
    settle(last: number, inTime: () => boolean): void {
      for (const _ of vocabulary.takeNew()) if (!inTime()) return
      if (underWay === null && recent.size() > most) underWay = steps(last)
      while (underWay !== null && inTime()) if (underWay.next().done) underWay = null
    },
    /** Gives up what is under way, for all lists are forgotten. */
    stop(): void {
      underWay = null
    },
  }
}
