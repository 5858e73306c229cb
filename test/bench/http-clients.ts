import { Agent, get } from 'node:http'
import { percentile } from './measure.ts'

/**
 * How many clients ask a server, each without pause, and for how long; each query once where `seconds` is null. They ask for
 * 20 results, or, where that is `varied`, for 16 to 24, so that next to no reply is one that was sent before.
 */
export type Load = {
  address: string
  queries: readonly string[]
  clients: number
  seconds: number | null
  varied: boolean
}
/** How many answers came in a second, and how many milliseconds they took. */
export type Answered = { perSecond: number; p50: number; p95: number }

// A process of its own, so that a client's waiting for its turn is not taken for the server's.
process.on('message', async (load: Load) => {
  process.send?.(await ask(load))
})

async function ask({ address, queries, clients, seconds, varied }: Load): Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const times: number[] = []
  const started = performance.now()
  let asked = 0
  const isOver = () =>
    seconds === null ? asked >= queries.length : performance.now() >= started + seconds * 1000
  const client = async () => {
    while (!isOver()) {
      const limit = varied ? 16 + (asked % 9) : 20
      const q = queries[asked++ % queries.length] ?? ''
      const begun = performance.now()
      await answered(`${address}/api/v1/search?limit=${limit}&q=${encodeURIComponent(q)}`, agent)
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const perSecond = (times.length / (performance.now() - started)) * 1000
  agent.destroy()
  return { perSecond, p50: percentile(times, 0.5), p95: percentile(times, 0.95) }
}

const answered = (url: string, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = get(url, { agent }, (reply) => {
      if (reply.statusCode !== 200) reject(new Error(`A search was answered with ${reply.statusCode}.`))
      reply.resume().on('end', resolve).on('error', reject)
    })
    request.on('error', reject)
  })
