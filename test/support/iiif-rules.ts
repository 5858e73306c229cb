// What the IIIF Presentation API 3.0.1 demands of its resources, read strictly: what it says MUST be, and that nothing
// stands where it MUST NOT. Numbers in brackets are those of its sections.

type Thing = Record<string, unknown>
type Report = (path: string, rule: string) => void
type Check = (value: unknown, path: string, report: Report) => void

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && /^https?:\/\/[^\s<>"{}|\\^`]+$/.test(value)

const string: Check = (value, path, report) => {
  if (typeof value !== 'string' || value === '') report(path, 'is no string')
}
const address: Check = (value, path, report) => {
  if (!isAddress(value)) report(path, 'is no HTTP(S) URI')
}
const positive: Check = (value, path, report) => {
  if (!Number.isInteger(value) || Number(value) <= 0) report(path, 'is no positive integer')
}
const whole: Check = (value, path, report) => {
  if (!Number.isInteger(value) || Number(value) < 0) report(path, 'is no whole number')
}
const exactly =
  (...values: unknown[]): Check =>
  (value, path, report) => {
    if (!values.includes(value)) report(path, `is none of ${values.join(', ')}`)
  }
const listOf =
  (check: Check, least = 1): Check =>
  (value, path, report) => {
    if (!Array.isArray(value)) return report(path, 'is no array (4.3)')
    if (value.length < least) report(path, `has fewer than ${least} items`)
    for (const [index, item] of value.entries()) check(item, `${path}.${index}`, report)
  }
const either =
  (...checks: Check[]): Check =>
  (value, path, report) => {
    const tried = checks.map((check) => {
      const wrong: [string, string][] = []
      check(value, path, (at, rule) => wrong.push([at, rule]))
      return wrong
    })
    if (tried.some((wrong) => wrong.length === 0)) return
    for (const wrong of tried.toSorted((a, b) => a.length - b.length)[0] ?? []) report(...wrong)
  }

/** An object with these members, of which those with a question mark may be absent, and no others. */
const object =
  (members: Record<string, Check>): Check =>
  (value, path, report) => {
    if (!isThing(value)) return report(path, 'is no object')
    for (const [name, check] of Object.entries(members)) {
      const [bare = '', optional] = name.split('?')
      if (value[bare] !== undefined) check(value[bare], `${path}.${bare}`, report)
      else if (optional === undefined) report(`${path}.${bare}`, 'is missing')
    }
    const known = new Set(Object.keys(members).map((name) => name.replace('?', '')))
    for (const name of Object.keys(value)) if (!known.has(name)) report(`${path}.${name}`, 'is not allowed')
  }

/** 4.4 and 4.5 */
const languageMap =
  ({ mayBeHtml }: { mayBeHtml: boolean }): Check =>
  (value, path, report) => {
    if (!isThing(value)) return report(path, 'is no language map (4.4)')
    if (Object.keys(value).length === 0) report(path, 'has no entry (4.4)')
    for (const [language, texts] of Object.entries(value)) {
      if (language !== 'none' && !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(language))
        report(path, `${language} is no language of BCP 47 (4.4)`)
      listOf((text, at) => {
        string(text, at, report)
        if (!mayBeHtml && typeof text === 'string' && /^<.*>$/s.test(text)) report(at, 'is markup (4.5)')
      })(texts, `${path}.${language}`, report)
    }
  }
/** The archive writes no markup, so that what looks like it is a fault everywhere. */
const words = languageMap({ mayBeHtml: false })
const pair = object({ label: words, value: words })
const languages = listOf((value, path, report) => {
  if (typeof value !== 'string' || !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(value))
    report(path, 'is no language (3.2)')
})

const service: Check = either(
  object({ id: address, type: string, 'profile?': string, 'service?': (...asked) => services(...asked) }),
  object({
    ...{ '@id': address, '@type': exactly('SearchService1', 'AutoCompleteService1') },
    ...{ 'profile?': string, 'label?': string, 'service?': (...asked) => services(...asked) },
  }),
)
const services = listOf(service)
const image = object({
  ...{ id: address, type: exactly('Image'), 'format?': string, 'width?': positive, 'height?': positive },
  'service?': services,
})
const external = { id: address, type: string, label: words, 'format?': string }
const homepage = listOf(object({ ...external, 'language?': languages }))
const provider = listOf(
  object({
    id: address,
    type: exactly('Agent'),
    label: words,
    'homepage?': homepage,
    'logo?': listOf(image),
  }),
)
const reference = (type: string) => object({ id: address, type: exactly(type), 'label?': words })

const rights: Check = (value, path, report) => {
  if (
    !/^http:\/\/(creativecommons\.org\/(licenses|publicdomain)|rightsstatements\.org\/vocab)\//.test(
      String(value),
    )
  )
    report(path, 'is no URI of Creative Commons or RightsStatements.org (3.1)')
}
const navDate: Check = (value, path, report) => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(value)))
    report(path, 'is no xsd:dateTime in UTC (3.1)')
}
const context: Check = (value, path, report) => {
  const presentation = 'http://iiif.io/api/presentation/3/context.json'
  if (value !== presentation && !(Array.isArray(value) && value.at(-1) === presentation))
    report(path, 'is not the context of the Presentation API, nor ends with it (4.6)')
}
const contextIn =
  (members: Record<string, Check>): Check =>
  (...asked) =>
    object({ '@context': context, ...members })(...asked)

const direction = exactly('left-to-right', 'right-to-left', 'top-to-bottom', 'bottom-to-top')
const annotationPages = listOf(
  object({ id: address, type: exactly('AnnotationPage'), 'label?': words, 'behavior?': listOf(string) }),
)
const painting = (canvas: unknown) =>
  object({
    id: address,
    type: exactly('AnnotationPage'),
    items: listOf(
      object({
        ...{ id: address, type: exactly('Annotation'), motivation: exactly('painting') },
        ...{ body: image, target: exactly(canvas) },
      }),
    ),
  })

