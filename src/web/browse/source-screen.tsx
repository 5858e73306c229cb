import { Suspense } from 'react'
import { Link } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { ClaimView } from '../provenance/claim-view.tsx'
import { useSession } from '../session/use-session.ts'
import { Asked } from '../shell/asked.tsx'
import { later } from '../shell/later.tsx'
import { Screen } from '../shell/screen.tsx'
import { langOfWords } from '../text/lang-of-words.ts'
import { words } from '../words/words.ts'
import { langOf, typeOf, variablesOf } from './csl.ts'
import { Facts } from './facts.tsx'
import styles from './lines.module.css'
import { Parts } from './parts.tsx'
import { SubjectLink } from './subject-link.tsx'
import { useListed } from './use-listed.ts'

// Only archivists have it.
const EditWork = later(() => import('../source/edit-work.tsx'), 'EditWork')

const says = words.browse

/** A source: what is written of it in CSL-JSON, and every claim and mark that rests on it, with what that is about. */
export function SourceScreen({ id }: { id: string }) {
  const read = useAsked('readSource', { params: { sourceId: id } })
  const { may } = useSession()
  return (
    <Asked of={read}>
      {(source) => (
        <Screen
          title={source.title}
          lang={langOf(source)}
          narrow
          beside={<Link href={to.sources()}>{says.all.sources}</Link>}
        >
          {source.document ? (
            <p>
              <Link href={to.document(source.document)} className="button">
                {says.document}
              </Link>
            </p>
          ) : (
            <Facts>
              {[
                [says.kind, [typeOf(source)]],
                ...variablesOf(source).map(
                  ([label, value]) => [label, [<Text key={label} of={value} />]] as const,
                ),
              ]}
            </Facts>
          )}
          {!source.document && may('archivist') && (
            <Suspense>
              <EditWork source={source} />
            </Suspense>
          )}
          <section>
            <h2>{says.restsOn}</h2>
            <Claims key={id} id={id} />
          </section>
          <Marks key={`marks ${id}`} id={id} />
        </Screen>
      )}
    </Asked>
  )
}

function Text({ of }: { of: string }) {
  return /^https?:\/\/\S+$/.test(of) ? (
    <a href={of} rel="noreferrer">
      {of}
    </a>
  ) : (
    of
  )
}

function Claims({ id }: { id: string }) {
  const listed = useListed('listClaimsOnSource', { params: { sourceId: id }, query: { limit: 20 } })
  return (
    <Parts of={listed} none={says.noClaims}>
      {(claims) =>
        claims.map((claim) => (
          <div key={claim.id}>
            <h3 className="small">
              <SubjectLink subject={claim.subject} claim={claim.id} />
              {`: ${words.provenance.property(claim.property)}`}
            </h3>
            <ClaimView claim={claim} />
          </div>
        ))
      }
    </Parts>
  )
}

/** The marks that rest on it; nothing where there are none. */
function Marks({ id }: { id: string }) {
  const listed = useListed('listMarksOnSource', { params: { sourceId: id }, query: { limit: 20 } })
  if (!listed.items || listed.items.length === 0) return null
  return (
    <section>
      <h2>{says.marksOn}</h2>
      <Parts of={listed} none="">
        {(marks) => (
          <ul className={styles.lines}>
            {marks.map(({ id: mark, kind, reading, document }) => (
              <li key={mark}>
                <Link href={`${to.provenance(document)}#mark-${mark}`}>
                  {words.provenance.mark.kind[kind]}
                  {reading && (
                    <>
                      : “<span lang={langOfWords(reading)}>{reading}</span>”
                    </>
                  )}
                </Link>
                <p className="small">
                  <SubjectLink subject={{ type: 'document', id: document }} />
                </p>
              </li>
            ))}
          </ul>
        )}
      </Parts>
    </section>
  )
}
