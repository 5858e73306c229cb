import { useState } from 'react'
import { words } from '../words/words.ts'
import { type Draft, draftsOf, dropDraft } from './drafts.ts'
import { mergeTexts, textOf } from './merge.ts'
import type { Transcription } from './use-transcription.ts'

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

/** Offers what somebody wrote of this page on this device and did not save. */
export function DraftOffer({ work }: { work: Transcription }) {
  const { page, base, layer, content, change } = work
  const [drafts, setDrafts] = useState(() =>
    draftsOf(localStorage, page.id).filter(
      (draft) => draft.layer === layer && draft.content !== base.content,
    ),
  )
  const [draft] = drafts
  if (!draft) return null
  const leave = () => setDrafts((all) => all.filter((one) => one !== draft))
  const isOlder = draft.basedOn !== base.revision
  return (
    <div className="sheet" role="status">
      <p>
        {words.transcribe.draft(when.format(new Date(draft.at)))}
        {isOlder && ` ${words.transcribe.draftOlder}`}
      </p>
      <div className="row">
        <button
          type="button"
          onClick={() => {
            change(isOlder ? broughtOver(draft, content) : draft.content)
            if (isOlder) dropDraft(localStorage, draft)
            leave()
          }}
        >
          {words.transcribe.takeDraft}
        </button>
        <button
          type="button"
          onClick={() => {
            dropDraft(localStorage, draft)
            leave()
          }}
        >
          {words.transcribe.dropDraft}
        </button>
      </div>
    </div>
  )
}

/** What a draft changed, in the text of now; where both changed something, the draft. Its own text is kept till then. */
const broughtOver = (draft: Draft, now: string): string =>
  textOf(mergeTexts(draft.base, draft.content, now), () => 'mine')
