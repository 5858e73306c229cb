import styles from './choice.module.css'

type Props<T extends string> = {
  label: string
  options: readonly (readonly [value: T, says: string])[]
  chosen: T | null
  onChoose: (value: T) => void
}

/** One of a few ways, as buttons side by side of which one is pressed. */
export function Choice<T extends string>({ label, options, chosen, onChoose }: Props<T>) {
  return (
    <fieldset className={styles.choice}>
      <legend className="unseen">{label}</legend>
      {options.map(([value, says]) => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
          {says}
        </button>
      ))}
    </fieldset>
  )
}
