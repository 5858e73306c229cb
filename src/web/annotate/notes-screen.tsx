import type { ShownDocument } from '../document/document-frame.tsx'

export function NotesScreen({ document }: { document: ShownDocument }) {
  return <p>{document.title}</p>
}
