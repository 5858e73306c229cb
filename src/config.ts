import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { ArchiveError, invalid } from './domain/errors.ts'

const megabyte = 1024 * 1024

/** Children that read and recognise let everything else on the machine go first. */
const nice = 10

const bytes = (fallback: number) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?\s*(B|KB|MB|GB)?$/i, 'write a size such as 512MB or 2GB')
    .transform(parseBytes)
    .default(fallback)

const seconds = (fallback: number) => z.coerce.number().positive().default(fallback)

/** Every environment variable that Fonds reads; README's table documents each. */
export const Environment = z.object({
  FONDS_HOME: z.string().min(1).default('archive'),
  FONDS_HOST: z.string().min(1).default('127.0.0.1'),
  FONDS_PORT: z.coerce.number('write a number from 0 to 65535').int().min(0).max(65_535).default(3000),
  FONDS_BASE_URL: z.url().optional(),
  FONDS_ADMIN_TOKEN: z.string().min(32, 'must have 32 characters or more').optional(),
  FONDS_ANONYMOUS: z.enum(['none', 'reader']).default('none'),
  FONDS_OIDC_ISSUER: z.url().optional(),
  FONDS_OIDC_CLIENT_ID: z.string().min(1).optional(),
  FONDS_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  FONDS_OIDC_NAME: z.string().min(1).optional(),
  FONDS_OIDC_ROLE: z.enum(['none', 'reader', 'annotator', 'archivist']).default('none'),
  FONDS_RATE: z.coerce.number('write a number of requests').int().min(0).default(6000),
  FONDS_TRUST_PROXY: z.string().min(1).default('loopback').transform(readProxies),
  FONDS_MAX_FILE: bytes(4096 * megabyte),
  FONDS_INGEST_WORKERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(Math.max(1, availableParallelism() - 1)),
  FONDS_EXTRACT_MEMORY: bytes(1024 * megabyte),
  FONDS_EXTRACT_SECONDS: seconds(1800),
  FONDS_EXTRACT_STALL_SECONDS: seconds(120),
  FONDS_OCR: z
    .enum(['auto', 'embedded', 'native', 'off'], 'write auto, embedded, native or off')
    .default('auto'),
  FONDS_OCR_PLACES: z.coerce.number().int().min(1).max(64).default(availableParallelism()),
  FONDS_OCR_MEMORY: bytes(1024 * megabyte),
  FONDS_OCR_SECONDS: seconds(300),
  FONDS_TESSDATA: z.string().min(1).optional(),
  FONDS_IMAGES: z.enum(['ingest', 'demand'], 'write ingest or demand').default('ingest'),
  FONDS_TILE_CACHE: bytes(1024 * megabyte),
  FONDS_UPLOAD_DAILY: bytes(0),
  FONDS_UPLOAD_UNFINISHED: bytes(0),
  FONDS_UPLOAD_EXPIRY: z.coerce.number('write a number of hours').positive().default(168),
  FONDS_FIXITY_DAYS: z.coerce.number('write a number of days, 0 for never').min(0).default(90),
  FONDS_FIXITY_RATE: bytes(20 * megabyte),
  FONDS_SEARCH_MEMORY: bytes(512 * megabyte),
  FONDS_SLOW_QUERY: z.coerce.number('write a number of milliseconds').min(0).default(500),
  FONDS_LOG: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

/** What the program was told, checked and frozen. Sizes are bytes, durations milliseconds, `home` is absolute. */
export type Config = Readonly<{
  home: string
  host: string
  port: number
  baseUrl: string | undefined
  adminToken: string | undefined
  anonymous: 'none' | 'reader'
  /** Where people may sign in elsewhere. */
  openId: Readonly<{
    issuer: string
    clientId: string
    clientSecret: string | null
    name: string
    role: 'reader' | 'annotator' | 'archivist' | null
  }> | null
  /** How many requests a minute a person or address may make; 0 for any number. */
  perMinute: number
  /** Whose word on where a request came from is believed: addresses and networks, or how many proxies stand before. */
  trustProxy: string[] | number
  maxFile: number
  /** How many bytes a person may upload within a day, and have of uploads that are not whole; 0 for any number. */
  uploadDaily: number
  uploadUnfinished: number
  /** How long an upload is kept that nothing was made of. */
  uploadExpiryMs: number
  ingestWorkers: number
  extract: Readonly<{ memoryBytes: number; wallMs: number; stallMs: number; nice: number }>
  /** What recognises pages, how many at a time, with which models before all others, and what one page may take. */
  recognition: Readonly<{
    engine: 'auto' | 'embedded' | 'native' | 'off'
    places: number
    tessdata: string | null
    limits: Readonly<{ memoryBytes: number; wallMs: number; stallMs: number; nice: number }>
  }>
  /** Whether images of pages are made when files come, and not only when somebody asks for them. */
  makesImages: boolean
  /** What renditions of pages may take on the disk. */
  tileCache: number
  /** Every how many days each original is compared with its digest (0: never), and how many bytes a second at most. */
  fixity: Readonly<{ days: number; bytesPerSecond: number }>
  /** What the search may keep in memory. */
  searchMemory: number
  /** How long a search may take before the log warns of it; 0 for never. */
  slowQueryMs: number
  log: string
}>

type Given = Partial<Record<keyof typeof Environment.shape, string>>

/**
 * Reads the environment: what was `given` on the command line goes before it, `instead` stands in where it says
 * nothing. Throws ArchiveError('invalid-input') that names every fault at once.
 */
export function readConfig(env: NodeJS.ProcessEnv, given: Given = {}, instead: Given = {}): Config {
  const said = Object.entries({ ...env, ...given }).filter(([, value]) => value !== undefined && value !== '')
  const set = Object.entries({ ...instead, ...Object.fromEntries(said) }).filter(([name]) =>
    name.startsWith('FONDS_'),
  )
  const read = Environment.safeParse(Object.fromEntries(set))
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
    throw new ArchiveError(
      'invalid-input',
      errors.map(({ path, message }) => `${path}: ${message}`).join('\n'),
      errors,
    )
  }
  const is = read.data
  return Object.freeze({
    home: resolve(is.FONDS_HOME),
    host: is.FONDS_HOST,
    port: is.FONDS_PORT,
    baseUrl: is.FONDS_BASE_URL?.replace(/\/+$/, ''),
    adminToken: is.FONDS_ADMIN_TOKEN,
    anonymous: is.FONDS_ANONYMOUS,
    openId: openIdOf(is),
    perMinute: is.FONDS_RATE,
    trustProxy: is.FONDS_TRUST_PROXY,
    maxFile: is.FONDS_MAX_FILE,
    uploadDaily: is.FONDS_UPLOAD_DAILY,
    uploadUnfinished: is.FONDS_UPLOAD_UNFINISHED,
    uploadExpiryMs: is.FONDS_UPLOAD_EXPIRY * 3_600_000,
    ingestWorkers: is.FONDS_INGEST_WORKERS,
    extract: Object.freeze({
      memoryBytes: is.FONDS_EXTRACT_MEMORY,
      wallMs: is.FONDS_EXTRACT_SECONDS * 1000,
      stallMs: is.FONDS_EXTRACT_STALL_SECONDS * 1000,
      nice,
    }),
    recognition: Object.freeze({
      engine: is.FONDS_OCR,
      places: is.FONDS_OCR_PLACES,
      tessdata: is.FONDS_TESSDATA === undefined ? null : resolve(is.FONDS_TESSDATA),
      limits: Object.freeze({
        memoryBytes: is.FONDS_OCR_MEMORY,
        wallMs: is.FONDS_OCR_SECONDS * 1000,
        stallMs: is.FONDS_OCR_SECONDS * 1000,
        nice,
      }),
    }),
    makesImages: is.FONDS_IMAGES === 'ingest',
    tileCache: is.FONDS_TILE_CACHE,
    fixity: Object.freeze({
      days: is.FONDS_FIXITY_DAYS,
      bytesPerSecond: Math.max(1, is.FONDS_FIXITY_RATE),
    }),
    searchMemory: is.FONDS_SEARCH_MEMORY,
    slowQueryMs: is.FONDS_SLOW_QUERY,
    log: is.FONDS_LOG,
  })
}

function openIdOf(is: z.output<typeof Environment>): Config['openId'] {
  const { FONDS_OIDC_ISSUER: issuer, FONDS_OIDC_CLIENT_ID: clientId } = is
  if (issuer === undefined) return null
  if (clientId === undefined)
    throw invalid(
      'FONDS_OIDC_CLIENT_ID',
      'is needed with FONDS_OIDC_ISSUER: what the provider calls this archive.',
    )
  return Object.freeze({
    issuer,
    clientId,
    clientSecret: is.FONDS_OIDC_CLIENT_SECRET ?? null,
    name: is.FONDS_OIDC_NAME ?? new URL(issuer).hostname,
    role: is.FONDS_OIDC_ROLE === 'none' ? null : is.FONDS_OIDC_ROLE,
  })
}

function readProxies(text: string, context: z.RefinementCtx): string[] | number {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const names = text.split(',').map((name) => name.trim())
  if (names.every((name) => /^(loopback|linklocal|uniquelocal|none|[\da-fA-F.:]+(\/\d+)?)$/.test(name)))
    return names.filter((name) => name !== 'none')
  const message =
    'write loopback, none, a number of proxies, or their addresses or networks, parted by commas'
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}

function parseBytes(text: string): number {
  const [, amount = '0', unit = 'B'] = /^([\d.]+)\s*(\w*)$/.exec(text) ?? []
  const powers: Record<string, number> = { '': 1, B: 1, KB: 1024, MB: megabyte, GB: 1024 * megabyte }
  return Math.floor(Number(amount) * (powers[unit.toUpperCase()] ?? 1))
}
