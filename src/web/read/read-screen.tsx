import { Link, Redirect } from 'wouter'
import { Refusal } from '../api/refusal.ts'
import type { ShownDocument } from '../document/document-frame.tsx'
import { to } from '../paths.ts'
import { NotFoundScreen } from '../shell/not-found-screen.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { askedOf } from './read-address.ts'
import { ReadPage } from './read-page.tsx'
import styles from './read-screen.module.css'
import { usePage } from './use-page.ts'
import { type Reading, useReadAddress } from './use-read-address.ts'
import { type ReadWitness, useWitnesses } from './use-witnesses.ts'

/** The page of a document that its address names, in the witness that it names, else the first that has pages. */
export function ReadScreen({ document, number }: { document: ShownDocument; number: number }) {
  const reading = useReadAddress(document.id, number)
  const witnesses = useWitnesses(document)
  const { address } = reading
  if (!Number.isSafeInteger(number) || number < 1) return <NotFoundScreen />
  if (!witnesses) return <Coming />
  const first = witnesses.find(({ pages }) => pages > 0)
  const witness = address.witness ? witnesses.find(({ id }) => id === address.witness) : witnesses[0]
  if (witness?.isFirst && address.witness)
    return <Redirect to={to.page(document.id, number, askedOf({ ...address, witness: null }))} replace />
  if (witness && witness.pages === 0 && !address.witness && first)
    return <Redirect to={to.page(document.id, number, askedOf({ ...address, witness: first.id }))} replace />
  if (!witness || witness.pages === 0) return <NoSuchPage document={document} says={words.read.noPageAtAll} />
  return <PageOf {...{ document, witnesses, witness, number, reading }} />
}

type Props = {
  document: ShownDocument
  witnesses: readonly ReadWitness[]
  witness: ReadWitness
  number: number
  reading: Reading
}

function PageOf({ document, witnesses, witness, number, reading }: Props) {
  const { page, isHere } = usePage(document.id, number, reading.address)
  if (page.error) {
    if (page.error instanceof Refusal && page.error.status === 404)
      return <NoSuchPage document={document} says={page.error.message} />
    return <Trouble error={page.error} onAgain={() => void page.refetch()} />
  }
  if (!page.data) return <Coming />
  return <ReadPage {...{ document, witnesses, witness, number, reading, isHere }} page={page.data} />
}

/** As high as what comes, so that nothing moves when it is there. */
const Coming = () => (
  <p className={styles.coming} aria-busy="true">
    {words.shell.reading}
  </p>
)

function NoSuchPage({ document, says }: { document: ShownDocument; says: string }) {
  return (
    <div className={styles.coming}>
      <h2>{words.read.noPageHere}</h2>
      <p className="soft">{says}</p>
      {document.pageCount > 0 && (
        <Link href={to.document(document.id)} className="button">
          {words.read.toFirst}
        </Link>
      )}
    </div>
  )
}
