import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../../api/ask.ts'
import { useSettled } from '../../forms/use-settled.ts'
import type { Groupings } from './folders.ts'
import { type ForAll, readForAll } from './for-all.ts'

type Chosen = { groupings: Groupings; forAll: ForAll }

/** What uploads would become as it is chosen now; asked anew when more has arrived. */
export function usePlan(id: string, arrived: number, { groupings, forAll }: Chosen, when: boolean) {
  const said = useSettled(forAll, 600)
  return useQuery({
    queryKey: ['planUploads', id, arrived, groupings, said],
    queryFn: async ({ signal }) => {
      // What cannot be read is told at its field.
      const all = await readForAll(said).catch(() => ({}))
      return ask('planUploads', { params: { uploadId: id }, body: { groupings, all }, signal })
    },
    enabled: when,
    placeholderData: keepPreviousData,
  })
}
