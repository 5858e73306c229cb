import { imageNames, stemOf, trailingNumber, wholeName, withoutFormat } from './image-name.ts'

/** A page of a transcription, and what it says of the page that it transcribes. */
export type TranscribedPage = {
  filePage: number
  label: string | null
  image: string | null
  number: number | null
}

/** A page of a scan where it stands: its label, and the file it is of, which has so many pages. */
export type ScannedPage = {
  page: string
  label: string | null
  file: { id: string; name: string; pages: number }
  filePage: number
}

export const matchKinds = ['facs', 'file-name', 'label', 'order', 'by-hand'] as const
/** How a page of a transcription came to the page that it transcribes. */
export type MatchKind = (typeof matchKinds)[number]

/** The page that a page of a transcription belongs to, or, in a sentence, why none is known. */
export type PageMatch =
  | { filePage: number; page: string; how: MatchKind }
  | { filePage: number; page: null; how: null; says: string }

export type Known = { filePage: number; page: string }

/**
 * Which pages of a scan the pages of a transcription belong to, each to at most one: by the image that they name, by the
 * name of the file itself, by label, and else by order, where between what is known as many pages of the scan are left as
 * of the transcription. `known` is matched already and stays. What is said twice, or of nothing there, matches nothing.
 */
export function matchPages(
  transcript: { name: string; pages: readonly TranscribedPage[] },
  index: IndexedScan,
  known: readonly Known[] = [],
): PageMatch[] {
  const found = new Map<number, { page: string; how: MatchKind }>()
  const doubts = new Map<number, string>()
  const taken = new Set(known.map(({ page }) => page))
  const settled = new Map(known.map(({ filePage, page }) => [filePage, page]))
  const open = transcript.pages.filter(({ filePage }) => !settled.has(filePage))
  // Also what a known page says of itself counts against the others, until the step that made it known.
  const asking = new Set(transcript.pages.map(({ filePage }) => filePage))
  const left = () => transcript.pages.filter(({ filePage }) => asking.has(filePage))

  const settle = (how: MatchKind, wishes: readonly (readonly [TranscribedPage, ScannedPage[]])[]) => {
    const wanted = new Map<string, number>()
    for (const [, [only, other]] of wishes)
      if (only && !other) wanted.set(only.page, (wanted.get(only.page) ?? 0) + 1)
    for (const [{ filePage }, [only, other]] of wishes) {
      if (!only) continue
      if (settled.has(filePage)) {
        if (settled.get(filePage) === only.page) asking.delete(filePage)
      } else if (other) doubts.set(filePage, ambiguous)
      else if (taken.has(only.page) || wanted.get(only.page) !== 1) doubts.set(filePage, twice)
      else {
        found.set(filePage, { page: only.page, how })
        asking.delete(filePage)
      }
    }
    for (const { page } of found.values()) taken.add(page)
  }

  const { scan } = index
  const own = ofSameName(transcript.name, index)
  const named = transcript.pages.map((page) => [page, namedBy(page, index)] as const)
  settle('facs', named)
  // Names that are all unknown are those of files elsewhere; but where some are known, the others mean what is not here.
  const isForeign = transcript.pages.every((page) => page.image === null || namedBy(page, index).length === 0)
  const isNameless = new Map(
    named.map(([{ filePage, image }, pages]) => [filePage, image === null || pages.length === 0]),
  )
  const within = own.length > 0 ? own : scan
  const isEven = transcript.pages.length === within.length
  const labels = own.length > 0 ? indexScan(own) : index
  settle(
    'label',
    left().map((page) => [page, labelled(page, labels, isEven)]),
  )
  const ordered = open.filter(
    ({ filePage, image }) =>
      asking.has(filePage) && (image === null || isForeign || (own.length > 0 && isNameless.get(filePage))),
  )
  const free = new Set(ordered.map(({ filePage }) => filePage))
  const how = own.length > 0 ? 'file-name' : 'order'
  settle(how, byOrder(transcript.pages, within, free, [...known, ...asKnown(found)]))
  return open.map((page) => {
    const match = found.get(page.filePage)
    const { filePage } = page
    if (match) return { filePage, ...match }
    return {
      filePage,
      page: null,
      how: null,
      says: doubts.get(filePage) ?? unknown(page, transcript.pages.length, within.length),
    }
  })
}

const asKnown = (found: ReadonlyMap<number, { page: string }>): Known[] =>
  [...found].map(([filePage, { page }]) => ({ filePage, page }))

/**
 * The pages of a scan in their order, looked up by what a transcription may say of them: by the stem of their file's name,
 * those of files of one page apart, by that and their place in the file, and by label.
 */
export type IndexedScan = {
  scan: readonly ScannedPage[]
  byStem: ReadonlyMap<string, ScannedPage[]>
  whole: ReadonlyMap<string, ScannedPage[]>
  byPlace: ReadonlyMap<string, ScannedPage[]>
  byLabel: ReadonlyMap<string, ScannedPage[]>
  isOneFile: boolean
}

/** Makes pages of a scan ready to be matched. */
export function indexScan(scan: readonly ScannedPage[]): IndexedScan {
  const labelOf = ({ label }: ScannedPage) => (label === null ? '' : plainLabel(label))
  const byLabel = Map.groupBy(scan, labelOf)
  byLabel.delete('')
  const stem = ({ file }: ScannedPage) => stemOf(file.name)
  const whole = Map.groupBy(
    scan.filter(({ file }) => file.pages === 1),
    stem,
  )
  const byPlace = Map.groupBy(scan, (page) => placeIn(stem(page), page.filePage))
  return { scan, byStem: Map.groupBy(scan, stem), whole, byPlace, byLabel, isOneFile: areOfOneFile(scan) }
}

