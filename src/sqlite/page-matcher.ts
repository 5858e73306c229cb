import { ArchiveError, invalid, notFound } from '../domain/errors.ts'
import type { MatchKind } from '../domain/page/match-pages.ts'
import { sayMismatch } from '../domain/page/say-mismatch.ts'
import type { Layer } from '../domain/text.ts'
import type { PageMatchingWriter } from '../ports/page-matching.ts'
import { eventLog } from './event-log.ts'
import { matchedTexts, type PutText } from './matched-texts.ts'
import type { Connection } from './open-database.ts'
import { pageMatchingPlan, type TranscriptFile, type TranscriptPage } from './page-matching-plan.ts'
import { pagePlaces } from './page-places.ts'
import { transactions } from './transact.ts'

type Put = { target: number; how: MatchKind } & Omit<PutText, 'behind'>

/** Texts of transcriptions brought to the pages of scans. */
export function sqlitePageMatcher(db: Connection): PageMatchingWriter {
  const transact = transactions(db)
  const plans = pageMatchingPlan(db)
  const texts = matchedTexts(db)
  const places = pagePlaces(db)
  const record = eventLog(db)
  const held = db.prepare<[string], { job: number; witness: number }>(`
    select j.key as job, f.witness from job j join file f on f.key = j.file
    where j.lease_token = ? and j.state = 'running'`)
  // From the last file on, for the first ones are read first.
  const toBeRead = db.prepare<[number, number], number>(`
    select 1 from file f cross join job j on j.file = f.key
    where f.witness = ? and j.kind = 'extract' and j.state in ('queued', 'running') and j.key <> ?
    order by f.ordinal desc limit 1`)
  const unmatched = db
    .prepare<[number], string>(`
      select f.id from file f where f.witness = ? and f.role <> 'scan' and exists (select 1 from page p
        where p.file = f.key and not exists (select 1 from page_match m where m.page = p.key)) order by f.ordinal`)
    .pluck()
  const documentOf = db
    .prepare<[number], string>(
      'select d.id from file f join document d on d.key = f.document where f.key = ?',
    )
    .pluck()
  const keyInWitness = db
    .prepare<[string, number], number>(`
    select p.key from page p join witness_page wp on wp.page = p.key where p.id = ? and wp.witness = ?`)
    .pluck()
  const matchOf = db.prepare<[number], Omit<Put, 'target'> & { target: number | null }>(`
    select target, how, layer, first_revision as first, last_revision as last from page_match where page = ?`)
  const rival = db.prepare<[number, number, number], { filePage: number }>(`
    select p.file_page as filePage from page_match m join page p on p.key = m.page
    where m.target = ? and p.file = ? and p.key <> ?`)
  const othersOn = db
    .prepare<[number, number], string>(`
      select distinct f.id from page_match m join page p on p.key = m.page join file f on f.key = p.file
      where m.target = ? and f.key <> ?`)
    .pluck()
  const save = db.prepare(`
    insert or replace into page_match (page, target, how, layer, first_revision, last_revision, behind, matched_at)
    values (:page, :target, :how, :layer, :first, :last, :behind, :at)`)
  const leave = db.prepare('delete from witness_page where witness = ? and page = ?')
  const say = db.prepare('update file set mismatch = :says where key = :file and mismatch is not :says')
  const languagesOf = db
    .prepare<[number], string>(`
      select r.language from page p join text_revision r on r.page = p.key
      where p.file = ? and r.language is not null group by r.language order by count(*) desc, r.language limit 1`)
    .pluck()

  /** In which layer the texts of a file are to stand. */
  function layerOf({ key, role, languages }: TranscriptFile): Layer {
    if (role !== 'translation') return 'transcription'
    return `translation:${languages?.split(' ')[0] || languagesOf.get(key) || 'und'}`
  }

  /** Puts the text of a page where it belongs, and returns the other files of which a text is there. */
  function put(
    file: TranscriptFile,
    page: TranscriptPage,
    target: string,
    how: MatchKind,
    at: string,
  ): string[] {
    const key = keyInWitness.get(target, file.witness)
    if (key === undefined) return []
    const done = texts.put(texts.own(page.key), key, layerOf(file), at)
    save.run({ page: page.key, target: key, how, ...done, behind: done.behind ? 1 : 0, at })
    leave.run(file.witness, page.key)
    texts.refresh(page.key, at)
    return othersOn.all(key, file.key)
  }

  /** Brings some pages of a file, says what is left, and adds whose texts are behind; returns how many it has brought. */
  function matchSome(
    id: string,
    at: string,
    most: number,
    scan: ReturnType<typeof plans.scan>,
    others: Set<string>,
  ): number {
    const file = plans.file(id)
    if (!file) return 0
    const pages = plans.pages(file.key)
    const plan = plans.plan(file, pages, scan)
    const ready = plan.filter((match) => match.page !== null)
    const byNumber = new Map(pages.map((page) => [page.filePage, page]))
    for (const { filePage, page: target, how } of ready.slice(0, most)) {
      const page = byNumber.get(filePage)
      if (page) for (const other of put(file, page, target, how, at)) others.add(other)
    }
    if (ready.length > most) return most
    finish(file, scan)
    if (ready.length > 0)
      tell(file, 'ingest', at, { pages: ready.map(({ filePage, page, how }) => ({ filePage, page, how })) })
    return ready.length
  }

  /** Numbers the pages that still stand without a gap, and says which stand alone. */
  function finish(file: TranscriptFile, scan: ReturnType<typeof plans.scan>): void {
    places.closeGaps(file.witness)
    sayAnew(new Set([file.id]), scan)
  }

  /** Says of files which of their pages stand alone, and behind what. */
  function sayAnew(files: ReadonlySet<string>, scan: ReturnType<typeof plans.scan>): void {
    for (const id of files) {
      const file = plans.file(id)
      if (!file) continue
      const pages = plans.pages(file.key)
      const numbers = (kept: TranscriptPage[]) => kept.map(({ filePage }) => filePage)
      const behind = numbers(pages.filter((page) => page.behind === 1))
      const overtaken = numbers(pages.filter((page) => page.behind === 0 && page.isOvertaken === 1))
      const says = sayMismatch(pages.length, plans.plan(file, pages, scan), behind, overtaken)
      say.run({ file: file.key, says })
    }
  }

  function tell(file: TranscriptFile, actor: string, at: string, after: object): void {
    const document = documentOf.get(file.key)
    if (!document) return
    record({
      at,
      actor,
      verb: 'match-pages',
      subject: { type: 'document', id: document },
      after: { file: file.id, ...after },
    })
  }

  return {
    async matchSome({ at, token, most }) {
      return transact({ actor: 'ingest', at }, () => {
        const to = held.get(token)
        if (!to || toBeRead.get(to.witness, to.job)) return false
        const waiting = unmatched.all(to.witness)
        if (waiting.length === 0) return false
        const scan = plans.scan(to.witness)
        const others = new Set<string>()
        let left = most
        for (const file of waiting) {
          left -= matchSome(file, at, left, scan, others)
          if (left <= 0) break
        }
        sayAnew(others, scan)
        return left <= 0
      })
    },

    async matchFile(command) {
      return transact(command, () => {
        const file = plans.file(command.file)
        if (!file) throw notFound('file')
        const scan = plans.scan(file.witness)
        const others = new Set<string>()
        matchSome(command.file, command.at, Number.POSITIVE_INFINITY, scan, others)
        sayAnew(others, scan)
      })
    },

    async bring(command) {
      return transact(command, () => {
        const { actor, at } = command
        const file = plans.file(command.file)
        const page = file && plans.pages(file.key).find(({ filePage }) => filePage === command.filePage)
        if (!file || !page) throw notFound('page of this file')
        const target = command.page === null ? null : (keyInWitness.get(command.page, file.witness) ?? null)
        if (command.page !== null && (target === null || command.page === page.id))
          throw invalid('page', 'is no other page of the witness that this file belongs to.')
        const other = target === null ? undefined : rival.get(target, file.key, page.key)
        if (other)
          throw new ArchiveError(
            'conflict',
            `The text of page ${other.filePage} of this file was brought there: bring that elsewhere first.`,
          )
        const before = matchOf.get(page.key)
        const taken =
          before?.target == null
            ? texts.own(page.key)
            : texts.takeBack(before.target, { ...before, layer: before.layer ?? layerOf(file) }, actor, at)
        if (target === null) standAlone(file, page, before?.target == null ? [] : taken, at)
        else {
          const done = texts.put(taken, target, layerOf(file), at)
          save.run({ page: page.key, target, how: 'by-hand', ...done, behind: done.behind ? 1 : 0, at })
          leave.run(file.witness, page.key)
          texts.refresh(page.key, at)
        }
        const scan = plans.scan(file.witness)
        finish(file, scan)
        const touched = [before?.target, target].filter((page) => page != null)
        sayAnew(new Set(touched.flatMap((page) => othersOn.all(page, file.key))), scan)
        tell(file, actor, at, { filePage: page.filePage, page: command.page, was: page.target })
      })
    },
  }

  /** Has a page stand in the witness again, with what was corrected in its text elsewhere. */
  function standAlone(
    file: TranscriptFile,
    page: TranscriptPage,
    taken: ReturnType<typeof texts.own>,
    at: string,
  ): void {
    texts.giveBack(taken, page.key, at)
    if (keyInWitness.get(page.id, file.witness) === undefined)
      places.put(file.witness, places.makeRoom(file.witness, file.key, page.filePage, 1), page.key)
    save.run({
      page: page.key,
      target: null,
      how: 'by-hand',
      layer: null,
      first: null,
      last: null,
      behind: 0,
      at,
    })
    texts.refresh(page.key, at)
  }
}
