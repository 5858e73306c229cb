import { z } from 'zod'
import { type SampleLoadingDeps, sampleLoading } from '../samples/sample-loading.ts'
import { type Route, route } from './route.ts'

const tags: [string] = ['Samples']

const SamplesReply = z
  .object({
    state: z.enum(['absent', 'loading', 'partly', 'loaded']),
    loadable: z.boolean().meta({
      description: 'Whether loading it would begin or go on: there is nothing else in the archive',
    }),
    done: z.int().meta({ description: 'Documents read while it is loading' }),
    total: z.int().meta({ description: 'Of how many; 0 until that is known' }),
    document: z
      .string()
      .nullable()
      .meta({ description: 'The document of which it tells the story, once it is loaded' }),
    error: z.string().nullable().meta({ description: 'What went wrong the last time' }),
  })
  .meta({ id: 'Samples' })

/** The sample archive: how far it is loaded, and to load it into an archive that is empty. */
export function sampleRoutes(deps: SampleLoadingDeps): Route[] {
  const loading = sampleLoading(deps)
  return [
    route({
      id: 'readSamples',
      method: 'get',
      path: '/samples',
      tags,
      access: 'archivist',
      summary: 'Whether the sample archive is loaded, and how far that is',
      status: 200,
      reply: SamplesReply,
      faults: [],
      handle: async () => ({ body: await loading.see() }),
    }),
    route({
      id: 'loadSamples',
      method: 'post',
      path: '/samples',
      tags,
      access: 'archivist',
      summary: 'Load the sample archive into an empty archive; 200 where it is loaded already',
      status: 202,
      reply: SamplesReply,
      faults: ['conflict'],
      handle: async ({ baseUrl }) => {
        const body = await loading.begin()
        const headers = { Location: `${baseUrl}/api/v1/samples` }
        return { body, headers, status: body.state === 'loaded' ? 200 : 202 }
      },
    }),
  ]
}
