import { Parser } from 'htmlparser2'
import { type Element, treeBuilder } from './markup-tree.ts'
import { Unreadable } from './unreadable.ts'

const mostDeep = 2000

/**
 * The elements wanted in an HTML or XHTML text, however broken, each when it has ended and taken out of the one that it
 * stood in; then the rest, in an element without a name. Nothing outside the text is read. Unreadable where elements
 * stand more than two thousand deep in each other.
 */
export function* htmlElements(
  pieces: Iterable<string>,
  wanted: (element: Element) => boolean = () => false,
): Generator<Element> {
  const tree = treeBuilder(wanted, mostDeep, refuseDepth)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => tree.open(name, attributes),
      ontext: (text) => tree.text(text),
      onclosetag: () => tree.close(),
    },
    { decodeEntities: true, recognizeSelfClosing: true },
  )
  for (const piece of pieces) {
    parser.write(piece)
    yield* tree.take()
  }
  parser.end()
  yield* tree.take()
  yield tree.root
}

function refuseDepth(): never {
  throw new Unreadable(
    `has elements that stand more than ${mostDeep.toLocaleString('en')} deep in each other; save it anew`,
  )
}
