import type { Fault, InputError } from '../domain/errors.ts'

/** A method of one of the thread's stores, called from outside. */
export type Call = { id: number; store: string; method: string; args: unknown[] }

/** What a thrown error keeps on its way between threads. */
export type Thrown = {
  message: string
  stack: string | undefined
  code: string | undefined
  fault: Fault | undefined
  errors: readonly InputError[]
}

export type Reply = { id: number; value: unknown } | { id: number; thrown: Thrown }
