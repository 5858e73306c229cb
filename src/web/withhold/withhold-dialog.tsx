import { useAsked } from '../api/use-asked.ts'
import { Dialog } from '../read/dialog.tsx'
import type { PageWithText } from '../read/use-page.ts'
import type { Passage } from '../text/passage.ts'
import { words } from '../words/words.ts'
import type { PageAt } from './page-at.ts'
import { PageClass } from './page-class.tsx'
import { RedactForm } from './redact-form.tsx'
import { Redactions } from './redactions.tsx'
import type { Redacting } from './use-redacting.ts'

const says = words.withhold

type Props = {
  at: PageAt
  page: PageWithText
  label: string
  selected: Passage | null
  redacting: Redacting
  onClose: () => void
}

/** What of a page is withheld, and what is to be: words, regions, all of it. */
export function WithholdDialog({ at, page, label, selected, redacting, onClose }: Props) {
  const { documentId, number, witness } = at
  const standing = useAsked('listRedactions', { params: { documentId, number }, query: { witness } })
  return (
    <Dialog title={says.title(label)} onClose={onClose}>
      <RedactForm {...{ at, page, selected, redacting }} />
      <h3>{says.standing}</h3>
      {standing.data && <Redactions redactions={standing.data.items} />}
      <h3>{says.whole}</h3>
      <PageClass {...{ at, page }} />
    </Dialog>
  )
}
