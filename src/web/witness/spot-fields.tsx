import { useEffect, useRef, useState } from 'react'
import type { Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import type { Editing } from '../forms/editing.ts'
import { faultAt } from '../forms/faults.ts'
import { Field } from '../forms/field.tsx'
import grid from '../forms/grid.module.css'
import { usePageNumbers } from '../provenance/use-page-numbers.ts'
import { words } from '../words/words.ts'
import { BoxOnScan } from './box-on-scan.tsx'
import type { MarkDraft } from './mark-draft.ts'

const says = words.witness.mark

type Witness = Reply<'listWitnesses'>['items'][number]

/** Where on the witness a mark stands: on which page, and there in which box, drawn on the scan or in numbers. */
export function SpotFields({
  draft: { spot },
  set,
  error,
  witness,
}: Editing<MarkDraft> & { witness: Witness }) {
  const { document, id, pageCount } = witness
  const [typed, setTyped] = useState<string | null>(null)
  const known = usePageNumbers(document, spot.page === '' ? [] : [spot.page], id)
  const shown = typed ?? String(known.get(spot.page) ?? '')
  const number = Number(shown)
  const isNumber = Number.isInteger(number) && number >= 1
  const listed = useAsked(
    'listPages',
    { params: { documentId: document }, query: { witness: id, from: number, limit: 1 } },
    { when: isNumber },
  )
  const page = isNumber ? listed.data?.items.find((one) => one.number === number) : undefined
  const isMissing = isNumber && listed.data !== undefined && !page
  const found = page?.id
  useEffect(() => {
    if (typed !== null && found !== undefined && found !== spot.page) set('spot', { page: found, box: null })
  }, [typed, found, spot.page, set])
  const input = useRef<HTMLInputElement>(null)
  const isUnsettled = typed !== null && typed !== '' && found !== spot.page
  useEffect(
    () => input.current?.setCustomValidity(isUnsettled ? says.noPage(typed ?? '') : ''),
    [isUnsettled, typed],
  )
  if (pageCount === 0) return <p className="soft">{says.noPages}</p>
  return (
    <>
      <div className={grid.fields}>
        <Field
          label={says.page}
          hint={says.pageHint(pageCount)}
          error={isMissing ? says.noPage(shown) : faultAt(error, 'page')}
        >
          {(tied) => (
            <input
              {...tied}
              ref={input}
              type="number"
              min={1}
              max={pageCount}
              value={shown}
              onChange={({ target }) => {
                setTyped(target.value)
                set('spot', { page: '', box: null })
              }}
            />
          )}
        </Field>
      </div>
      {page && (
        <BoxOnScan
          key={page.id}
          pageId={page.id}
          label={words.document.page(page.label ?? String(page.number))}
          box={spot.box}
          onChange={(box) => set('spot', { page: page.id, box })}
          error={faultAt(error, 'box')}
        />
      )}
    </>
  )
}
