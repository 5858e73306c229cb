import { useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { askedOf, type ReadAddress, readAddressOf } from '../read/read-address.ts'
import { type PageWithText, usePage } from '../read/use-page.ts'
import { type Box, boxAround } from '../scan/box.ts'
import { ScanView } from '../scan/scan-view.tsx'
import { Asked } from '../shell/asked.tsx'
import { utf16Index } from '../text/code-points.ts'
import { boxesOfLines, linkWords, wordsIn } from '../text/linked-words.ts'
import { PageText } from '../text/page-text.tsx'
import { words } from '../words/words.ts'
import styles from './embed-screen.module.css'

/** A page of a document for the pages of others to hold: its scan at a region, its text at a passage, and the way to all of it. */
export function EmbedScreen({ id, number }: { id: string; number: number }) {
  const [asked] = useSearchParams()
  const address = useMemo(() => readAddressOf(asked), [asked])
  const document = useAsked('readDocument', { params: { documentId: id } })
  const { page } = usePage(id, number, address)
  const label = words.document.page(page.data?.label ?? String(number))
  return (
    <Asked of={document}>
      {({ title, language }) => (
        <main className={styles.embed}>
          <title>{title}</title>
          <Asked of={page}>
            {(page) => <Place {...{ page, address }} scanLabel={words.scan.of(label, title)} />}
          </Asked>
          <div className={styles.foot}>
            <h1>
              <a
                href={to.page(id, number, askedOf(address))}
                target="_blank"
                rel="noopener"
                lang={language ?? undefined}
              >
                {title}
              </a>
            </h1>
            <span className="soft small">{words.embed.at(label, location.host)}</span>
          </div>
        </main>
      )}
    </Asked>
  )
}

type PlaceProps = { page: PageWithText; address: ReadAddress; scanLabel: string }

function Place({ page: { id, width, text }, address: { region, passage }, scanLabel }: PlaceProps) {
  const boxes = useMemo(() => (region ? [region] : boxesOf(text, passage)), [region, text, passage])
  const marks = useMemo(() => boxes.map((box) => ({ id: box.join(), box, kind: 'place' as const })), [boxes])
  const focus = useMemo(() => boxAround(boxes), [boxes])
  const hasScan = width !== null
  return (
    <div className={styles.place} data-both={hasScan && passage !== null}>
      {hasScan && <ScanView pageId={id} label={scanLabel} focus={focus} marks={marks} />}
      {(!hasScan || passage !== null) && text && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <section className={styles.text} tabIndex={0} aria-label={words.embed.text}>
          <PageText
            text={text.content}
            language={text.language}
            ranges={passage ? [{ id: 'place', ...passage, kind: 'place' }] : []}
          />
        </section>
      )}
    </div>
  )
}

/** Where the words of a passage stand on the scan, line by line; nowhere that is not known. */
function boxesOf(text: PageWithText['text'], passage: ReadAddress['passage']): Box[] {
  if (!text || !passage) return []
  const { content } = text
  const within = { start: utf16Index(content, passage.start), end: utf16Index(content, passage.end) }
  return boxesOfLines(wordsIn(linkWords(content, text.words ?? []), within))
}
