import { useAsked } from '../api/use-asked.ts'
import { sayCount } from '../upload/measure.ts'
import { words } from '../words/words.ts'

type Props = {
  /** How many files wait for recognition. */
  waiting: number
  /** For how many of those nothing goes on. */
  unattended: number
}

/** How many scans are still to be recognised, and of those for which nothing goes on, why not and what to do; nothing where none waits. */
export function Unrecognised({ waiting, unattended }: Props) {
  const { data } = useAsked('readRecognition', {}, { when: unattended > 0 })
  const goesOn = waiting - unattended
  return (
    <>
      {goesOn > 0 && <p>{words.coming.waiting(sayCount(goesOn))}</p>}
      {unattended > 0 && data && (
        <p role="status">
          <strong>{words.coming.unattended(sayCount(unattended))}</strong>{' '}
          {data.places === 0 ? words.coming.off : words.coming.lacking}
        </p>
      )}
    </>
  )
}
