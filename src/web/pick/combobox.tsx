import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Field } from '../forms/field.tsx'
import { useSettled } from '../forms/use-settled.ts'
import { words } from '../words/words.ts'
import styles from './combobox.module.css'

const says = words.pick

/** Something that can be chosen; `detail` tells it from what is called the same. */
export type Option = { id: string; text: string; lang?: string | null; detail?: string }

export type ComboboxProps = {
  label: string
  hint?: ReactNode
  error?: string | null
  required?: boolean
  chosen: Option | null
  /** What may be meant by what was typed; with nothing typed, what there is to begin with. */
  find: (typed: string, signal: AbortSignal) => Promise<readonly Option[]>
  /** Under which findings are kept. */
  findKey: string
  onChoose: (option: Option | null) => void
  /** Makes what was not found, from what was typed. */
  onCreate?: (typed: string) => void
}

const making = 'create'

/** Something chosen by typing (the combobox pattern of ARIA: the focus stays in the box); what is not found can be made. */
export function Combobox(props: ComboboxProps) {
  const { label, hint, error = null, required = false, chosen, find, findKey, onChoose, onCreate } = props
  // Null while what stands in the box is what was chosen.
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)

  const asked = (typed ?? '').trim()
  const settled = useSettled(asked, 150)
  const found = useQuery({
    queryKey: ['pick', findKey, settled],
    queryFn: ({ signal }) => find(settled, signal),
    enabled: isOpen,
  })
  const isReading = isOpen && (found.isFetching || settled !== asked)
  const options: Option[] = isReading ? [] : [...(found.data ?? [])]
  if (onCreate && asked !== '') options.push({ id: making, text: says.create(asked) })
  const active = isOpen ? options[at] : undefined
  const isLeft = !isOpen && typed !== null && asked !== ''
  const wrong = isLeft ? (onCreate ? says.chooseOrCreate : says.choose) : error

  useEffect(() => {
    box.current?.setCustomValidity(typed !== null && asked !== '' ? says.choose : '')
  }, [typed, asked])
  // What was chosen elsewhere, such as by making it, stands in the place of what was typed.
  const chosenId = chosen?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever it changes
  useEffect(() => setTyped(null), [chosenId])
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const shows = isOpen && options.length > 0
  useEffect(() => {
    if (shows) list.current?.scrollIntoView({ block: 'nearest' })
  }, [shows])

  const close = () => {
    setOpen(false)
    setAt(-1)
  }
  function take(option: Option) {
    close()
    if (option.id === making) return onCreate?.(asked)
    setTyped(null)
    onChoose(option)
  }
  function leave() {
    close()
    if (typed === null || asked !== '') return
    setTyped(null)
    if (chosen) onChoose(null)
  }
  function press(event: KeyboardEvent) {
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      // One step before the first is the box itself.
      const count = options.length + 1
      const step = key === 'ArrowDown' ? 1 : -1
      if (isOpen && !event.altKey) setAt(((at + 1 + step + count) % count) - 1)
      if (key === 'ArrowUp' && event.altKey) close()
    } else if (key === 'Enter' && active) {
      event.preventDefault()
      take(active)
    } else if (key === 'Enter' && typed !== null && asked !== '') {
      // Not to be sent with something that was not chosen.
      event.preventDefault()
      setOpen(true)
    } else if (key === 'Escape' && (isOpen || typed !== null)) {
      event.preventDefault()
      event.stopPropagation()
      if (!isOpen) setTyped(null)
      close()
    }
  }

  return (
    <Field label={label} hint={hint} error={wrong}>
      {(tied) => (
        <div className={styles.place}>
          <input
            {...tied}
            ref={box}
            value={typed ?? chosen?.text ?? ''}
            lang={typed === null ? (chosen?.lang ?? undefined) : undefined}
            required={required}
            maxLength={500}
            autoComplete="off"
            spellCheck={false}
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={`${tied.id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={active ? `${tied.id}-${at}` : undefined}
            onChange={({ target }) => {
              setOpen(true)
              setAt(-1)
              setTyped(target.value)
            }}
            onClick={() => setOpen(true)}
            onKeyDown={press}
            onBlur={leave}
          />
          <div
            ref={list}
            role="listbox"
            id={`${tied.id}-list`}
            aria-label={label}
            className={styles.list}
            hidden={!shows}
          >
            {options.map((option, index) => (
              // The box keeps the focus and hears the keys: an option is but pointed at.
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's
              // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points at it
              <div
                role="option"
                id={`${tied.id}-${index}`}
                key={option.id}
                aria-selected={index === at}
                className={option.id === making ? styles.making : styles.option}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(option)}
              >
                <span lang={option.lang ?? undefined}>{option.text}</span>
                {option.detail && <span className={styles.detail}>{option.detail}</span>}
              </div>
            ))}
          </div>
          <span role="status" className={isOpen && !isReading && !found.data?.length ? 'hint' : 'unseen'}>
            {isOpen && (isReading ? '' : said(found.data?.length ?? 0, found.error))}
          </span>
        </div>
      )}
    </Field>
  )
}

const said = (count: number, error: Error | null): string => (error ? error.message : says.found(count))
