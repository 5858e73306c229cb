import { describe, expect, test } from 'vitest'
import { billOfMaterials } from '../../scripts/bill-of-materials.ts'

/** Whether a licence may be kept without making all of the program GPL or AGPL: one of its alternatives has neither. */
const isPermitted = (terms: string): boolean =>
  terms
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((way) => way !== '' && way.split(' AND ').every((one) => !/^A?GPL\b|SEE LICENSE/.test(one)))

describe('what ships', () => {
  const bill = billOfMaterials()
  const termsOf = ([first]: (typeof bill.components)[number]['licenses']) =>
    first === undefined ? '' : 'expression' in first ? first.expression : first.license.id

  test('is nothing under GPL or AGPL, and says under what it is', () => {
    const wrong = bill.components.filter(({ licenses }) => !isPermitted(termsOf(licenses)))
    expect(wrong.map(({ name, licenses }) => [name, termsOf(licenses)])).toEqual([])
    expect(isPermitted('(MIT OR GPL-3.0-or-later)')).toBe(true)
    expect(isPermitted('Apache-2.0 AND LGPL-3.0-or-later')).toBe(true)
    for (const terms of ['GPL-3.0', 'AGPL-3.0-only', 'MIT AND GPL-2.0', '', 'SEE LICENSE IN LICENSE'])
      expect([terms, isPermitted(terms)]).toEqual([terms, false])
  })

  test('is all told in the bill of materials: of the program, of every platform, and of the pages', () => {
    const names = new Set(bill.components.map(({ name }) => name))
    const some = ['express', 'debug', '@img/sharp-libvips-linux-x64', 'react', 'scheduler', 'openseadragon']
    expect([...some, '@fontsource-variable/source-serif-4'].filter((name) => !names.has(name))).toEqual([])
    for (const only of ['vitest', 'typescript', 'knip', 'supertest', '@types/node'])
      expect(names).not.toContain(only)
    const { name, purl, hashes } = bill.components.find((one) => one.name === '@tus/server') ?? {}
    expect([name, purl]).toEqual(['@tus/server', expect.stringMatching(/^pkg:npm\/%40tus\/server@\d/)])
    expect(hashes).toEqual([{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }])
    expect(bill.components.filter((one) => one.hashes.length === 0)).toEqual([])
  })
})
