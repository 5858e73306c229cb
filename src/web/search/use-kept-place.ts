import { useEffect } from 'react'

const places = new Map<string, number>()
let poppedAt = Number.NEGATIVE_INFINITY
addEventListener('popstate', () => {
  poppedAt = performance.now()
})

/** Leads back to where one stood in these results when one comes back to them, once there are any. */
export function useKeptPlace(address: string, isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return
    const isBack = performance.now() - poppedAt < 3000
    const place = places.get(address)
    // After the frame of the pages, which begins each at its top.
    const frame = requestAnimationFrame(() => isBack && place !== undefined && scrollTo(0, place))
    const keep = () => places.set(address, scrollY)
    // Not before the place has been found again.
    const timer = setTimeout(() => addEventListener('scroll', keep, { passive: true }), 100)
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      removeEventListener('scroll', keep)
    }
  }, [address, isThere])
}
