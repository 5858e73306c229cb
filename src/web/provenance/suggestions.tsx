import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ask, type Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import styles from './suggestions.module.css'

const says = words.provenance.suggestions
const meanings = ['confused-with', 'different-from', 'copy-of'] as const

type Suggestion = Reply<'listDocumentSuggestions'>['items'][number]

/** What the archive noticed about this document and others, for an archivist to settle; nothing where it noticed nothing. */
export function Suggestions({ documentId }: { documentId: string }) {
  const answer = useAsked('listDocumentSuggestions', {
    params: { documentId },
    query: { state: 'open', limit: 20 },
  })
  const items = answer.data?.items ?? []
  if (answer.error) return <Trouble error={answer.error} onAgain={() => void answer.refetch()} />
  if (items.length === 0) return null
  return (
    <section
      id="suggestions"
      aria-labelledby="suggestions-title"
      className={`${styles.suggestions} no-print`}
    >
      <h2 id="suggestions-title">{words.provenance.parts.suggestions}</h2>
      <ul className="plain">
        {items.map((item) => (
          <One key={item.id} item={item} documentId={documentId} />
        ))}
      </ul>
    </section>
  )
}

function One({ item, documentId }: { item: Suggestion; documentId: string }) {
  const kept = useQueryClient()
  const other = item.other.id === documentId ? item.document : item.other
  const settle = useMutation({
    mutationFn: (as: (typeof meanings)[number] | null) => {
      const params = { suggestionId: item.id }
      return as === null
        ? ask('dismissSuggestion', { params })
        : ask('acceptSuggestion', { params, body: { property: as } })
    },
    onSuccess: () => kept.invalidateQueries(),
  })
  return (
    <li>
      <p>
        {says.says[item.kind]}{' '}
        <Link href={to.provenance(other.id)} lang={other.language ?? undefined}>
          {other.title}
        </Link>{' '}
        <span className="soft small">{detailOf(item.detail)}</span>
      </p>
      <div className="row">
        {meanings.map((meaning) => (
          <button
            key={meaning}
            type="button"
            disabled={settle.isPending}
            onClick={() => settle.mutate(meaning)}
            aria-label={says.acceptAs(says.accept[meaning], other.title)}
          >
            {says.accept[meaning]}
          </button>
        ))}
        <button
          type="button"
          className="bare"
          disabled={settle.isPending}
          onClick={() => settle.mutate(null)}
          aria-label={says.acceptAs(says.dismiss, other.title)}
        >
          {says.dismiss}
        </button>
      </div>
      {settle.error && <Trouble error={settle.error} />}
    </li>
  )
}

const share = new Intl.NumberFormat('en-GB', { style: 'percent' })

function detailOf(detail: Suggestion['detail']): string {
  if ('similarity' in detail) return says.likeness(share.format(detail.similarity))
  return 'line' in detail ? says.line(detail.page, detail.line) : ''
}
