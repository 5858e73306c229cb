import { Link } from 'wouter'
import type { Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { Asked } from '../shell/asked.tsx'
import { words } from '../words/words.ts'
import { Citations } from './citations.tsx'
import styles from './confusions.module.css'
import { Thing } from './thing.tsx'

const says = words.provenance.confusions

type Confusion = Reply<'listConfusions'>['items'][number]
type Cell = Confusion['table'][number]['this']

/** The documents that this one is confused with, and row by row what tells the two apart. */
export function Confusions({ documentId, asOf }: { documentId: string; asOf: string | null }) {
  const query = { asOf: asOf ?? undefined }
  const answer = useAsked('listConfusions', { params: { documentId }, query }, { keep: true })
  return (
    <Asked of={answer}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="soft">{says.none}</p>
        ) : (
          items.map((confusion) => <Compared key={confusion.document.id} confusion={confusion} />)
        )
      }
    </Asked>
  )
}

function Compared({ confusion: { document, claims, table } }: { confusion: Confusion }) {
  const apart = table.filter(({ differs }) => differs).map(({ row }) => says.apart[row])
  const lang = document.language ?? undefined
  const said = claims.filter(({ sources, note }) => sources.length > 0 || note)
  return (
    <article className={styles.confusion}>
      <h3>
        <Link href={to.provenance(document.id)} lang={lang}>
          {document.title}
        </Link>
      </h3>
      <p>{apart.length > 0 ? says.apartBy(apart) : says.notApart}</p>
      <table className={styles.table}>
        <caption className="unseen">{says.toldApart(document.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{says.what}</th>
            <th scope="col">{says.thisOne}</th>
            <th scope="col" lang={lang}>
              {document.title}
            </th>
            <th scope="col">{says.difference}</th>
          </tr>
        </thead>
        <tbody>
          {table.map(({ row, differs, this: mine, other }) => (
            <tr key={row} data-differs={differs ?? 'open'}>
              <th scope="row">{says.row[row]}</th>
              <td data-side={says.thisOne}>
                <CellOf row={row} cell={mine} linksHere />
              </td>
              <td data-side={document.title}>
                <CellOf row={row} cell={other} />
              </td>
              <td className={styles.sign}>
                {differs === null ? says.open : differs ? says.differs : says.same}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {said.length > 0 && (
        <>
          <h4>{says.sources}</h4>
          {said.map(({ id, note, sources }) => (
            <div key={id}>
              {note && <p className={styles.note}>{note}</p>}
              <Citations of={sources} />
            </div>
          ))}
        </>
      )}
    </article>
  )
}

function CellOf({ row, cell, linksHere = false }: { row: string; cell: Cell; linksHere?: boolean }) {
  return (
    <ul className="plain">
      {cell.values.map(({ kind, text, says: said, thing, claims }) => (
        <li key={`${kind} ${text} ${thing}`}>
          {kind === 'value' ? (
            thing && (row === 'signatory' || row === 'body') ? (
              <Thing kind="agent" id={thing} />
            ) : (
              (said ?? text)
            )
          ) : (
            <em>{text}</em>
          )}
          {linksHere &&
            claims.slice(0, 3).map((id) => (
              <a
                key={id}
                href={`#claim-${id}`}
                className={styles.toClaim}
                aria-label={words.provenance.dating.theClaim(`${said ?? text}`)}
              >
                #
              </a>
            ))}
        </li>
      ))}
    </ul>
  )
}
