import { textIn, textsIn, valuesOf } from '../claim/read-view.ts'
import type { Claim } from '../claim.ts'
import { type Name, namesOf } from './name.ts'

/** A place as its claims have it; what it lay within when, places by their ids and periods as EDTF. */
export type PlaceView = {
  names: readonly Name[]
  coordinates: { lat: number; lon: number } | null
  within: readonly { place: string; period: string | null }[]
  sameAs: readonly string[]
  note: string | null
}

/** What the standing claims about a place say. */
export function describePlace(claims: readonly Claim[]): PlaceView {
  const [coordinates] = valuesOf(claims, 'coordinates')
  return {
    names: namesOf(claims),
    coordinates: coordinates ? { lat: Number(coordinates.lat), lon: Number(coordinates.lon) } : null,
    within: valuesOf(claims, 'within').map((value) => ({
      place: textIn(value, 'place') ?? '',
      period: textIn(value, 'period'),
    })),
    sameAs: textsIn(claims, 'same-as', 'uri'),
    note: textsIn(claims, 'note', 'text')[0] ?? null,
  }
}
