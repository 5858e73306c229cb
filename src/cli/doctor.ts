import type { Diagnosis } from '../domain/diagnosis.ts'

const signs = { well: 'well ', note: 'note ', wrong: 'WRONG' }

/** Prints what each look found, a line each; 1 where something is wrong. */
export async function doctor(looks: readonly (() => Promise<Diagnosis[]> | Diagnosis[])[]): Promise<number> {
  let isWell = true
  for (const look of looks)
    for (const { about, state, says } of await look()) {
      console.log(`${signs[state]}  ${about.padEnd(11)}  ${says}`)
      isWell &&= state !== 'wrong'
    }
  return isWell ? 0 : 1
}
