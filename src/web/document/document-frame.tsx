import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { sayEdtf } from '../dates/say-edtf.ts'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { Asked } from '../shell/asked.tsx'
import { words } from '../words/words.ts'
import styles from './document-frame.module.css'

/** A document as the archive tells it. */
export type ShownDocument = Reply<'readDocument'>

/** The head of a document over one of the views of it. */
export function DocumentFrame(props: { id: string; children: (document: ShownDocument) => ReactNode }) {
  const answer = useAsked('readDocument', { params: { documentId: props.id } })
  return (
    <div className={styles.frame}>
      <Asked of={answer}>
        {(document) => (
          <>
            <Head document={document} />
            {props.children(document)}
          </>
        )}
      </Asked>
    </div>
  )
}

function Head({ document }: { document: ShownDocument }) {
  const { may } = useSession()
  const { id, title, date, creator, type } = document
  const about = [
    type,
    creator && words.document.by(creator),
    date.edtf ? sayEdtf(date.edtf) : words.document.undated,
  ]
  return (
    <header className={styles.head}>
      <div>
        <h1 lang={document.language ?? undefined}>{title}</h1>
        <p className="soft">{about.filter(Boolean).join(' · ')}</p>
      </div>
      <nav aria-label={words.document.views} className={styles.views}>
        {document.pageCount > 0 && <View href={to.document(id)} label={words.document.read} also="/pages/" />}
        <View href={to.provenance(id)} label={words.document.provenance} />
        <View href={to.notes(id)} label={words.document.notes} />
        {may('archivist') && (
          <>
            <View href={to.describe(id)} label={words.document.describe} />
            <View href={to.addFiles(id)} label={words.document.addFiles} />
          </>
        )}
      </nav>
    </header>
  )
}

function View({ href, label, also }: { href: string; label: string; also?: string }) {
  const [here] = useLocation()
  const current = here === href || (also !== undefined && here.startsWith(`${href}${also}`))
  return (
    <Link href={href} className="button" aria-current={current ? 'page' : undefined}>
      {label}
    </Link>
  )
}
