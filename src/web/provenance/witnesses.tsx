import type { ReactNode } from 'react'
import { addressOf, type Reply } from '../api/ask.ts'
import { sayEdtf } from '../dates/say-edtf.ts'
import { words } from '../words/words.ts'
import { MarkView } from './mark-view.tsx'
import { Thing } from './thing.tsx'
import { usePageNumbers } from './use-page-numbers.ts'
import { nameOfLanguage } from './value.tsx'
import styles from './witnesses.module.css'

const says = words.provenance.witness

export type Witness = Reply<'listWitnesses'>['items'][number]

type Props = {
  documentId: string
  /** That of the document, where it is known. */
  language: string | null
  witnesses: readonly Witness[]
  /** What can be done with a witness, and with a mark on it. */
  acts: (witness: Witness) => ReactNode
  markActs: (mark: Witness['marks'][number], witness: Witness) => ReactNode
}

/** Every bearer of the text with what is known of it, and the marks on it. */
export function Witnesses({ documentId, language, witnesses, acts, markActs }: Props) {
  const pages = witnesses.flatMap(({ marks }) => marks.flatMap(({ page }) => page ?? []))
  const numbers = usePageNumbers(documentId, pages)
  if (witnesses.length === 0) return <p className="soft">{says.none}</p>
  return witnesses.map((witness) => (
    <article key={witness.id} id={`witness-${witness.id}`} tabIndex={-1} className={styles.witness}>
      <h3 id={`witness-${witness.id}-label`}>{witness.label}</h3>
      <p className="soft">
        {[witness.kind, witness.transmission, witness.pageCount > 0 && says.pages(witness.pageCount)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Facts witness={witness} />
      {acts(witness)}
      {witness.marks.length > 0 && (
        <>
          <h4>{says.marks}</h4>
          {witness.marks.map((mark) => (
            <MarkView
              key={mark.id}
              mark={mark}
              documentId={documentId}
              language={witness.language ?? language}
              number={numbers.get(mark.page ?? '') ?? null}
              acts={markActs(mark, witness)}
            />
          ))}
        </>
      )}
    </article>
  ))
}

function Facts({ witness }: { witness: Witness }) {
  const {
    holder,
    holderAgent,
    shelfmark,
    collection,
    printedIn,
    headingAsPrinted,
    language,
    date,
    custody,
    files,
  } = witness
  return (
    <dl className={styles.facts}>
      <Fact name={says.heldBy}>{holderAgent ? <Thing kind="agent" id={holderAgent} /> : holder}</Fact>
      <Fact name={says.shelfmark}>{shelfmark}</Fact>
      <Fact name={says.collection}>{collection && <Thing kind="collection" id={collection} />}</Fact>
      <Fact name={says.printedIn}>{printedIn && <PrintedIn of={printedIn} />}</Fact>
      <Fact name={says.heading}>
        {headingAsPrinted && <Heading of={headingAsPrinted} language={language} />}
      </Fact>
      <Fact name={says.language}>{language && nameOfLanguage(language)}</Fact>
      <Fact name={says.date}>{date && <span title={date}>{sayEdtf(date)}</span>}</Fact>
      <Fact name={says.custody}>{custody}</Fact>
      <Fact name={says.files}>{files.length > 0 && <Files files={files} />}</Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function PrintedIn({ of: { source, document, locator } }: { of: NonNullable<Witness['printedIn']> }) {
  return (
    <>
      {source && <Thing kind="source" id={source} />}
      {source && document && ', '}
      {document && <Thing kind="document" id={document} />}
      {locator && `, ${locator}`}
    </>
  )
}

type Heading = { of: NonNullable<Witness['headingAsPrinted']>; language: string | null }

function Heading({ of: { text, status, names }, language }: Heading) {
  const isWrong = status === 'misattributed' || status === 'misleading'
  return (
    <>
      <span lang={language ?? undefined} className={styles.heading}>
        “{text}”
      </span>{' '}
      <span className={`tag ${isWrong ? 'disputed' : ''}`}>{says.headingStatus[status]}</span>
      {names && (
        <span className={styles.names}>
          {says.names} <Thing kind="document" id={names} />
        </span>
      )}
    </>
  )
}

function Files({ files }: { files: Witness['files'] }) {
  return (
    <ul className="plain">
      {files.map(({ id, name, role }) => (
        <li key={id}>
          <a href={addressOf('readFileContent', { params: { fileId: id } })}>{name}</a>{' '}
          <span className="soft small">{role}</span>
        </li>
      ))}
    </ul>
  )
}
