import type { ShownDocument } from '../document/document-frame.tsx'

export function DescribeScreen({ document }: { document: ShownDocument }) {
  return <p>{document.title}</p>
}
