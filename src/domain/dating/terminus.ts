import { readDated } from '../date/dated.ts'
import { saySomeDay } from '../date/say-days.ts'
import { earliest, latest, type Range } from '../date/span.ts'
import { assertionsOf, textOf } from './assertion.ts'
import type { DatingCase } from './case.ts'
import { anyDay, type Evidence, type Gathered, isAnyDay, type SetAside } from './evidence.ts'
import type { DatingWording } from './wording.ts'

/**
 * What an expert argued from paper, watermark, ink, script or letterhead, as claimed: `1954/..` is not before. Somebody
 * must argue it in a source. What is said of a witness bounds the text only as far as that witness can be: a copy lies
 * after the text, a draft before what was signed.
 */
export function terminusEvidence({ claims, witnesses }: DatingCase, wording: DatingWording): Gathered {
  const evidence: Evidence[] = []
  const aside: SetAside[] = []
  for (const assertion of assertionsOf(claims, 'terminus').flat()) {
    const kind = textOf(assertion.value, 'kind') ?? 'material'
    const reading = readDated({
      edtf: textOf(assertion.value, 'edtf') ?? '',
      calendar: textOf(assertion.value, 'calendar'),
    })
    const { claims: ids, sources, inferred, subject } = assertion
    if (!reading.ok || isAnyDay(reading.binding)) continue
    if (sources.length === 0) {
      aside.push({ claims: ids, marks: [], says: wording.unargued(kind) })
      continue
    }
    const bearer = witnesses.find(({ id }) => subject.type === 'witness' && id === subject.id)
    const bound = subject.type === 'witness' ? ofText(reading.binding, bearer?.transmission) : reading.binding
    if (isAnyDay(bound)) {
      aside.push({ claims: ids, marks: [], says: wording.copiesPaper(kind) })
      continue
    }
    evidence.push({
      rule: 'terminus',
      says: wording.terminus(kind, saySomeDay(bound, wording.dates)),
      bound,
      withoutInferences: inferred ? anyDay : bound,
      claims: ids,
      marks: [],
      sources,
      inferred: inferred ? ['terminus'] : [],
      misses: wording.missesOfTerminus(kind),
    })
  }
  return { evidence, aside }
}

function ofText(days: readonly Range[], transmission: string | null | undefined): readonly Range[] {
  if (transmission === 'original') return days
  if (transmission === 'draft') return [{ from: earliest(days), to: null }]
  return [{ from: null, to: latest(days) }]
}
