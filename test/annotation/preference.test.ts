import fc from 'fast-check'
import { expect, test } from 'vitest'
import { preferredOf } from '../../src/annotation/preference.ts'

const minimal = 'http://www.w3.org/ns/ldp#PreferMinimalContainer'
const iris = 'http://www.w3.org/ns/oa#PreferContainedIRIs'
const whole = 'http://www.w3.org/ns/oa#PreferContainedDescriptions'

test('a preference is read as the protocol writes it, among others', () => {
  expect(preferredOf(`return=representation;include="${minimal}"`)).toBe('nothing')
  expect(preferredOf(`return=representation; include="${iris}"`)).toBe('addresses')
  expect(preferredOf(`respond-async, Return = representation ; include=${whole}, wait=10`)).toBe(
    'annotations',
  )
  expect(preferredOf(`return=representation;include="${minimal} ${iris}"`)).toBe('addresses')
  expect(preferredOf(`return=representation;include="${iris} ${whole}"`)).toBe('annotations')
})

test('what says nothing of a container is passed over', () => {
  for (const none of [
    undefined,
    '',
    'return=minimal',
    `return=minimal;include="${iris}"`,
    `return=representation;omit="${iris}"`,
    'return=representation;include="http://example.org/other"',
    `wait="return=representation;include=${iris}"`,
  ])
    expect(preferredOf(none)).toBeNull()
  fc.assert(fc.property(fc.string(), (header) => void preferredOf(header)))
})
