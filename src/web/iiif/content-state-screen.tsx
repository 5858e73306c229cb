import { Redirect } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { writeBox } from '../scan/box.ts'
import { Asked } from '../shell/asked.tsx'
import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { type Place, readContentState } from './content-state.ts'

/** Leads to the place that a viewer of IIIF hands over (IIIF Content State 1.0), or says why there is none. */
export function ContentStateScreen({ state }: { state: string }) {
  const named = readContentState(state, location.origin)
  const says = words.iiif
  if (named !== null && 'document' in named) {
    const { document, page } = named
    if (page === null) return <Redirect to={to.document(document)} replace />
    return <OnCanvas {...named} page={page} />
  }
  return (
    <Screen title={says.noPlace} narrow>
      <p>{named === null ? says.notUnderstood : says.elsewhere}</p>
      {named && (
        <p>
          <a href={named.elsewhere}>{named.elsewhere}</a>
        </p>
      )}
    </Screen>
  )
}

/** A canvas knows where it is read; a region of it is added. */
function OnCanvas({ document, page, region }: Place & { page: string }) {
  const canvas = useAsked('readCanvas', { params: { documentId: document, pageId: page } })
  return (
    <Asked of={canvas}>
      {({ homepage }) => {
        const read = URL.parse(addressIn(homepage) ?? '')
        if (!read) return <Redirect to={to.document(document)} replace />
        if (region) read.searchParams.set('region', writeBox(region))
        return <Redirect to={read.pathname + read.search} replace />
      }}
    </Asked>
  )
}

function addressIn(homepage: unknown): string | null {
  const [first] = Array.isArray(homepage) ? homepage : []
  return typeof first?.id === 'string' ? first.id : null
}
