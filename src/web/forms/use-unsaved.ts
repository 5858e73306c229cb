import { useEffect } from 'react'
import { words } from '../words/words.ts'

/** Asks before somebody leaves with something that was not saved: closes the window, or goes to another page. */
export function useUnsaved(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    const ask = (event: NavigateEvent) => {
      // Whether to load another page the browser itself asks; what does not leave this page loses nothing.
      const isLeft = new URL(event.destination.url).pathname !== location.pathname
      if (event.destination.sameDocument && isLeft && event.cancelable && !confirm(words.forms.leave))
        event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    // Where a browser does not tell where one goes, only closing the window is asked about.
    window.navigation?.addEventListener('navigate', ask)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.navigation?.removeEventListener('navigate', ask)
    }
  }, [isUnsaved])
}
