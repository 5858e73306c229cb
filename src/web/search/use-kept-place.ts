import { useEffect } from 'react'

const places = new Map<string, number>()
let poppedAt = Number.NEGATIVE_INFINITY
addEventListener('popstate', () => {
  poppedAt = performance.now()
})
// Told by the router: a link that is followed soon after going back is no step back.
addEventListener('pushState', () => {
  poppedAt = Number.NEGATIVE_INFINITY
})

/** Whether somebody has gone back, or forward, just now. */
export const isComingBack = (): boolean => performance.now() - poppedAt < 3000

/** Leads back to where one stood in these results when one comes back to them, once there are any. */
export function useKeptPlace(address: string, isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return
    const isBack = isComingBack()
    const place = places.get(address)
    const keep = () => places.set(address, scrollY)
    // After the frame of the pages, which begins each at its top; what is scrolled from then on is where one stands.
    const frame = requestAnimationFrame(() => {
      if (isBack && place !== undefined) scrollTo(0, place)
      addEventListener('scroll', keep, { passive: true })
    })
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', keep)
    }
  }, [address, isThere])
}