const canvasMembers = (id: unknown): Record<string, Check> => ({
  id: (value, path, report) => {
    address(value, path, report)
    if (String(value).includes('#')) report(path, 'has a fragment (5.3)')
  },
  type: exactly('Canvas'),
  label: words,
  'summary?': words,
  width: positive,
  height: positive,
  'thumbnail?': listOf(image),
  'items?': listOf(painting(id), 0),
  'annotations?': annotationPages,
  'seeAlso?': listOf(object({ ...external, 'profile?': string })),
})
const canvas: Check = (value, path, report) =>
  object(canvasMembers(isThing(value) ? value.id : ''))(value, path, report)
const rangeItem: Check = (value, path, report) =>
  (isThing(value) && value.type === 'Range' ? range : reference('Canvas'))(value, path, report)
const range: Check = (...asked) =>
  object({
    ...{ id: address, type: exactly('Range'), 'label?': words, 'viewingDirection?': direction },
    items: listOf(rangeItem),
  })(...asked)

const described: Record<string, Check> = {
  id: address,
  label: words,
  'summary?': words,
  'metadata?': listOf(pair),
  'requiredStatement?': pair,
  'rights?': rights,
  'navDate?': navDate,
  provider,
  'thumbnail?': listOf(image),
  'homepage?': homepage,
  'rendering?': listOf(object({ ...external, 'language?': languages })),
  'seeAlso?': listOf(object({ ...external, 'profile?': string })),
  'service?': services,
  'partOf?': listOf(object({ id: address, type: string, 'label?': words })),
  'viewingDirection?': direction,
  'annotations?': annotationPages,
}
const manifest = contextIn({
  ...described,
  type: exactly('Manifest'),
  'behavior?': listOf(exactly('paged', 'individuals', 'continuous', 'unordered')),
  'start?': reference('Canvas'),
  items: listOf(canvas),
  'structures?': listOf(range),
})
const collectionItem: Check = (value, path, report) =>
  object({
    ...{ id: address, type: exactly('Collection', 'Manifest'), label: words },
    ...{ 'thumbnail?': listOf(image), 'navDate?': navDate },
  })(value, path, report)
const collection = contextIn({
  ...described,
  type: exactly('Collection'),
  'behavior?': listOf(exactly('multi-part', 'unordered', 'individuals')),
  items: listOf(collectionItem, 0),
})

/** An annotation about a canvas (5.6 and the Web Annotation Data Model), not painted on it. */
const annotation: Check = (value, path, report) => {
  if (!isThing(value)) return report(path, 'is no object')
  address(value.id, `${path}.id`, report)
  exactly('Annotation')(value.type, `${path}.type`, report)
  const motivations = [value.motivation].flat()
  if (motivations.length === 0 || !motivations.every((one) => typeof one === 'string'))
    report(`${path}.motivation`, 'is missing (5.6)')
  if (motivations.includes('painting')) report(`${path}.motivation`, 'is painting (3.4, annotations)')
  if (value['@context'] !== undefined) report(`${path}.@context`, 'stands within a resource (4.6)')
  for (const [index, target] of [value.target].flat().entries()) {
    const source = isThing(target) ? (target.source ?? target.id) : target
    address(isThing(source) ? source.id : source, `${path}.target.${index}`, report)
  }
}
const annotationPage: Check = (value, path, report) => {
  if (!isThing(value)) return report(path, 'is no object')
  const pages = either(reference('AnnotationPage'), address)
  object({
    ...{ '@context': (_, at) => (value['@context'] ? undefined : report(at, 'is missing')) },
    ...{ id: address, type: exactly('AnnotationPage'), 'label?': words },
    ...{ items: listOf(annotation, 0), 'next?': pages, 'prev?': pages, 'startIndex?': whole },
    ...{ 'partOf?': () => {}, 'ignored?': listOf(string), 'annotations?': () => {} },
  })(value, path, report)
}

const checks: Record<string, Check> = {
  Manifest: manifest,
  Collection: collection,
  Canvas: (value, path, report) =>
    contextIn({
      ...canvasMembers(isThing(value) ? value.id : ''),
      'homepage?': homepage,
      partOf: listOf(reference('Manifest')),
    })(value, path, report),
  AnnotationPage: annotationPage,
}

/** Every rule of the Presentation API that a resource breaks, with the place: none where it is valid. */
export function brokenRules(resource: Thing): string[] {
  const wrong: string[] = []
  const report: Report = (path, rule) => wrong.push(`${path.replace(/^\./, '')} ${rule}`)
  const check = checks[String(resource.type)]
  if (check) check(resource, '', report)
  else report('type', `is ${resource.type}`)
  const ids = new Map<unknown, number>()
  for (const { id } of (resource.items as Thing[] | undefined) ?? []) ids.set(id, (ids.get(id) ?? 0) + 1)
  for (const [id, times] of ids) if (times > 1) report(String(id), `stands ${times} times in items`)
  if (resource.type === 'Manifest') {
    const canvases = new Set(ids.keys())
    const named = [resource.start, ...((resource.structures as Thing[] | undefined) ?? [])].flatMap(
      canvasesIn,
    )
    for (const id of named)
      if (!canvases.has(id)) report(String(id), 'is named, and no canvas of the manifest')
  }
  return wrong
}

function canvasesIn(value: unknown): unknown[] {
  if (!isThing(value)) return []
  return value.type === 'Canvas' ? [value.id] : [value.items].flat().flatMap(canvasesIn)
}
