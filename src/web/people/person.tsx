import { useAsked } from '../api/use-asked.ts'

/** How whoever did something is called; programs and who is unknown by what stands there. */
export function Person({ id }: { id: string }) {
  return usePerson(id)
}

/** The same, to be said in a sentence. */
export function usePerson(id: string): string {
  // Accounts begin with n, tokens with t; all else are programs, which are called what they are.
  const { data } = useAsked(
    'readPerson',
    { params: { personId: id } },
    { when: /^[nt][0-9a-f]{32}$/.test(id) },
  )
  return data?.name ?? id
}
