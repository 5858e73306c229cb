import { z } from 'zod'
import type { Metrics } from './metrics.ts'
import { type Route, route } from './route.ts'

export type HealthDeps = {
  /** Each part of the archive that a request needs, and a check that throws where it does not work. */
  parts: Readonly<Record<string, () => Promise<unknown>>>
  metrics: Metrics
}

const tags: [string] = ['Health']
const Ready = z
  .object({ ready: z.boolean(), parts: z.record(z.string(), z.string()) })
  .meta({ id: 'Readiness' })

/** Whether the process lives, whether it can answer, and its figures. */
export const healthRoutes = ({ parts, metrics }: HealthDeps): Route[] => [
  route({
    id: 'readLiveness',
    method: 'get',
    prefix: '',
    path: '/health/live',
    tags,
    access: 'public',
    summary: 'The process answers',
    status: 200,
    reply: z.object({ live: z.literal(true) }),
    faults: [],
    handle: async () => ({ body: { live: true as const } }),
  }),
  route({
    id: 'readReadiness',
    method: 'get',
    prefix: '',
    path: '/health/ready',
    tags,
    access: 'public',
    summary: 'The database, the index and the file store work; 503 where one does not',
    status: 200,
    reply: Ready,
    faults: [],
    handle: async () => {
      const checked = await Promise.all(
        Object.entries(parts).map(
          async ([name, check]) =>
            [
              name,
              await check().then(
                () => 'ok',
                () => 'failed',
              ),
            ] as const,
        ),
      )
      const ready = checked.every(([, state]) => state === 'ok')
      return { status: ready ? 200 : 503, body: { ready, parts: Object.fromEntries(checked) } }
    },
  }),
  route({
    id: 'readMetrics',
    method: 'get',
    prefix: '',
    path: '/metrics',
    tags,
    access: 'public',
    summary: 'Figures for Prometheus',
    status: 200,
    produces: 'text/plain; version=0.0.4',
    faults: [],
    respond: async ({ res }) => {
      res.setHeader('Content-Type', metrics.contentType)
      res.end(await metrics.text())
    },
  }),
]
