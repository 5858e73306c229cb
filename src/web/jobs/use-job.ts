import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { addressOf, type Reply } from '../api/ask.ts'
import { keyOf, useAsked } from '../api/use-asked.ts'

type Job = Reply<'readJob'>

/** Whether a job will still change by itself. */
export const isUnderWay = ({ state }: Pick<Job, 'state'>): boolean =>
  state === 'queued' || state === 'running'

/** Whether pages come after it has ended: scans that are recognised behind what is more urgent. */
export const isFollowed = ({ waiting, unattended }: Pick<Job, 'waiting' | 'unattended'>): boolean =>
  (waiting ?? 0) > (unattended ?? 0)

/** A job, told anew whenever it changes: by the archive's own events, or by asking where those do not come. */
export function useJob(id: string) {
  const kept = useQueryClient()
  const [isDeaf, setIsDeaf] = useState(false)
  const job = useAsked(
    'readJob',
    { params: { jobId: id } },
    // A proxy may keep events back without saying so.
    {
      every: (told) =>
        told && isUnderWay(told) ? (isDeaf ? 2000 : 10_000) : told && isFollowed(told) ? 3000 : false,
    },
  )
  const goesOn = job.data !== undefined && isUnderWay(job.data)
  useEffect(() => {
    if (!goesOn) return
    const params = { jobId: id }
    const events = new EventSource(addressOf('followJob', { params }))
    events.onmessage = ({ data }) => {
      const told: Job = JSON.parse(data)
      // Else the browser would ask again for what has ended.
      if (!isUnderWay(told)) events.close()
      kept.setQueryData(keyOf('readJob', { params }), told)
    }
    events.onerror = () => setIsDeaf(events.readyState === EventSource.CLOSED)
    return () => events.close()
  }, [kept, id, goesOn])
  // What it did is seen everywhere: documents, their pages, what is found.
  const isRead = !goesOn && !(job.data && isFollowed(job.data))
  const wasRead = useRef(true)
  useEffect(() => {
    if (isRead && !wasRead.current) void kept.invalidateQueries()
    wasRead.current = isRead
  }, [kept, isRead])
  return job
}
