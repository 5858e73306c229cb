import { isList, isObject, type Json, type JsonObject, pathTo } from './json.ts'
import {
  checkAgents,
  checkIris,
  checkMotivations,
  checkStrings,
  checkTimes,
  isOf,
  isReference,
  type Report,
} from './rules.ts'
import { checkSelectors } from './selector.ts'

type Part = 'body' | 'target'

/** Reports what is wrong with a body or target, or with each in a list (Web Annotation Data Model 3.2 and 4). */
export function checkResources(value: Json, part: Part, path: string, report: Report): void {
  if (isReference(value)) return
  if (isList(value)) {
    for (const [index, resource] of value.entries())
      checkResources(resource, part, pathTo(path, index), report)
  } else if (isObject(value)) {
    checkResource(value, part, path, report)
  } else {
    report({ path, message: `A ${part} must be an IRI or an object (Web Annotation Data Model 3.2).` })
  }
}

function checkResource(resource: JsonObject, part: Part, path: string, report: Report) {
  checkIris(resource, ['id', 'canonical'], path, '3.2.1', report)
  checkTimes(resource, path, report)
  checkAgents(resource, path, report)
  checkMotivations(resource, 'purpose', path, report)
  if (isOf(resource, 'TextualBody') && typeof resource.value !== 'string') {
    const message = 'A TextualBody must have its text here, one string (Web Annotation Data Model 3.2.4).'
    report({ path: pathTo(path, 'value'), message })
  }
  if (isOf(resource, 'Choice') || resource.items !== undefined) checkItems(resource, part, path, report)
  if (isOf(resource, 'SpecificResource') || resource.selector !== undefined)
    checkSource(resource, path, report)
  else if (resource.source !== undefined) checkSource(resource, path, report)
  checkSelectors(resource.selector, pathTo(path, 'selector'), report)
  checkDirection(resource, path, report)
  const named = ['id', 'source', 'items', 'value'].some((key) => resource[key] !== undefined)
  if (part === 'body' || named) return
  report({ path, message: 'A target must have an id or a source (Web Annotation Data Model 3.2.1 and 4).' })
}

function checkItems(resource: JsonObject, part: Part, path: string, report: Report) {
  const items = resource.items
  if (isList(items) && items.length > 0) checkResources(items, part, pathTo(path, 'items'), report)
  else {
    const message = 'This must be a list of at least one resource (Web Annotation Data Model 3.2.7).'
    report({ path: pathTo(path, 'items'), message })
  }
}

function checkSource(resource: JsonObject, path: string, report: Report) {
  const source = resource.source
  if (isReference(source)) return
  if (isObject(source)) {
    checkIris(source, ['id'], pathTo(path, 'source'), '3.2.1', report)
    checkStrings(source, ['value'], pathTo(path, 'source'), '3.2.4', report)
  } else {
    const message =
      'A SpecificResource must have exactly one source: an IRI or an object (Web Annotation Data Model 4).'
    report({ path: pathTo(path, 'source'), message })
  }
}

function checkDirection(resource: JsonObject, path: string, report: Report) {
  const direction = resource.textDirection
  if (direction === undefined || direction === 'ltr' || direction === 'rtl' || direction === 'auto') return
  const message = 'This must be ltr, rtl or auto (Web Annotation Data Model 3.2.1).'
  report({ path: pathTo(path, 'textDirection'), message })
}
