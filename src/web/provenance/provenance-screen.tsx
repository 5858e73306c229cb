import type { ShownDocument } from '../document/document-frame.tsx'

export function ProvenanceScreen({ document }: { document: ShownDocument }) {
  return <p>{document.title}</p>
}
