import type { Reply } from '../api/ask.ts'
import { readGregorian } from '../forms/read-date.ts'

type Witness = Omit<Reply<'readWitness'>, 'marks' | 'files'>

/** A witness as it is typed, part by part; things by their ids, what is not said is empty. */
export type WitnessDraft = {
  label: string
  kind: string
  transmission: string
  holder: { which: string; agent: string; text: string }
  shelfmark: string
  collection: string
  printedIn: { which: string; source: string; document: string; locator: string }
  headingAsPrinted: { text: string; status: string; names: string }
  language: string
  date: string
  custody: string
}

export const noWitness: WitnessDraft = {
  label: '',
  kind: '',
  transmission: '',
  holder: { which: 'agent', agent: '', text: '' },
  shelfmark: '',
  collection: '',
  printedIn: { which: 'source', source: '', document: '', locator: '' },
  headingAsPrinted: { text: '', status: 'correct', names: '' },
  language: '',
  date: '',
  custody: '',
}

/** A witness as it was described. */
export function draftOfWitness(witness: Witness): WitnessDraft {
  const { holder, holderAgent, printedIn, headingAsPrinted } = witness
  const text = (value: string | null) => value ?? ''
  return {
    label: witness.label,
    kind: text(witness.kind),
    transmission: text(witness.transmission),
    holder: {
      which: holder && !holderAgent ? 'text' : 'agent',
      agent: text(holderAgent),
      text: holderAgent ? '' : text(holder),
    },
    shelfmark: text(witness.shelfmark),
    collection: text(witness.collection),
    printedIn: {
      which: printedIn?.document ? 'document' : 'source',
      source: text(printedIn?.source ?? null),
      document: text(printedIn?.document ?? null),
      locator: text(printedIn?.locator ?? null),
    },
    headingAsPrinted: {
      text: text(headingAsPrinted?.text ?? null),
      status: headingAsPrinted?.status ?? 'correct',
      names: text(headingAsPrinted?.names ?? null),
    },
    language: text(witness.language),
    date: text(witness.date),
    custody: text(witness.custody),
  }
}

/** What the API is told of the parts that were changed; what was emptied is null. */
export async function witnessOf(changed: Partial<WitnessDraft>): Promise<Record<string, unknown>> {
  const said: Record<string, unknown> = {}
  for (const [part, typed] of Object.entries(changed))
    if (typeof typed === 'string') said[part] = typed.trim() || null
  if (changed.date?.trim()) said.date = await readGregorian(changed.date, 'date')
  const { holder, printedIn, headingAsPrinted } = changed
  if (holder) said.holder = holderOf(holder)
  if (printedIn) said.printedIn = placeOf(printedIn)
  if (headingAsPrinted) said.headingAsPrinted = headingOf(headingAsPrinted)
  return said
}

function holderOf({ which, agent, text }: WitnessDraft['holder']) {
  if (which === 'text') return text.trim() || null
  return agent === '' ? null : { agent }
}

function placeOf({ which, source, document, locator }: WitnessDraft['printedIn']) {
  const where = which === 'document' ? document && { document } : source && { source }
  return where ? { ...where, locator: locator.trim() || null } : null
}

const headingOf = ({ text, status, names }: WitnessDraft['headingAsPrinted']) =>
  text.trim() === '' ? null : { text: text.trim(), status, names: names || null }
