import { useId } from 'react'
import type { Box } from '../scan/box.ts'
import { words } from '../words/words.ts'
import styles from './notes.module.css'

type Props = { box: Box; width: number; height: number; onChange: (box: Box) => void }

/** A box on the scan in numbers, for those who do not draw. */
export function RegionFields({ box, width, height, onChange }: Props) {
  const id = useId()
  const fields = [
    [words.annotate.left, width],
    [words.annotate.top, height],
    [words.annotate.width, width],
    [words.annotate.height, height],
  ] as const
  return (
    <fieldset className={styles.region}>
      <legend>{words.annotate.region}</legend>
      {fields.map(([label, most], at) => (
        <div key={label} className="field">
          <label htmlFor={`${id}-${at}`}>{label}</label>
          <input
            id={`${id}-${at}`}
            type="number"
            required
            min={at < 2 ? 0 : 1}
            max={most || undefined}
            value={box[at]}
            onChange={({ target }) => {
              const [x, y, w, h] = box.map((value, index) => (index === at ? Number(target.value) : value))
              onChange([x ?? 0, y ?? 0, w ?? 0, h ?? 0])
            }}
          />
        </div>
      ))}
    </fieldset>
  )
}
