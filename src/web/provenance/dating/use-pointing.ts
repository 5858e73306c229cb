import { useMemo, useState } from 'react'

/** What is pointed at, in the picture or in the lists beside it: by the pointer, else by the focus. */
export type Pointing = {
  readonly active: string | null
  readonly hover: (key: string | null) => void
  /** What a line needs to be pointed at by either. */
  readonly at: (key: string) => {
    'data-active': boolean
    onMouseEnter: () => void
    onMouseLeave: () => void
    onFocus: () => void
    onBlur: () => void
  }
}

/** Keeps what is pointed at. */
export function usePointing(): Pointing {
  const [hovered, hover] = useState<string | null>(null)
  const [focused, focus] = useState<string | null>(null)
  const active = hovered ?? focused
  return useMemo(
    () => ({
      active,
      hover,
      at: (key) => ({
        'data-active': active === key,
        onMouseEnter: () => hover(key),
        onMouseLeave: () => hover(null),
        onFocus: () => focus(key),
        onBlur: () => focus(null),
      }),
    }),
    [active],
  )
}
