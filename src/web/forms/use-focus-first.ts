import { useEffect, useRef } from 'react'

/** For what opens because somebody asked for it: its first control takes the focus, once it can be worked. */
export function useFocusFirst<E extends HTMLElement>(isReady = true) {
  const place = useRef<E>(null)
  useEffect(() => {
    if (isReady)
      place.current
        ?.querySelector<HTMLElement>('input:enabled, select:enabled, textarea:enabled, button.main')
        ?.focus()
  }, [isReady])
  return place
}