const placeIn = (stem: string, filePage: number) => `${filePage} ${stem}`

const areOfOneFile = (pages: readonly ScannedPage[]) => new Set(pages.map(({ file }) => file.id)).size === 1

/** The pages whose file, or whose place in it, is what a page names as its image. A number alone is one of the only file. */
function namedBy(
  { image, number }: TranscribedPage,
  { scan: [first], byStem, whole, byPlace, isOneFile }: IndexedScan,
): ScannedPage[] {
  const at = (stem: string, filePage: number) => byPlace.get(placeIn(stem, filePage)) ?? []
  if (image === null) return isOneFile && first && number !== null ? at(stemOf(first.file.name), number) : []
  const names = imageNames(image)
  const alone = names.flatMap((name) => whole.get(name) ?? [])
  if (alone.length > 0) return alone
  const last = trailingNumber(image)
  const place = number ?? last
  if (names.some((name) => byStem.has(name)))
    return names.flatMap((name) => (place === null ? (byStem.get(name) ?? []) : at(name, place)))
  if (last === null) return []
  // What was rendered out of a file bears its name and the number of the page: `delo-003.png`.
  return names
    .flatMap((name) => at(name.replace(/[-_ .]*\d+$/, ''), last))
    .filter(({ file }) => file.pages > 1)
}

/**
 * The pages of the scan that is called like the transcription: `p001.txt`, `p001.jpg.txt` or `p001.alto.xml` beside
 * `p001.jpg`; of none if several are.
 */
function ofSameName(name: string, index: IndexedScan): ScannedPage[] {
  const stem = stemOf(name)
  const pages = ofStem(stem, index)
  return pages.length > 0 ? pages : ofStem(withoutFormat(stem), index)
}

function ofStem(stem: string, { byStem }: IndexedScan): ScannedPage[] {
  const [inner = stem] = imageNames(stem)
  const whole = (byStem.get(inner) ?? []).filter(({ file }) => wholeName(file.name) === stem)
  const same = [whole, byStem.get(stem), byStem.get(inner)].find((pages) => pages?.length) ?? []
  return areOfOneFile(same) ? same : []
}

/** Page by page where there are as many, else nothing. */
const inOrder = (pages: readonly TranscribedPage[], scan: readonly ScannedPage[]) =>
  pages.length !== scan.length
    ? []
    : pages.map((page, at) => [page, scan.slice(at, at + 1)] as [TranscribedPage, ScannedPage[]])

/**
 * The pages with the same label. Where a scan has none at all, a number is that of the page in its order, unless there
 * are as many pages here as there: a foliation that begins with 12 is then no count of images.
 */
function labelled(
  { label }: TranscribedPage,
  { scan, byLabel }: IndexedScan,
  isEven: boolean,
): ScannedPage[] {
  if (label === null) return []
  const wanted = plainLabel(label)
  if (byLabel.size > 0) return byLabel.get(wanted) ?? []
  return isEven || !/^\d+$/.test(wanted) ? [] : scan.slice(Number(wanted) - 1, Number(wanted))
}

/** `p. 12 v.`, `12v`, `f.12V` and `12 verso` are one label; so are `12 об.` and `л.12об`. */
const plainLabel = (label: string): string =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replace(/^(pp?|page|ff?|foll?|folio|bl|s|seite|lk|lpp?|l|лл?|с|стр)(?:\.\s*|\s+)(?=\d)/u, '')
    .replace(/(?<=\d)\s*(?:(r)ecto|(v)erso)$/, '$1$2')
    .replace(/[\s.]/g, '')
    .replace(/^0+(?=\d)/, '')

/** The pages between those known on both sides, where they are as many and the known ones stand in the same order. */
function byOrder(
  pages: readonly TranscribedPage[],
  scan: readonly ScannedPage[],
  open: ReadonlySet<number>,
  known: readonly Known[],
): [TranscribedPage, ScannedPage[]][] {
  const placeOf = new Map(scan.map(({ page }, at) => [page, at]))
  const fixed = new Map(known.map(({ filePage, page }) => [filePage, placeOf.get(page)]))
  const wishes: [TranscribedPage, ScannedPage[]][] = []
  let run: TranscribedPage[] = []
  let from = 0
  const close = (to: number) => {
    if (run.every(({ filePage }) => open.has(filePage))) wishes.push(...inOrder(run, scan.slice(from, to)))
    run = []
    from = to + 1
  }
  for (const page of pages) {
    const at = fixed.get(page.filePage)
    if (!fixed.has(page.filePage)) run.push(page)
    // What was moved elsewhere stands between nothing.
    else if (at === undefined) continue
    else if (at < from) return []
    else close(at)
  }
  close(scan.length)
  return wishes
}

const ambiguous = 'Several pages of the scan answer to what it says of its image or label.'
const twice = 'Another page of the transcription says that it belongs to the same page of the scan.'

function unknown({ image, label }: TranscribedPage, pages: number, scanned: number): string {
  if (image !== null) return `It names the image “${image}”, which is none of this scan.`
  const counts = `The transcription has ${count(pages)}, the scan ${count(scanned)}`
  return label === null ? `${counts}.` : `${counts}, and none of those alone is labelled “${label}”.`
}

const count = (pages: number) => (pages === 1 ? 'one page' : `${pages.toLocaleString('en')} pages`)
