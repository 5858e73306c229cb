import { manifestAddress, writeContentState } from '../iiif/content-state.ts'
import { to } from '../paths.ts'
import type { Box } from '../scan/box.ts'
import { words } from '../words/words.ts'
import { CopyField } from './copy-field.tsx'
import { Dialog } from './dialog.tsx'
import { askedOf, type ReadAddress } from './read-address.ts'

type Props = {
  documentId: string
  pageId: string
  number: number
  witness: string | null
  /** The revision of the text that is shown; null where there is none. */
  revision: string | null
  /** The words that are selected. */
  passage: { start: number; end: number; quote: string } | null
  /** What is seen of the scan. */
  region: Box | null
  onClose: () => void
}

/** Addresses of the page, of its text as it stands, of the words that are selected and of what is seen of the scan. */
export function LinkDialog(props: Props) {
  const { documentId, pageId, number, witness, revision, passage, region, onClose } = props
  const says = words.read
  const href = (asked: Partial<ReadAddress>) =>
    location.origin + to.page(documentId, number, askedOf({ witness, ...asked }))
  const place = passage && revision ? { witness, revision, passage } : { witness, region }
  const embedded = location.origin + to.embed(documentId, number, askedOf(place))
  return (
    <Dialog title={says.linkTitle} onClose={onClose}>
      {passage && revision && (
        <CopyField label={says.linkPassage} text={href({ revision, passage })} hint={quoted(passage.quote)} />
      )}
      {region && <CopyField label={says.linkRegion} text={href({ region })} />}
      <CopyField label={says.linkPage} text={href({})} />
      {revision && <CopyField label={says.linkText} text={href({ revision })} />}
      <CopyField
        label={words.embed.code}
        text={`<iframe src="${embedded.replace(/&/g, '&amp;')}" width="640" height="480" loading="lazy" allow="fullscreen" style="border:0"></iframe>`}
        hint={words.embed.codeHint}
      />
      <CopyField
        label={words.iiif.manifest}
        text={manifestAddress(documentId, location.origin)}
        hint={words.iiif.manifestHint}
      />
      <CopyField
        label={words.iiif.state}
        text={writeContentState({ document: documentId, page: pageId, region }, location.origin)}
        hint={words.iiif.stateHint}
      />
      {!passage && <p className="soft small">{says.linkHint}</p>}
    </Dialog>
  )
}

const quoted = (words: string) => `“${words.length > 160 ? `${words.slice(0, 160)}…` : words}”`
