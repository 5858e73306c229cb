import { type ReactNode, useRef } from 'react'
import { words } from '../words/words.ts'
import grid from './grid.module.css'

type Props<Row> = {
  label: string
  rows: readonly Row[]
  /** What a new row holds. */
  blank: Row
  /** What one row is called, for the buttons. */
  one: string
  onChange: (rows: Row[]) => void
  children: (row: Row, change: (row: Row) => void, at: number) => ReactNode
}

/** Several of the same kind, each with its fields; rows are added and taken away. */
export function RowsField<Row>({ label, rows, blank, one, onChange, children }: Props<Row>) {
  const all = useRef<HTMLFieldSetElement>(null)
  // What takes the focus is there when the list has been drawn anew.
  const focus = (find: (within: HTMLElement) => HTMLElement | null | undefined) =>
    setTimeout(() => all.current && find(all.current)?.focus())
  return (
    <fieldset ref={all} className={`${grid.set} ${grid.wide}`}>
      <legend>{label}</legend>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: their order is all that tells rows apart
        <div key={at} data-row={at} className={grid.row}>
          <div className={grid.fields}>
            {children(
              row,
              (changed) => onChange(rows.map((old, index) => (index === at ? changed : old))),
              at,
            )}
          </div>
          <button
            type="button"
            className="link"
            onClick={() => {
              onChange(rows.filter((_, index) => index !== at))
              focus((within) => within.querySelector<HTMLElement>(':scope > button'))
            }}
          >
            {words.forms.remove(one, at + 1)}
          </button>
        </div>
      ))}
      <button
        type="button"
        onClick={() => {
          onChange([...rows, blank])
          focus((within) => within.querySelector<HTMLElement>(`[data-row="${rows.length}"] input`))
        }}
      >
        {words.forms.addRow(one)}
      </button>
    </fieldset>
  )
}
