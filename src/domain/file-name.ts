import { cleanText } from './clean-text.ts'

const longest = 255

/**
 * A file's original name, in whatever script, as it is safe to keep and to offer for download: its last path segment,
 * without control characters, at most 255 code points with its extension kept; `file` where nothing is left.
 */
export function fileName(given: string): string {
  const last = cleanText(given).split(/[/\\]/).at(-1) ?? ''
  const name = last.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu, '').trim()
  if (name === '' || name === '.' || name === '..') return 'file'
  const points = [...name]
  if (points.length <= longest) return name
  const extension = [...(/\.[^.]{1,16}$/u.exec(name)?.[0] ?? '')]
  return [...points.slice(0, longest - extension.length), ...extension].join('')
}
