const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup u var wbr'.split(
    ' ',
  ),
)
const unseen: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object'])
const named: Readonly<Record<string, string>> = {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    shy: '\u00ad',
    ndash: '–',
    mdash: '—',
  },
  ...{ hellip: '…', laquo: '«', raquo: '»', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bdquo: '„' },
}

/**
 * The text that people read in a piece of HTML, however broken: tags, comments, scripts and styles are left out, what is
 * no inline element parts words, character references are read once. It is text to index, never markup to send back.
 */
export function textOfHtml(html: string): string {
  let text = ''
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) return text + readReferences(html.slice(at))
    text += readReferences(html.slice(at, open))
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4)
      continue
    }
    const name = /^<[/!?]?([A-Za-z][A-Za-z0-9-]*)/.exec(html.slice(open, open + 40))?.[1]?.toLowerCase()
    if (name === undefined) {
      text += '<'
      at = open + 1
      continue
    }
    at = endOfTag(html, open)
    if (!inline.has(name)) text += ' '
    if (unseen.has(name) && html[open + 1] !== '/') at = endOfElement(html, name, at)
  }
  return text
}

const after = (html: string, mark: string, from: number) => {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

/** Just after the tag's `>`; one within a quoted attribute does not end it. */
function endOfTag(html: string, open: number): number {
  let quote = ''
  for (let at = open; at < html.length; at++) {
    const letter = html[at] ?? ''
    if (quote) quote = letter === quote ? '' : quote
    else if (letter === '>') return at + 1
    else if ((letter === '"' || letter === "'") && /[=\s]/.test(html[at - 1] ?? '')) quote = letter
  }
  return html.length
}

function endOfElement(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?![A-Za-z0-9-])`, 'gi')
  end.lastIndex = from
  const found = end.exec(html)
  return found ? endOfTag(html, found.index) : html.length
}

function readReferences(text: string): string {
  return text.replace(
    /&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : ' '
    },
  )
}
