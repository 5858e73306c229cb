import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  declaration,
  faultOfDeclaration,
  isWithin,
  manifestLine,
  readInfo,
  readManifestLine,
  writeInfo,
} from '../../../src/domain/bag/bagit.ts'
import { originalOfPath, originalPath, recordOfPath, recordsPath } from '../../../src/domain/bag/layout.ts'

const digest = 'ab'.repeat(32)

test('a path is written into a manifest and read again, whatever is in it; CR, LF and % alone are encoded', () => {
  expect(manifestLine(digest, 'data/100 %\r\nü.txt')).toBe(`${digest}  data/100 %25%0D%0Aü.txt`)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
      const line = manifestLine(digest, `data/${name}`)
      return !/[\r\n]/.test(line) && readManifestLine(line)?.path === `data/${name}`
    }),
  )
})

test('lines of other programs are read: tabs, upper case, the asterisk of md5sum, small escapes', () => {
  expect(readManifestLine(`ABCDEF\tdata/a b`)).toEqual({ digest: 'abcdef', path: 'data/a b' })
  expect(readManifestLine(`abcdef *./data/a%0ab%2F`)).toEqual({ digest: 'abcdef', path: 'data/a\nb%2F' })
  for (const line of ['', 'abcdef', 'data/a abcdef', 'xyz data/a']) expect(readManifestLine(line)).toBeNull()
})

test('a path that leads out of its bag is known', () => {
  for (const path of ['data/a', 'data/a b/c.d', 'data/..a', 'data/a..', 'data/ü'])
    expect([path, isWithin(path)]).toEqual([path, true])
  for (const path of ['/etc/passwd', '../a', 'data/../../a', 'data/./a', 'data//a', 'data/', '~/a', 'C:/a'])
    expect([path, isWithin(path)]).toEqual([path, false])
  for (const path of ['data\\a', 'data/a\0']) expect(isWithin(path)).toBe(false)
})

test('a declaration says a version that is known, and UTF-8', () => {
  expect(faultOfDeclaration(declaration)).toBeNull()
  expect(faultOfDeclaration('BagIt-Version: 0.97\r\nTag-File-Character-Encoding: utf-8\r\n')).toBeNull()
  const other = (version: string, encoding: string) =>
    faultOfDeclaration(`BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`)
  expect(other('2.0', 'UTF-8')).toContain('version 2.0')
  expect(other('1.0', 'UTF-16')).toContain('UTF-16')
  expect(faultOfDeclaration(`\uFEFF${declaration}`)).not.toBeNull()
  expect(faultOfDeclaration(`${declaration}More: of it\n`)).not.toBeNull()
})

test('what is said of a bag stands in a line each, and is read over several', () => {
  const text = writeInfo([
    ['External-Description', 'A paper\r\nPayload-Oxum: 0.0'],
    ['External-Identifier', null],
  ])
  expect(text).toBe('External-Description: A paper Payload-Oxum: 0.0\n')
  expect(readInfo('Contact-Name: Ada\n  of the\n\tarchive\r\nPayload-Oxum: 1.1\n')).toEqual(
    new Map([
      ['contact-name', 'Ada of the archive'],
      ['payload-oxum', '1.1'],
    ]),
  )
})

test('originals and records have names that are safe on every file system', () => {
  expect(originalPath(digest, 'Order № 3.PDF')).toBe(`data/originals/${digest}.pdf`)
  for (const name of ['con', 'a.tar/../x', 'a.', 'a.<b>'])
    expect(originalPath(digest, name)).toMatch(/[0-9a-f]$/)
  expect(originalOfPath(originalPath(digest, 'a.txt'))).toBe(digest)
  expect(originalOfPath(`data/originals/../${digest}`)).toBeNull()
  expect(recordOfPath(recordsPath('claim'))).toBe('claim')
})
