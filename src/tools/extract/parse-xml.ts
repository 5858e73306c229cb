import { SaxesParser } from 'saxes'
import { type Element, treeBuilder } from './markup-tree.ts'
import { Unreadable } from './unreadable.ts'

const mostDeep = 1000

/**
 * The elements of the names wanted in an XML text, each when it has ended and taken out of the one that it stood in; the
 * outermost comes last in any case. Nothing outside the text is read. Unreadable: XML that is not well-formed, that
 * declares entities of its own, or whose elements stand more than a thousand deep in each other.
 */
export function* xmlElements(pieces: Iterable<string>, ...names: readonly string[]): Generator<Element> {
  const tree = treeBuilder(({ name }) => names.includes(name), mostDeep, refuseDepth)
  const parser = new SaxesParser({ position: true })
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw new Unreadable(ownEntities)
  })
  parser.on('error', ({ message }) => {
    throw new Unreadable(`is not well-formed XML (${said(message)}); have it checked, or export it anew`)
  })
  parser.on('opentag', ({ name, attributes }) => {
    const plain = Object.entries(attributes).map(([key, value]) => [local(key), value] as const)
    tree.open(local(name), Object.fromEntries(plain))
  })
  parser.on('text', (text) => tree.text(text))
  parser.on('cdata', (text) => tree.text(text))
  parser.on('closetag', () => tree.close())
  for (const piece of pieces) {
    parser.write(piece)
    yield* tree.take()
  }
  parser.close()
  yield* tree.take()
  for (const child of tree.root.children) if (typeof child !== 'string') yield child
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** saxes says `line:column: what`. */
const said = (message: string) => message.replace(/^(\d+):(\d+): /, 'line $1, column $2: ').slice(0, 200)

function refuseDepth(): never {
  throw new Unreadable(
    `has elements that stand more than ${mostDeep.toLocaleString('en')} deep in each other; export it anew`,
  )
}

const ownEntities = 'declares entities of its own, which are not read; save it with the characters themselves'
