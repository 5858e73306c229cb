import { type FormEvent, useState } from 'react'
import type { Input } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { Asked } from '../shell/asked.tsx'
import { words } from '../words/words.ts'
import { Choice } from './choice.tsx'
import { CopyField } from './copy-field.tsx'
import { Dialog } from './dialog.tsx'
import { sinceOf } from './since.ts'

type Props = {
  documentId: string
  /** The page that can be cited, with how it is called; null where only the whole can be. */
  page: { number: number; label: string } | null
  onClose: () => void
}

const says = words.read

/** How to cite the document or the page, in the forms that people and programs take, and what has changed since. */
export function CitationDialog({ documentId, page, onClose }: Props) {
  const [isPage, setPage] = useState(page !== null)
  const cited = isPage && page ? { page: page.number } : {}
  const citation = useAsked('citeDocument', { params: { documentId }, query: cited }, { keep: true })
  return (
    <Dialog title={says.citeTitle} onClose={onClose}>
      {page && (
        <Choice
          label={says.citeWhat}
          options={[
            ['page', says.citePage(page.label)],
            ['whole', says.citeWhole],
          ]}
          chosen={isPage ? 'page' : 'whole'}
          onChoose={(what) => setPage(what === 'page')}
        />
      )}
      <Asked of={citation}>
        {({ sentence, bibtex, ris, csl, claimsHash }) => (
          <>
            <CopyField label={says.sentence} text={sentence} isLong />
            <CopyField
              label={says.formats.bibtex}
              text={bibtex.trim()}
              file={{ name: `${csl.id}.bib`, type: 'application/x-bibtex' }}
              isLong
            />
            <CopyField
              label={says.formats.ris}
              text={ris.trim()}
              file={{ name: `${csl.id}.ris`, type: 'application/x-research-info-systems' }}
              isLong
            />
            <CopyField
              label={says.formats.csl}
              text={JSON.stringify(csl, null, 2)}
              file={{ name: `${csl.id}.json`, type: 'application/vnd.citationstyles.csl+json' }}
              isLong
            />
            <CopyField label={says.citeHash} text={claimsHash} hint={says.citeHashHint} />
          </>
        )}
      </Asked>
      <Since documentId={documentId} cited={cited} />
    </Dialog>
  )
}

/** Asks what has changed in what the archive says since a state or a day. */
function Since({ documentId, cited }: { documentId: string; cited: { page?: number } }) {
  const [asked, setAsked] = useState<Input<'citeDocument'>['query'] | null>(null)
  const answer = useAsked(
    'citeDocument',
    { params: { documentId }, query: { ...cited, ...asked } },
    { when: asked !== null },
  )
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setAsked(sinceOf(String(new FormData(event.currentTarget).get('since') ?? '')))
  }
  return (
    <form onSubmit={submit}>
      <div className="field">
        <label htmlFor="cited-since">{says.since}</label>
        <div className="row">
          <input id="cited-since" name="since" aria-describedby="cited-since-hint" />
          <button type="submit">{says.sinceAsk}</button>
        </div>
        <span id="cited-since-hint" className="hint">
          {says.sinceHint}
        </span>
      </div>
      <div role="status">
        {asked && (
          <Asked of={answer}>
            {({ changedSince }) => (
              <p>
                <strong>{changedSince?.says}</strong>
                {changedSince &&
                  changedSince.properties.length > 0 &&
                  ` (${changedSince.properties.join(', ')})`}
              </p>
            )}
          </Asked>
        )}
      </div>
    </form>
  )
}
