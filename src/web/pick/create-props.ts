import type { Option } from './combobox.tsx'

/** What a dialog that makes something is given: what was typed when nothing was found. */
export type CreateProps = {
  typed: string
  onCreated: (option: Option) => void
  onClose: () => void
}
