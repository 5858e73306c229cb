import fc from 'fast-check'

/** Texts that programs trip over, or that somebody writes who wants them to. */
export const oddTexts = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\r\nSet-Cookie: a=b',
    '\u001b[31m',
    '\u202e',
    '\ufeff',
    '\ud800',
    'a\udfff',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'null',
    'undefined',
    'NaN',
    'true',
    '-0',
    '1e400',
  ],
  ...[
    '../../etc/passwd',
    '..\\..\\x',
    '/etc/passwd',
    'file:///etc/passwd',
    'C:\\x',
    '.',
    '..',
    '%2e%2e%2f',
    '%00',
  ],
  ...[
    "' OR 1=1 --",
    '"; DROP TABLE document; --',
    '#{7*7}',
    '{{7*7}}',
    '$(id)',
    '`id`',
    '=cmd|x',
    '*',
    '%',
    '_',
  ],
  ...['<script>alert(1)</script>', '"><svg onload=alert(1)>', 'javascript:alert(1)', 'data:text/html,x'],
  ...[
    'http://127.0.0.1:9/',
    'http://[::1]/',
    'http://169.254.169.254/',
    'https://user:pass@host/',
    '//host/x',
    'urn:x',
  ],
  ...[
    'İ',
    'ß'.repeat(50),
    'ﷺ',
    '👩‍👩‍👧‍👦',
    'e\u0301'.repeat(40),
    '\u0300'.repeat(300),
    'Ⅷ',
    'ſ',
    '٣',
    '１２',
  ],
  ...[
    'a'.repeat(3_000),
    '('.repeat(500),
    '"'.repeat(501),
    'a OR '.repeat(300),
    '-'.repeat(400),
    '\\'.repeat(99),
  ],
]

/** Dates as EDTF has them, nearly has them, and never had them. */
export const oddDates = [
  ...[
    '1941',
    '1941-06',
    '1941-06-14',
    '1941-02-30',
    '0000',
    '-0001',
    '9999-12-31',
    '10000',
    'Y-17E7',
    'Y17E400',
  ],
  ...[
    '19XX',
    'XXXX',
    '1XXX-XX-XX',
    '[1941..]',
    '[..1941]',
    '[1941,1942..1950]',
    '{1941}',
    '1941/1940',
    '../1941',
    '1941/',
  ],
  ...[
    '1941?',
    '1941~',
    '1941%',
    '1941-06-?14',
    '1941S2',
    '2001-21',
    '2001-41',
    '1941-06-14T12:00:00Z',
    '1941-W03',
    '١٩٤١',
  ],
  ...[
    `[${'1941,'.repeat(400)}1942]`,
    'Y'.repeat(300),
    '-'.repeat(300),
    '1941-13-45',
    '99999999999999999999',
    '2131-01-01',
  ],
  ...[
    '2026-01-01T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '+275760-09-13T00:00:00.001Z',
    '2999-01-01T00:00:00.000Z',
  ],
]

/** Places on a page, and ranges. */
const oddRegions = [
  ...[
    'xywh=0,0,1,1',
    'xywh=percent:0,0,101,1',
    'xywh=pixel:-1,0,1,1',
    'xywh=1e400,0,1,1',
    'xywh=NaN,0,0,0',
    'xywh=,,,',
  ],
  ...[
    'full',
    'square',
    '0,0,0,0',
    'pct:0,0,100,100',
    'pct:1e308,1,1,1',
    '99999999999,0,1,1',
    'max',
    '^max',
    '^99999,',
    ',',
  ],
  ...[
    '!0,0',
    'pct:0',
    'pct:1e9',
    '0',
    '!360',
    '359.9999999',
    '-1',
    '1e3',
    'default.jpg',
    'color.png',
    'default.jp2',
    'x.',
  ],
]

/** Tokens of places in lists, good in form and bad in content. */
const oddCursors = [
  ...[
    [],
    {},
    null,
    [null],
    ['x'],
    [1e308, 'x'],
    { k: -1 },
    ['__proto__'],
    [0, 0],
    '\u0000',
    [['']],
    [-1, 'd'.repeat(99)],
  ],
].map((content) => Buffer.from(JSON.stringify(content)).toString('base64url'))

export const oddNumbers = [0, -0, 1, -1, 1.5, 1e21, -1e308, 5e-324, 2 ** 31, 2 ** 53, 2 ** 63, 999_999_999]

/** JSON that is written by hand: what `JSON.stringify` would never write. */
export const oddJson = [
  ...[
    '',
    'null',
    '1e400',
    '-0',
    'NaN',
    '[',
    '{"a":1,}',
    '{"a":1,"a":2}',
    '\ufeff{}',
    '{}{}',
    '"\\ud800"',
    '"\\u0000"',
    "{'a':1}",
  ],
  ...[
    '{"__proto__":{"polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    '['.repeat(5_000) + ']'.repeat(5_000),
  ],
  ...[
    `${'{"a":'.repeat(150)}1${'}'.repeat(150)}`,
    `{"title":${'9'.repeat(500)}}`,
    '{"title":1e400}',
    `[${'0,'.repeat(50_000)}0]`,
  ],
]

export const anyOddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddTexts) },
  fc.constantFrom(...oddDates),
  fc.constantFrom(...oddRegions),
  fc.constantFrom(...oddCursors),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

/** A value of JSON where it was not looked for. */
export const anyOddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: anyOddText },
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { text: null }, ...oddNumbers),
  fc.constantFrom<unknown>(JSON.parse('{"__proto__": {"polluted": 1}}'), { constructor: { prototype: {} } }),
  fc.constantFrom<unknown>('x'.repeat(100_001), Array(1_001).fill('x'), Array(300).fill({ a: [] }), {
    id: { $ne: 1 },
  }),
  fc.jsonValue({ maxDepth: 3 }),
)
