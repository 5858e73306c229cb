import { useState } from 'react'
import { type ThingKind, useNameOf } from '../provenance/things.ts'
import { Combobox, type Option } from './combobox.tsx'
import { CreateThing } from './create-thing.tsx'
import { finders } from './find-things.ts'

type Props = {
  kind: ThingKind
  label: string
  /** The id of what was chosen; empty where nothing is. */
  value: string
  onChange: (id: string) => void
  hint?: string
  error?: string | null
  required?: boolean
}

/** A thing of the archive, found by what it is called, or made where there is none such. */
export function Pick({ kind, label, value, onChange, hint, error, required }: Props) {
  const { text, lang } = useNameOf(kind, value)
  const [picked, setPicked] = useState<Option | null>(null)
  const [making, setMaking] = useState<string | null>(null)
  const chosen = value === '' ? null : picked?.id === value ? picked : { id: value, text, lang }
  const choose = (option: Option | null) => {
    setPicked(option)
    onChange(option?.id ?? '')
  }
  return (
    <>
      <Combobox
        {...{ label, hint, error, required, chosen }}
        find={finders[kind]}
        findKey={kind}
        onChoose={choose}
        onCreate={kind === 'collection' ? undefined : setMaking}
      />
      {making !== null && kind !== 'collection' && (
        <CreateThing
          kind={kind}
          typed={making}
          onClose={() => setMaking(null)}
          onCreated={(option) => {
            setMaking(null)
            choose(option)
          }}
        />
      )}
    </>
  )
}
