import fc from 'fast-check'

const pieces = [
  ...[
    'deportation',
    'Šiauliai',
    'ещё',
    'anti-Soviet',
    'or',
    'a',
    '12:30',
    'http://x.lt/a',
    '№',
    '—',
    'don’t',
    '𝐀b',
  ],
  ...[
    'AND',
    'OR',
    'NOT',
    'NEAR',
    'NEAR/5',
    'NEAR/x',
    'AND,',
    '-',
    '--',
    '-x',
    '=',
    '=Riga',
    '="b c"',
    '(',
    ')',
    '(',
    ')',
  ],
  ...[
    '"',
    '„',
    '”',
    '«',
    '"Baltic States"',
    '"b c"~5',
    '"b"~',
    '"b sov*"',
    'dep*',
    'de*',
    '*',
    'x*y',
    'word~',
    'word~2',
    'word~3',
  ],
  ...[
    'title:',
    'title:x',
    'by:"b c"',
    'titel:x',
    'text:(a',
    'date:1941',
    'date:..1941',
    'date:1942..1941',
    'date:1941-02-30',
  ],
  ...[
    'date:[1941..1942]',
    'date:(1941 OR 1942)',
    'note:',
    'TO:x',
    '\u00ad',
    '\ud800',
    '\0',
    '\u0301',
    '😀',
    '~',
    '~2',
    ' ',
    '\n',
  ],
]

/** Queries right and wrong, made of what the language is made of. */
export const anyQuery = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 12 })
  .map((parts) => parts.map((part) => part.join('')).join(''))

const characters = [
  ...'abčшßﬁ½12٠Ⅷ中あİıŉﷺ \t\n\r\u00a0\u2028"“”„‟«»()-=:*~.,\'’/\\[]{}…|&!+^',
  ...['\0', '\u00ad', '\u200f', '\u202e', '\u2066', '\u0301', '\ufeff', '\ud800', '\udfff', '😀', '𝐀'],
  ...['AND', 'OR', 'NOT', 'NEAR', 'NEAR/', 'title:', 'date:', 'text:', '..', '1941', '-06', '~2'],
  ...['a-\nb', 'a\u00ad\u2028b', 'a\u2010\r\n b'],
]

/** Any text whatever, much of it made of characters that mean something in a query or are hard to handle. */
export const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...characters), maxLength: 25 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

const term = fc.constantFrom(
  'a',
  'b',
  'c',
  'B',
  '"a b"',
  '"b c a"',
  'abc*',
  '"a bca*"',
  '"a b"~2',
  '"a b c"~1',
  'd-a',
  '=b',
)
const near = fc
  .tuple(
    fc.array(fc.constantFrom('a', 'b', 'abc*', '"c a"'), { minLength: 2, maxLength: 3 }),
    fc.nat({ max: 4 }),
  )
  .map(([parts, distance]) => parts.join(` NEAR/${distance} `))

/** Right queries made of such terms: in groups, as alternatives, all together, and some excluded. */
export function queriesOf(...terms: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  const { query } = fc.letrec<{ query: string; part: string }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 3 },
      ...terms,
      tie('query').map((inner) => `(${inner})`),
    ),
    query: fc.oneof(
      tie('part'),
      fc.tuple(tie('part'), tie('part')).map((parts) => parts.join(' OR ')),
      fc.tuple(tie('part'), tie('part')).map((parts) => parts.join(' ')),
      fc.tuple(tie('part'), tie('part')).map(([found, excluded]) => `${found} NOT (${excluded})`),
    ),
  }))
  return query
}

/** Right queries over the words of `smallText`. */
export const smallQuery = queriesOf(term, near)

/** Texts of few different words, so that phrases and neighbours occur. */
export const smallText = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', 'B', 'abc', 'abcd', 'bca', 'x'), { maxLength: 14 })
  .map((words) => words.join(' '))
