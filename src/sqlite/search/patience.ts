/** What has passed in milliseconds: by the clock, and of the time for which this thread was at work itself. */
type Clock = { passed(): number; worked(): number }

/** Who is kept from work by other programs goes on for so many times as long at most. */
const mostTimes = 4
/** Who has worked for this share of the time was not kept from it. */
const shareOfWork = 1 / 4

const clock: Clock = {
  passed: () => performance.now(),
  worked() {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  },
}

/**
 * Tells whether there is time left of so many milliseconds, or of a share of them. The first time it says so in any case, so
 * that who asks again gets on.
 */
export function within(ms: number, { passed, worked } = clock): (share?: number) => boolean {
  const began = passed()
  const workedBefore = worked()
  let isFirst = true
  return (share = 1) => {
    const wait = passed() - began
    const mayGoOn = () => wait < mostTimes * ms && worked() - workedBefore < share * shareOfWork * ms
    const isTime = isFirst || wait < share * ms || mayGoOn()
    isFirst = false
    return isTime
  }
}
