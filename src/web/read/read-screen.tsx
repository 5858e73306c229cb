import type { ShownDocument } from '../document/document-frame.tsx'

export function ReadScreen({ document, number }: { document: ShownDocument; number: number }) {
  return (
    <p>
      {document.title} {number}
    </p>
  )
}
