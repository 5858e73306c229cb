import { Refusal } from '../api/refusal.ts'

type Fault = { path: string; message: string }

/** What is wrong with fields of a form, found before the archive is asked to keep them. */
export class WrongFields extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super(faults.map(({ message }) => message).join(' '))
    this.name = 'WrongFields'
    this.faults = faults
  }
}

const faultsOf = (error: unknown): readonly Fault[] => {
  if (error instanceof WrongFields) return error.faults
  return error instanceof Refusal ? (error.problem.errors ?? []) : []
}

/** What is wrong with a field, or with a part of it; null where nothing is. */
export function faultAt(error: unknown, path: string): string | null {
  const found = faultsOf(error).find((fault) => fault.path === path || fault.path.startsWith(`${path}.`))
  return found?.message ?? null
}
