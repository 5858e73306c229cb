import type { ShownDocument } from '../document/document-frame.tsx'
import type { Box } from '../scan/box.ts'
import { codePointIndex } from '../text/code-points.ts'
import type { Passage } from '../text/passage.ts'
import type { Redacting } from '../withhold/use-redacting.ts'
import { WithholdDialog } from '../withhold/withhold-dialog.tsx'
import { words } from '../words/words.ts'
import { CitationDialog } from './citation-dialog.tsx'
import { Dialog } from './dialog.tsx'
import { DownloadsDialog } from './downloads-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import type { ReadAddress } from './read-address.ts'
import type { PageWithText } from './use-page.ts'
import type { ReadWitness } from './use-witnesses.ts'

/** What can be opened over the page that is read. */
export type Opened = 'cite' | 'link' | 'download' | 'keys' | 'withhold'

type Props = {
  opened: Opened
  document: ShownDocument
  witness: ReadWitness
  page: PageWithText
  label: string
  address: ReadAddress
  selected: Passage | null
  region: Box | null
  redacting: Redacting
  onClose: () => void
}

/** The dialogs of the page that is read. */
export function Beside(props: Props) {
  const { opened, document, witness, page, label, address, selected, region, redacting, onClose } = props
  const { text, number } = page
  if (opened === 'keys') return <Keys onClose={onClose} />
  if (opened === 'cite')
    return (
      <CitationDialog
        documentId={document.id}
        page={witness.isFirst ? { number, label } : null}
        onClose={onClose}
      />
    )
  if (opened === 'download')
    return (
      <DownloadsDialog {...{ document, number, onClose }} witness={address.witness} layer={address.layer} />
    )
  if (opened === 'withhold')
    return (
      <WithholdDialog
        {...{ page, label, selected, redacting, onClose }}
        at={{ documentId: document.id, number, witness: address.witness }}
      />
    )
  return (
    <LinkDialog
      {...{ number, region, onClose }}
      documentId={document.id}
      pageId={page.id}
      witness={address.witness}
      revision={text?.revision ?? null}
      passage={
        text && selected
          ? {
              start: codePointIndex(text.content, selected.start),
              end: codePointIndex(text.content, selected.end),
              quote: text.content.slice(selected.start, selected.end),
            }
          : null
      }
    />
  )
}

function Keys({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={words.read.keysTitle} onClose={onClose}>
      <table>
        <tbody>
          {words.read.keyList.map(([keys, what]) => (
            <tr key={keys}>
              <th scope="row">{keys}</th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
