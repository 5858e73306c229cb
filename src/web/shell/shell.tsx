import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { useAttention } from '../attention/use-attention.ts'
import { to } from '../paths.ts'
import { useSession, useSigning } from '../session/use-session.ts'
import { words } from '../words/words.ts'
import styles from './shell.module.css'
import { ThemeChoice } from './theme-choice.tsx'

/** The frame of every page: where one is, where one can go, and who one is. */
export function Shell({ children }: { children: ReactNode }) {
  const [here] = useLocation()
  const { session, may } = useSession()
  const { signOut } = useSigning()
  const main = useFocusOnNewPage(here)
  const entry = (href: string, label: ReactNode, isHere = isWithin(here, href)) => (
    <li>
      <Link href={href} aria-current={isHere ? 'page' : undefined}>
        {label}
      </Link>
    </li>
  )
  return (
    <>
      <a href="#content" className={styles.skip}>
        {words.shell.skip}
      </a>
      <header className={styles.header}>
        <Link href={to.home()} className={styles.name}>
          {words.shell.archive}
        </Link>
        <nav aria-label={words.shell.places}>
          <ul>
            {entry(to.search(), words.shell.search)}
            {entry(to.collections(), words.shell.browse, browsing.test(here))}
            {may('archivist') && entry(to.upload(), words.shell.upload)}
            {may('archivist') && entry(to.attention(), <Attention />)}
          </ul>
        </nav>
        <div className={styles.who}>
          {session?.signedIn ? (
            <>
              <Link href={to.account()}>{session.name ?? words.shell.nameless}</Link>
              <button type="button" className="bare" onClick={() => void signOut()}>
                {words.shell.signOut}
              </button>
            </>
          ) : (
            <Link href={to.signIn(here)}>{words.shell.signIn}</Link>
          )}
        </div>
      </header>
      <main id="content" tabIndex={-1} ref={main}>
        {children}
      </main>
      <footer className={styles.footer}>
        <Link href={to.help()}>{words.shell.help}</Link>
        <a href="/docs">{words.shell.api}</a>
        <ThemeChoice />
      </footer>
    </>
  )
}

/** Where what waits is shown, with how much of it there is. */
function Attention() {
  const { total, isMore } = useAttention()
  return (
    <>
      {words.shell.attention}
      {total > 0 && (
        <>
          {' '}
          <span className={styles.count}>{words.shell.waiting(total, isMore)}</span>
        </>
      )}
    </>
  )
}

/** The addresses of what one browses. */
const browsing = /^\/(collections|agents|places|happenings|sources|notes)(\/|$)|^\/documents$/

const isWithin = (here: string, href: string) => here === href || here.startsWith(`${href}/`)

/** Another page begins at its top, for eyes and for screen readers; the first one is left to the browser. */
function useFocusOnNewPage(here: string) {
  const main = useRef<HTMLElement>(null)
  // Turning the pages of one document is not another page.
  const place = here.replace(/\/pages\/\d+$/, '')
  const last = useRef(place)
  useEffect(() => {
    if (last.current === place) return
    last.current = place
    // What the address names has been arrived at already where it was at hand.
    if (location.hash !== '' && document.activeElement?.id === location.hash.slice(1)) return
    main.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [place])
  return main
}
