import { Link } from 'wouter'
import type { Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { AddUnit, EditUnit } from '../collection/edit-unit.tsx'
import { RolesHere } from '../collection/roles-here.tsx'
import { sayEdtf } from '../dates/say-edtf.ts'
import { to } from '../paths.ts'
import { Asked } from '../shell/asked.tsx'
import { Screen } from '../shell/screen.tsx'
import { langOfWords } from '../text/lang-of-words.ts'
import { words } from '../words/words.ts'
import { Branch } from './branch.tsx'
import { DocumentList } from './document-list.tsx'
import { Facts } from './facts.tsx'
import { useListed } from './use-listed.ts'

type Unit = Reply<'readCollection'>

const says = words.browse
const elements = Object.keys(says.elements) as (keyof typeof says.elements)[]

/** A unit of the arrangement: the way to it, its description in the order of ISAD(G), and what lies in it. */
export function CollectionScreen({ id }: { id: string }) {
  const unit = useAsked('readCollection', { params: { collectionId: id } })
  return (
    <Asked of={unit}>
      {(read) => (
        <Screen title={read.title} lang={langOfWords(read.title)} narrow>
          <Way unit={read} />
          <Facts>
            {[
              [says.code, [read.referencePath]],
              [says.level, [says.levels[read.level]]],
              [words.describe.fields.visibility, [read.visibility !== 'public' && seenBy(read)]],
              ...elements.map((name) => [says.elements[name], [elementOf(read, name)]] as const),
            ]}
          </Facts>
          <EditUnit key={`edit ${id}`} unit={read} />
          {read.children.length > 0 && (
            <section>
              <h2>{says.holds}</h2>
              <Branch key={id} parent={id} />
            </section>
          )}
          <AddUnit key={`add ${id}`} parent={id} />
          <Documents key={id} id={id} />
          <RolesHere key={`roles ${id}`} collectionId={id} />
        </Screen>
      )}
    </Asked>
  )
}

const seenBy = ({ visibility, group, embargoUntil }: Unit) => {
  if (visibility === 'embargoed') return words.describe.untilDay(embargoUntil ?? '')
  return group === null ? words.describe.visibilities[visibility] : words.describe.aGroup
}

const elementOf = (unit: Unit, name: (typeof elements)[number]) => {
  const text = unit[name]
  if (!text) return null
  return name === 'dates' ? <time title={text}>{sayEdtf(text)}</time> : <span className="lines">{text}</span>
}

function Way({ unit }: { unit: Unit }) {
  return (
    <nav aria-label={says.lies}>
      <p>
        <Link href={to.collections()}>{says.collections}</Link>
        {unit.path.map(({ id, title }) => (
          <span key={id}>
            {' / '}
            <Link href={to.collection(id)} lang={langOfWords(title)}>
              {title}
            </Link>
          </span>
        ))}
      </p>
    </nav>
  )
}

function Documents({ id }: { id: string }) {
  const listed = useListed('listDocumentsInCollection', {
    params: { collectionId: id },
    query: { limit: 50 },
  })
  return (
    <section>
      <h2>{says.documents}</h2>
      <p className="no-print">
        <Link href={to.search({ collection: id })}>{says.searchHere}</Link>
      </p>
      <DocumentList of={listed} none={says.noDocuments} />
    </section>
  )
}
