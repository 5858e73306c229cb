import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../api/ask.ts'
import { layerName } from '../read/layer-name.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import type { Redaction } from './page-at.ts'

const says = words.withhold

/** What is withheld of a page, why, and a way to take each back. */
export function Redactions({ redactions }: { redactions: readonly Redaction[] }) {
  const kept = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  async function undo(redactionId: string) {
    setError(null)
    try {
      await ask('undoRedaction', { params: { redactionId } })
      await kept.invalidateQueries()
    } catch (refused) {
      setError(refused)
    }
  }
  if (redactions.length === 0) return <p className="soft">{says.none}</p>
  return (
    <>
      <ul>
        {redactions.map((one) => (
          <li key={one.id}>
            <p>{whatOf(one)}</p>
            <p className="soft small">{howOf(one)}</p>
            {one.unplaced.length > 0 && <p>{says.unplaced(one.unplaced.map(layerName).join(', '))}</p>}
            {one.image === 'whole' && <p>{says.blackImage}</p>}
            <button type="button" onClick={() => void undo(one.id)}>
              {says.undo}
            </button>
          </li>
        ))}
      </ul>
      {error !== null && <Trouble error={error} />}
    </>
  )
}

const whatOf = ({ quotes, regions }: Redaction) =>
  [
    ...quotes.map((quote) => `“${quote}”`),
    ...(regions.length > 0 ? [says.regions(regions.length)] : []),
  ].join(', ')

const howOf = ({ because, until, tells }: Redaction) =>
  [because, ...(until === null ? [] : [says.ends(until)]), ...(tells ? [says.isTold] : [])].join(' · ')
