import { isList, isObject, type Json, type JsonObject, listOf, pathTo } from './json.ts'
import { checkIris, checkStrings, isOf, isReference, type Report } from './rules.ts'

/** What each selector must have, by its class (Web Annotation Data Model 4.2); others are kept unread. */
const required: readonly { type: string; section: string; texts: readonly string[] }[] = [
  { type: 'TextQuoteSelector', section: '4.2.4', texts: ['exact'] },
  { type: 'FragmentSelector', section: '4.2.1', texts: ['value'] },
  { type: 'CssSelector', section: '4.2.2', texts: ['value'] },
  { type: 'XPathSelector', section: '4.2.3', texts: ['value'] },
]

/** Reports what is wrong with a selector, or with each in a list, refinements included (Web Annotation Data Model 4.2). */
export function checkSelectors(value: Json | undefined, path: string, report: Report): void {
  if (value === undefined || isReference(value)) return
  if (isList(value)) {
    for (const [index, selector] of value.entries()) checkSelectors(selector, pathTo(path, index), report)
  } else if (isObject(value)) {
    checkSelector(value, path, report)
  } else {
    report({ path, message: 'A selector must be an object or an IRI (Web Annotation Data Model 4.2).' })
  }
}

function checkSelector(selector: JsonObject, path: string, report: Report) {
  const types = listOf(selector.type)
  if (types.length === 0 || !types.every((type) => typeof type === 'string')) {
    const message =
      'A selector must name its class, such as TextQuoteSelector (Web Annotation Data Model 4.2).'
    report({ path: pathTo(path, 'type'), message })
  }
  for (const { type, section, texts } of required) {
    if (!isOf(selector, type)) continue
    for (const key of texts) {
      if (typeof selector[key] === 'string') continue
      const message = `A ${type} must have exactly one string here (Web Annotation Data Model ${section}).`
      report({ path: pathTo(path, key), message })
    }
  }
  if (isOf(selector, 'TextQuoteSelector')) checkStrings(selector, ['prefix', 'suffix'], path, '4.2.4', report)
  if (isOf(selector, 'TextPositionSelector')) checkPosition(selector, path, '4.2.5', report)
  if (isOf(selector, 'DataPositionSelector')) checkPosition(selector, path, '4.2.6', report)
  if (isOf(selector, 'SvgSelector')) checkSvg(selector, path, report)
  if (isOf(selector, 'RangeSelector')) checkRange(selector, path, report)
  checkSelectors(selector.refinedBy, pathTo(path, 'refinedBy'), report)
}

function checkPosition(selector: JsonObject, path: string, section: string, report: Report) {
  const offsets = ['start', 'end'].map((key) => {
    const offset = selector[key]
    if (typeof offset === 'number' && Number.isSafeInteger(offset) && offset >= 0) return offset
    const message = `This must be a whole number, 0 or greater (Web Annotation Data Model ${section}).`
    report({ path: pathTo(path, key), message })
    return null
  })
  const [start, end] = offsets
  if (typeof start !== 'number' || typeof end !== 'number' || start <= end) return
  const message = `The end must not come before the start (Web Annotation Data Model ${section}).`
  report({ path: pathTo(path, 'end'), message })
}

function checkSvg(selector: JsonObject, path: string, report: Report) {
  checkStrings(selector, ['value'], path, '4.2.7', report)
  checkIris(selector, ['id'], path, '4.2.7', report)
  if (selector.value !== undefined || selector.id !== undefined) return
  const message =
    'An SvgSelector must have the SVG as its value, or its IRI as id (Web Annotation Data Model 4.2.7).'
  report({ path: pathTo(path, 'value'), message })
}

function checkRange(selector: JsonObject, path: string, report: Report) {
  for (const key of ['startSelector', 'endSelector']) {
    if (isObject(selector[key])) checkSelectors(selector[key], pathTo(path, key), report)
    else {
      const message = 'A RangeSelector must have exactly one selector here (Web Annotation Data Model 4.2.8).'
      report({ path: pathTo(path, key), message })
    }
  }
}
