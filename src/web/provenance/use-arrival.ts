import { useEffect, useState } from 'react'

// The router says by the last two when it has changed the address; the browser does not.
const moves = ['hashchange', 'popstate', 'pushState', 'replaceState']

/** What the address names after its `#`. */
function useFragment(): string {
  const [fragment, setFragment] = useState(() => location.hash.slice(1))
  useEffect(() => {
    const changed = () => setFragment(location.hash.slice(1))
    for (const event of moves) window.addEventListener(event, changed)
    return () => {
      for (const event of moves) window.removeEventListener(event, changed)
    }
  }, [])
  return fragment
}

/** Brings what the address names into view, opening whatever hides it, once the page has it. */
export function useArrival(isThere: boolean): { claim: string | null; isMissing: boolean } {
  const fragment = useFragment()
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (!isThere) return
    const place = fragment ? document.getElementById(fragment) : null
    setMissing(fragment !== '' && place === null)
    if (!place) return
    for (let at: Element | null = place; at; at = at.parentElement)
      if (at instanceof HTMLDetailsElement) at.open = true
    place.scrollIntoView({ block: 'start' })
    place.focus({ preventScroll: true })
  }, [isThere, fragment])
  return { claim: /^claim-(.+)$/.exec(fragment)?.[1] ?? null, isMissing }
}
