import { readEdtf } from '../date/edtf.ts'
import type { Csl } from './csl.ts'

/** When a work was published, as EDTF; null where it does not say, or only in words or about. */
export function issuedOf(csl: Csl): string | null {
  const issued = csl.issued as { 'date-parts'?: number[][]; circa?: unknown } | undefined
  const parts = issued?.['date-parts']
  if (!Array.isArray(parts) || issued?.circa) return null
  const edtf = parts.map(written).join('/')
  return readEdtf(edtf).ok ? edtf : null
}

function written([year = 0, ...rest]: readonly number[]): string {
  const whole = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
  return [whole, ...rest.map((part) => String(part).padStart(2, '0'))].join('-')
}
