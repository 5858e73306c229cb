import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react'
import { langOfWords } from '../text/lang-of-words.ts'
import { words } from '../words/words.ts'
import { complete, type Suggestion } from './complete.ts'
import styles from './search-box.module.css'
import { useSuggestions } from './use-suggestions.ts'

const says = words.search

type Props = {
  box: RefObject<HTMLInputElement | null>
  value: string
  onType: (value: string) => void
  /** Asks at once: Enter, the button, a suggestion. */
  onAsk: (value: string) => void
  /** The id of what says that the query is wrong. */
  wrong?: string | undefined
  /** Whether what is found is still waited for: suggestions come behind it. */
  isBusy?: boolean
  large?: boolean
}

/** The box for a query, with suggestions beneath it (the combobox pattern of ARIA: the focus stays in the box). */
export function SearchBox(props: Props) {
  const { box, value, onType, onAsk, wrong, isBusy = false, large = false } = props
  const id = useId()
  // Suggestions are of what was typed here: what comes from elsewhere, such as going back, closes them.
  const [openFor, setOpenFor] = useState<string | null>(null)
  const isOpen = openFor === value
  const [at, setAt] = useState(-1)
  const suggestions = useSuggestions(value, isOpen, isBusy)
  const shown = isOpen && suggestions.length > 0
  const active = shown ? suggestions[at] : undefined
  useSlash(box)

  const close = () => {
    setOpenFor(null)
    setAt(-1)
  }
  const take = (suggestion: Suggestion) => {
    close()
    onAsk(complete(value, suggestion))
    box.current?.focus()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    close()
    onAsk(value)
  }
  function press(event: KeyboardEvent) {
    const count = suggestions.length
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpenFor(value)
      // One step before the first is the box itself.
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (shown) setAt(((at + 1 + step + count + 1) % (count + 1)) - 1)
    } else if (event.key === 'Enter' && active) {
      event.preventDefault()
      take(active)
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault()
      close()
    }
  }

  return (
    <search>
      <form onSubmit={submit} className={large ? `${styles.form} ${styles.large}` : styles.form}>
        <label htmlFor={id} className="unseen">
          {says.box}
        </label>
        <div className={styles.place}>
          <input
            ref={box}
            id={id}
            type="search"
            name="q"
            value={value}
            placeholder={says.placeholder}
            maxLength={1000}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            role="combobox"
            aria-expanded={shown}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={active ? `${id}-${at}` : undefined}
            aria-invalid={wrong !== undefined}
            aria-describedby={wrong}
            onChange={({ target }) => {
              setOpenFor(target.value)
              setAt(-1)
              onType(target.value)
            }}
            onKeyDown={press}
            onBlur={close}
          />
          <div
            role="listbox"
            id={`${id}-list`}
            aria-label={says.suggestions}
            className={styles.list}
            hidden={!shown}
          >
            {shown &&
              suggestions.map((suggestion, index) => (
                // The box keeps the focus and hears the keys: an option is but pointed at.
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's
                // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points at it
                <div
                  role="option"
                  id={`${id}-${index}`}
                  key={`${suggestion.kind} ${suggestion.value}`}
                  aria-selected={index === at}
                  className={styles.option}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => take(suggestion)}
                >
                  <span lang={langOfWords(suggestion.value)}>{suggestion.value}</span>{' '}
                  <span className={styles.kind}>{says.kinds[suggestion.kind]}</span>
                </div>
              ))}
          </div>
        </div>
        <button type="submit" className="main">
          {says.go}
        </button>
      </form>
    </search>
  )
}

/** `/` leads to the box, but for where something is being written. */
function useSlash(box: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      const { target } = event
      if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]')) return
      event.preventDefault()
      box.current?.focus()
      box.current?.select()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [box])
}
