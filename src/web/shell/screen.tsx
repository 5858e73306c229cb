import { type ReactNode, useEffect } from 'react'
import { words } from '../words/words.ts'
import styles from './screen.module.css'

/** A page with its title, in the window's title as well; `narrow` for what is read, `wide` for what is compared. */
export function Screen(props: {
  title: string
  children: ReactNode
  /** Beside the title: actions. */
  beside?: ReactNode
  /** The title is for the window and for screen readers only. */
  untitled?: boolean
  /** The language of the title, where it is another than that of the pages. */
  lang?: string | null
  narrow?: boolean
}) {
  const { title, children, beside, untitled = false, lang = null, narrow = false } = props
  useTitle(title)
  return (
    <div className={narrow ? styles.narrow : styles.screen}>
      <div className={untitled ? `unseen ${styles.untitled}` : styles.head}>
        <h1 lang={lang ?? undefined}>{title}</h1>
        {beside}
      </div>
      {children}
    </div>
  )
}

/** Names the window after what it shows. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · ${words.shell.archive}` : words.shell.archive
  }, [title])
}
