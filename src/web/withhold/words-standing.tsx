import type { Reply } from '../api/ask.ts'
import { layerName } from '../read/layer-name.ts'
import { words } from '../words/words.ts'

const says = words.withhold

export type Standing = Reply<'findWordsToRedact'>

/** Whether there is more to say of some words than that they stand in one place. */
export const isTelling = (standing: Standing): boolean =>
  timesOf(standing) > 1 || placesOf(standing).length > 0

/** Where else words stand that are about to be withheld. */
export function WordsStanding({ standing }: { standing: Standing }) {
  const times = timesOf(standing)
  const places = placesOf(standing)
  const layers = standing.here.map((one) => `${layerName(one.layer)}: ${one.times}`).join(', ')
  return (
    <div role="alert">
      {times > 1 && <p>{says.here(times, layers)}</p>}
      {places.length > 0 && <p>{says.elsewhere(places.join('; '))}</p>}
    </div>
  )
}

const timesOf = ({ here }: Standing) => here.reduce((sum, { times }) => sum + times, 0)

function placesOf({ claims, files, pages }: Standing): string[] {
  const properties = [...new Set(claims.map(({ property }) => property))]
  const inClaims = properties.map((property) =>
    property === 'title' ? says.inTitle : says.inClaims(property.replaceAll('-', ' ')),
  )
  const numbers = pages.map(({ number }) => number).join(', ')
  const onPages = pages.length > 0 ? [says.onPages(numbers, pages.length)] : []
  return [...inClaims, ...files.map(says.inFile), ...onPages]
}
