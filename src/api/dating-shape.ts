import { z } from 'zod'
import type { Dating, Window } from '../domain/dating/dating.ts'

const statuses = ['stated', 'inferred', 'conflicting', 'unknown'] as const
const ids = z.array(z.string())
const WindowReply = z
  .object({ earliest: z.string().nullable(), latest: z.string().nullable() })
  .meta({ id: 'Window', description: 'Days from the first to the last; null is an open end' })
const windows = z.array(WindowReply)
const says = z.string().meta({ description: 'The same in words' })

export const DatingReply = z
  .object({
    status: z.enum(statuses),
    edtf: z.string().nullable(),
    windows,
    withoutInferences: windows.meta({ description: 'The windows if nothing is trusted that was inferred' }),
    steps: z.array(
      z.object({
        n: z.int(),
        says,
        bound: z.object({ windows }),
        claims: ids,
        marks: ids,
        sources: ids,
        inferred: ids.meta({ description: 'What of it was inferred' }),
      }),
    ),
    claims: z
      .array(
        z.object({
          claim: z.string(),
          edtf: z.string().nullable(),
          dated: z.string().meta({ description: 'The date in words' }),
          windows: windows.meta({ description: 'The days that it may mean' }),
          verdict: z.enum(['agrees', 'possible', 'refuted', 'unresolvable']),
          because: z.array(z.object({ step: z.int(), days: z.int(), says })),
          days: z
            .int()
            .nullable()
            .meta({ description: 'From the nearest window; negative where it lies before' }),
          says,
        }),
      )
      .meta({ description: 'A verdict on every claim about when it was written or signed' }),
    conflict: z
      .object({
        kind: z.enum(['evidence', 'cycle']),
        claims: ids,
        marks: ids,
        steps: z.array(z.int()),
        says,
      })
      .nullable()
      .meta({ description: 'The smallest set that cannot hold together' }),
    says,
    aside: z
      .array(z.object({ claims: ids, marks: ids, says }))
      .meta({ description: 'What looks like evidence and is none' }),
    date: z
      .object({ edtf: z.string().nullable(), windows, status: z.enum(statuses), claims: ids, says })
      .meta({ description: 'Its date as people see it: the settled claim, else what the evidence leaves' }),
    pending: z.boolean().meta({
      description: 'Whether a job is still to bring this date into lists and searches',
    }),
  })
  .meta({ id: 'Dating' })

/** A dating as it is shown. */
export function presentDating(dating: Dating, pending: boolean): z.input<typeof DatingReply> {
  const { document: _, bounds: __, date, ...shown } = dating
  const { steps, claims, conflict, aside } = shown
  return {
    ...shown,
    windows: listOf(shown.windows),
    withoutInferences: listOf(shown.withoutInferences),
    steps: steps.map((step) => ({
      ...step,
      bound: { windows: listOf(step.bound.windows) },
      ...lists(step),
      inferred: [...step.inferred],
    })),
    claims: claims.map((verdict) => ({
      ...verdict,
      windows: listOf(verdict.windows),
      because: verdict.because.map((one) => ({ ...one })),
    })),
    conflict: conflict && {
      ...conflict,
      claims: [...conflict.claims],
      marks: [...conflict.marks],
      steps: [...conflict.steps],
    },
    aside: aside.map((one) => ({ claims: [...one.claims], marks: [...one.marks], says: one.says })),
    date: {
      edtf: date.edtf,
      windows: listOf(date.windows),
      status: date.status,
      claims: [...date.claims],
      says: date.says,
    },
    pending,
  }
}

const listOf = (windows: readonly Window[]) => windows.map(({ earliest, latest }) => ({ earliest, latest }))

const lists = ({ claims, marks, sources }: Record<'claims' | 'marks' | 'sources', readonly string[]>) => ({
  claims: [...claims],
  marks: [...marks],
  sources: [...sources],
})
