import type { Reply } from '../api/ask.ts'
import { words } from '../words/words.ts'
import { layerName } from './layer-name.ts'

export type Revision = Reply<'listRevisions'>['items'][number]

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** When a text was written, as people say it where they are. */
export const sayTime = (time: string): string => day.format(new Date(time))

/** Who or what wrote a text. */
export const sayMaker = ({ by, tool }: Revision): string =>
  tool ? words.read.withTool(tool) : words.read.by(by)

/** A revision in one line, for lists to choose from. */
export const sayRevision = (revision: Revision): string =>
  `${sayTime(revision.createdAt)}, ${layerName(revision.layer)}, ${sayMaker(revision)}`

/** What a revision changed: the one that it began with, else the last before it in its layer; null for a beginning. */
export function olderOf(revisions: readonly Revision[], { id, basedOn, layer }: Revision): Revision | null {
  const based = revisions.find((one) => one.id === basedOn)
  if (based) return based
  const at = revisions.findIndex((one) => one.id === id)
  return revisions.slice(0, Math.max(0, at)).findLast((one) => one.layer === layer && !one.withdraws) ?? null
}

/** The newest text of each layer, by the layer; a withdrawal is none. */
export function newestOf(revisions: readonly Revision[], layer: string): Revision | null {
  const last = revisions.findLast((one) => one.layer === layer)
  return last?.withdraws ? null : (last ?? null)
}
