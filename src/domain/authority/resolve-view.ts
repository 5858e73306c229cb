import type { Resolve } from '../claim/disputes.ts'
import type { AuthorityView } from './authority.ts'

/** The view with whatever stands now in the place of the things that it names. */
export function resolveView<V extends AuthorityView>(view: V, resolve: Resolve): V {
  const each = (ids: readonly string[]) => [...new Set(ids.map(resolve))]
  return {
    ...view,
    ...('offices' in view && {
      offices: view.offices.map((office) => ({ ...office, body: office.body && resolve(office.body) })),
      predecessors: each(view.predecessors),
      successors: each(view.successors),
    }),
    ...('within' in view && {
      within: view.within.map(({ place, period }) => ({ place: resolve(place), period })),
    }),
    ...('places' in view && { places: each(view.places), agents: each(view.agents) }),
  }
}
