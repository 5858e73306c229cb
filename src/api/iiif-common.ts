/** What routes share that tell something in JSON-LD, or as plain JSON, by the APIs of IIIF. */
export const iiifReading = {
  method: 'get',
  prefix: '',
  tags: ['IIIF'] as [string],
  access: 'reader',
  status: 200,
  alternatives: ['application/json'],
} as const
