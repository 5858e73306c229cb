import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { to } from '../paths.ts'
import { askedOf, keptOnTurning, type ReadAddress, readAddressOf } from './read-address.ts'

export type Reading = ReturnType<typeof useReadAddress>

/** What the address asks of a page, and the ways from it to others. */
export function useReadAddress(document: string, number: number) {
  const search = useSearch()
  const [, go] = useLocation()
  const address = useMemo(() => readAddressOf(new URLSearchParams(search)), [search])
  const turnTo = useCallback(
    (page: number) => go(to.page(document, page, askedOf(keptOnTurning(address)))),
    [go, document, address],
  )
  /** The same page, otherwise: as a step, or in place of what is shown. */
  const change = useCallback(
    (changed: Partial<ReadAddress>, { replace = false } = {}) =>
      go(to.page(document, number, askedOf({ ...address, ...changed })), { replace }),
    [go, document, number, address],
  )
  /** Where a page is when it is turned to from here. */
  const hrefOf = useCallback(
    (page: number) => to.page(document, page, askedOf(keptOnTurning(address))),
    [document, address],
  )
  /** Another page, of which something else is asked as well. */
  const goTo = useCallback(
    (page: number, changed: Partial<ReadAddress>) =>
      go(to.page(document, page, askedOf({ ...keptOnTurning(address), ...changed }))),
    [go, document, address],
  )
  return { address, turnTo, goTo, change, hrefOf }
}
