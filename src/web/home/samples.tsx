import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { ask } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'

const says = words.home.samples

/**
 * The sample archive, for archivists: offered where there is nothing yet (`isOffered`) or only a part of it, shown while it
 * is loading. Who had it loaded is led to the document of which it tells.
 */
export function Samples({ isOffered }: { isOffered: boolean }) {
  const kept = useQueryClient()
  const [, go] = useLocation()
  const { may } = useSession()
  const [isWanted, setWanted] = useState(false)
  const [refused, setRefused] = useState<unknown>(null)
  const { data } = useAsked('readSamples', {}, { when: may('archivist') })
  const isLoading = data?.state === 'loading'
  useAsked('readSamples', {}, { when: isLoading, every: isLoading ? 500 : false })
  const led = isWanted && data?.state === 'loaded' ? data.document : null
  useEffect(() => {
    if (led === null) return
    void kept.invalidateQueries()
    go(to.provenance(led))
  }, [led, kept, go])

  async function load() {
    setRefused(null)
    setWanted(true)
    try {
      kept.setQueryData(['readSamples', {}, {}], await ask('loadSamples'))
    } catch (error) {
      setRefused(error)
    }
  }

  if (!data) return null
  const isPartly = data.state === 'partly'
  const error = refused ?? (data.error === null ? null : new Error(data.error))
  return (
    <>
      {error !== null && <Trouble error={error} />}
      {isLoading && (
        <section className="sheet">
          <h2 role="status">{says.loading}</h2>
          <p>{data.total > 0 ? says.read(data.done, data.total) : says.begun}</p>
          <progress value={data.total > 0 ? data.done / data.total : undefined} aria-label={says.loading} />
        </section>
      )}
      {!isLoading && data.loadable && (isOffered || isPartly) && (
        <section>
          <h2>{says.title}</h2>
          <p>{isPartly ? says.partly : says.lead}</p>
          <button type="button" onClick={() => void load()}>
            {isPartly ? says.goOn : says.load}
          </button>
        </section>
      )}
    </>
  )
}
