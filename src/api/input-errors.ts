import type * as core from 'zod/v4/core'
import type { InputError } from '../domain/errors.ts'

/** What a schema found wrong, one error for each place; `where` is said in place of an empty path. */
export function inputErrors(issues: readonly core.$ZodIssue[], where: string): InputError[] {
  return issues
    .flatMap((issue) => errorsOf(issue, []))
    .map(({ path, message, column }) => ({
      path: path.length > 0 ? path.map(String).join('.') : where,
      message,
      ...(column === undefined ? {} : { column }),
    }))
}

type Place = { path: PropertyKey[]; message: string; column?: number }

function errorsOf(issue: core.$ZodIssue, outer: readonly PropertyKey[]): Place[] {
  const path = [...outer, ...issue.path]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: 'is not known here; leave it out or check its spelling',
    }))
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return closest(issue.errors).flatMap((inner) => errorsOf(inner, path))
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element')
    return issue.issues.flatMap((inner) => errorsOf(inner, path))
  const column = issue.code === 'custom' ? issue.params?.column : undefined
  return [{ path, message: sentence(issue), ...(typeof column === 'number' ? { column } : {}) }]
}

/** Of a union's ways to fail, the one that got furthest says best what was meant. */
function closest(ways: readonly (readonly core.$ZodIssue[])[]): readonly core.$ZodIssue[] {
  const misses = (way: readonly core.$ZodIssue[]) =>
    way.reduce((sum, issue) => sum + (issue.path.length === 0 && issue.code === 'invalid_type' ? 100 : 1), 0)
  return ways.toSorted((a, b) => misses(a) - misses(b))[0] ?? []
}

function sentence(issue: core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is required'
  if (issue.code === 'invalid_type' && issue.expected === 'number') return 'is not a number'
  return issue.message.replace(/^Invalid (input|option): /, '')
}
