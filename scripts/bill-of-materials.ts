import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

type Package = {
  version?: string
  license?: string
  integrity?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}

export type Component = {
  type: 'library'
  'bom-ref': string
  name: string
  version: string
  purl: string
  hashes: { alg: 'SHA-512'; content: string }[]
  licenses: ({ expression: string } | { license: { id: string } })[]
}

const root = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

/** What packages say of their licence in other words than SPDX has for it, as their LICENSE or README has it. */
const said: Readonly<Record<string, string>> = {
  busboy: 'MIT',
  'combine-errors': 'MIT',
  'dejavu-fonts-ttf': 'Bitstream-Vera',
  duck: 'BSD-2-Clause',
  streamsearch: 'MIT',
}

/**
 * The packages of which Fonds consists where it runs, as CycloneDX 1.5 has them: what the program depends on, for every
 * platform, and what is built into the pages, which `npm sbom --omit dev` would leave out. Made from the lock file alone.
 */
export function billOfMaterials() {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> }
  const { name, version, license, dependencies } = JSON.parse(read('package.json'))
  const shipped = closure(packages, [...Object.keys(dependencies), ...inPages()])
  const components = [...new Map(shipped.map((path) => componentOf(path, packages[path] ?? {})))]
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': `${name}@${version}`,
        name,
        version,
        licenses: [{ license: { id: license } }],
      },
    },
    components: components.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, component]) => component),
  }
}

/** The packages that the sources of the pages import, and their styles. */
function inPages(): string[] {
  const folder = fileURLToPath(new URL('src/web/', root))
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(tsx?|css)$/.test(path),
  )
  const named = sources.flatMap((path) => {
    const text = read(`src/web/${path}`)
    const found = text.matchAll(
      /(?:^(?:import|export) (?!type)[^;]*?from |import\(|url\()["']([^."'/][^"']*)/gm,
    )
    return [...found].map(([, specifier = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '')
  })
  return [...new Set(named)].filter((name) => !name.startsWith('data:'))
}

/** The places of packages in the lock file, with all on which they depend, as Node finds them. */
function closure(packages: Readonly<Record<string, Package>>, names: readonly string[]): string[] {
  const found = new Set<string>()
  const wanted = names.map((name) => ({ name, from: '', isNeeded: true }))
  for (let next = wanted.pop(); next; next = wanted.pop()) {
    const path = placeOf(packages, next.name, next.from)
    if (path === null && next.isNeeded) throw new Error(`The lock file has no ${next.name}: run npm install.`)
    if (path === null || found.has(path)) continue
    found.add(path)
    const { dependencies = {}, optionalDependencies = {}, ...own } = packages[path] ?? {}
    const peers = Object.keys(own.peerDependencies ?? {}).filter(
      (name) => own.peerDependenciesMeta?.[name]?.optional !== true,
    )
    for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers])
      wanted.push({ name, from: path, isNeeded: name in dependencies && !(name in optionalDependencies) })
  }
  return [...found]
}

function placeOf(packages: Readonly<Record<string, Package>>, name: string, from: string): string | null {
  for (let within = from; ; within = within.slice(0, Math.max(0, within.lastIndexOf('/node_modules/')))) {
    const path = `${within === '' ? '' : `${within}/`}node_modules/${name}`
    if (path in packages) return path
    if (within === '') return null
  }
}

function componentOf(path: string, { version = '', license, integrity }: Package): [string, Component] {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const ref = `${name}@${version}`
  const terms = said[name] ?? license ?? ''
  return [
    ref,
    {
      type: 'library',
      'bom-ref': ref,
      name,
      version,
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      hashes: (integrity?.match(/sha512-[\w+/=]+/g) ?? []).map((one) => ({
        alg: 'SHA-512',
        content: Buffer.from(one.slice('sha512-'.length), 'base64').toString('hex'),
      })),
      licenses: [/[ (]/.test(terms) ? { expression: terms } : { license: { id: terms } }],
    },
  ]
}
