import type { Scheme } from './scheme.ts'

/** What a scheme writes for a Russian letter, or for a few that it writes as one. */
export type WrittenLetters = {
  /** Small letters alone, composed. */
  readonly latin: string
  readonly russian: string
  /** The letters after which it is written so; '' is the beginning of a word. */
  readonly after: readonly string[]
  /** Whether it is written so at the end of a word only. */
  readonly isEnd: boolean
}

/** What a letter may stand after: '' for the beginning of a word, then the letters of Russian. */
export const predecessors = ['', ...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя']

// No scheme asks which consonant comes next.
const successors = ['', ...'аеёиоуыэюяьък']

/** All that a scheme writes, found by asking it for every letter after every other. */
export function writtenLetters({ write, wholes }: Scheme): WrittenLetters[] {
  const found = predecessors
    .slice(1)
    .flatMap((letter) => grouped(letter, successors, (previous, next) => write(previous, letter, next)))
  // A letter that is left out can be read back only with the one before it.
  const silent = found.flatMap(({ latin, russian, after }) =>
    latin === ''
      ? after.filter((previous) => previous !== '').map((previous) => [previous, russian] as const)
      : [],
  )
  const pairs = silent.flatMap(([first, second]) =>
    grouped(first + second, [''], (previous) => write(previous, first, second)),
  )
  const joined = wholes.map(([russian, latin]) => {
    const isEnd = russian.endsWith('$')
    return { latin, russian: isEnd ? russian.slice(0, -1) : russian, after: predecessors, isEnd }
  })
  return [...found, ...pairs, ...joined].filter(({ latin }) => latin !== '')
}

/** The spellings of some letters, whichever come next, each with the letters after which they are spelled so. */
function grouped(
  russian: string,
  nexts: readonly string[],
  spell: (previous: string, next: string) => string,
): WrittenLetters[] {
  const after = new Map<string, string[]>()
  for (const previous of predecessors) {
    for (const next of nexts) {
      const written = spell(previous, next)
      const places = after.get(written)
      if (!places) after.set(written, [previous])
      else if (places.at(-1) !== previous) places.push(previous)
    }
  }
  return [...after].map(([written, places]) => ({
    latin: lettersOf(written),
    russian,
    after: places,
    isEnd: false,
  }))
}

/** Latin letters alone, composed: without primes and ties; some standards keep the Russian ё. */
export const lettersOf = (written: string) =>
  written
    .replaceAll('ё', 'ë')
    .normalize('NFC')
    .replace(/[^\p{Script=Latin}]/gu, '')
