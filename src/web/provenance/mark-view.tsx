import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { addressOf, type Reply } from '../api/ask.ts'
import { sayEdtf } from '../dates/say-edtf.ts'
import { to } from '../paths.ts'
import { usePerson } from '../people/person.tsx'
import { langOfWords } from '../text/lang-of-words.ts'
import { words } from '../words/words.ts'
import { Citations } from './citations.tsx'
import { regionOf } from './region.ts'
import { Thing } from './thing.tsx'
import { when } from './when.ts'
import styles from './witnesses.module.css'

const says = words.provenance.mark

type Props = {
  mark: Reply<'listWitnesses'>['items'][number]['marks'][number]
  documentId: string
  /** That of what bears it, where it is known. */
  language: string | null
  /** The number in the document of the page that bears it, once that is known. */
  number: number | null
  /** What can be done with it. */
  acts?: ReactNode
}

/** A mark on a witness: what it says, as it was read, what was inferred of it and why, and its picture. */
export function MarkView({ mark, documentId, language, number, acts }: Props) {
  const { id, kind, reading, asRead, date, inferred, because, agent, place, page } = mark
  const by = usePerson(mark.recordedBy)
  const region = regionOf(mark.box)
  const picture = page && region && addressOf('readImage', { params: pictureOf(page, region) })
  const name = says.picture(says.kind[kind], reading ?? '')
  return (
    <article id={`mark-${id}`} tabIndex={-1} className={styles.mark}>
      <div>
        <p className={styles.reading}>
          {says.kind[kind]}
          {reading && (
            <>
              : “<span lang={langOfWords(reading, language)}>{reading}</span>”
            </>
          )}
        </p>
        {date && (
          <p>
            <time title={date}>{sayEdtf(date)}</time>
            {asRead && asRead !== date && (
              <>
                , {says.asRead} <code>{asRead}</code>
              </>
            )}
          </p>
        )}
        {inferred.length > 0 && (
          <p>
            <span className="tag disputed">{says.inferred(inferred)}</span> {because}
          </p>
        )}
        {(agent || place) && (
          <p>
            {agent && <Thing kind="agent" id={agent} />}
            {agent && place && ', '}
            {place && <Thing kind="place" id={place} />}
          </p>
        )}
        {mark.sources.length > 0 && <Citations of={mark.sources} />}
        <p className="soft small">{words.provenance.claim.recorded(by, when(mark.recordedAt))}</p>
      </div>
      {picture ? (
        <figure>
          <img src={picture} alt={name} loading="lazy" width={region.width} height={region.height} />
          {number !== null && (
            <figcaption>
              <Link href={to.page(documentId, number, { region: region.xywh })}>{says.seeOnPage}</Link>
            </figcaption>
          )}
        </figure>
      ) : null}
      {acts && <div className={styles.acts}>{acts}</div>}
    </article>
  )
}

const pictureOf = (pageId: string, { around }: { around: string }) => ({
  pageId,
  region: around,
  size: '!640,480',
  rotation: '0',
  file: 'default.jpg',
})
