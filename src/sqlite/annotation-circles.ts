import { circleOf } from '../domain/annotation/circle.ts'
import type { WebAnnotation } from '../domain/annotation/model.ts'
import { pageOfSource, pageTargets } from '../domain/annotation/target.ts'
import { allOf } from '../domain/audience.ts'
import { sharingOf } from './annotation-rows.ts'
import { ownClass } from './audience-sql.ts'
import type { Connection } from './open-database.ts'

type Row = {
  key: number
  created_by: string
  hidden_at: string | null
  visibility: 'private' | 'group' | null
  restricted_to: string | null
  answers: number | null
  circle: string | null
}

/** Keeps true of annotations which they answer, and who sees them for that and for whom they are for. */
export function annotationCircles(db: Connection) {
  const columns =
    'select key, created_by, hidden_at, visibility, restricted_to, answers, circle from annotation'
  const byKey = db.prepare<[number], Row>(`${columns} where key = ?`)
  const answering = db.prepare<[number], number>('select key from annotation where answers = ?').pluck()
  const keyOf = db.prepare<[string], number>('select key from annotation where id = ?').pluck()
  const setAnswers = db.prepare('update annotation set answers = ? where key = ?')
  const setCircle = db.prepare('update annotation set circle = ? where key = ?')
  const classes = db.prepare<[number], { of_document: string | null; audience: string | null }>(`
    select ${ownClass('d')} as of_document, a.audience
    from annotation a left join document d on d.key = a.document where a.key = ?`)
  const setReading = db.prepare(
    `update reading set audience = :audience
    where kind = 'annotation' and revision = :key and entombed_at is null and audience is not :audience`,
  )
  const narrowed = db
    .prepare<[number], number>(
      'select key from annotation where document = ? and (circle is not null or audience is not null)',
    )
    .pluck()

  /** Whether going from one answer to what it answers leads to an annotation. */
  function leadsTo(key: number, from: number): boolean {
    const passed = new Set<number>()
    for (let at: number | null = from; at !== null && !passed.has(at); at = byKey.get(at)?.answers ?? null) {
      if (at === key) return true
      passed.add(at)
    }
    return false
  }

  function reread(key: number): void {
    const row = classes.get(key)
    const circle = byKey.get(key)?.circle ?? null
    if (row?.of_document != null)
      setReading.run({ key, audience: allOf(row.of_document, row.audience, circle) })
  }

  /** Draws the circle of an annotation anew, and of its answers where that changes it. */
  function draw(key: number): string | null {
    const row = byKey.get(key)
    if (!row) return null
    const answered = row.answers === null ? null : (byKey.get(row.answers)?.circle ?? null)
    const of = { writer: row.created_by, isHidden: row.hidden_at !== null, answered }
    const circle = circleOf(sharingOf(row), of)
    if (circle === row.circle) return circle
    setCircle.run(circle, key)
    reread(key)
    for (const answer of answering.all(key)) draw(answer)
    return circle
  }

  function answer(key: number, id: string | null): void {
    const answered = id === null ? null : (keyOf.get(id) ?? null)
    setAnswers.run(answered === null || leadsTo(key, answered) ? null : answered, key)
  }

  return {
    draw,
    /** Notes what an annotation answers; what would answer itself, by whatever detour, answers nothing. */
    answer,
    /** The same of what it says itself, the first of whatever is named. */
    answerAsSaid(key: number, body: WebAnnotation): void {
      const named = pageTargets(body).map(({ source }) => pageOfSource(source))
      const ids = named.flatMap((one) => (one?.kind === 'annotation' ? [one.annotation] : []))
      answer(key, ids.find((id) => keyOf.get(id) !== undefined) ?? null)
    },
    /** Gives the readings of all annotations of a document that are not for all the class that they have with its own. */
    document(document: number): void {
      for (const key of narrowed.all(document)) reread(key)
    },
    reread,
  }
}
