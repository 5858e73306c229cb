import { expect, test } from 'vitest'
import { sayEdtf } from '../../../src/web/dates/say-edtf.ts'

test('simple dates are said in words, and all others as they are written', () => {
  const said = {
    '1941-06-07': '7 June 1941',
    '1941-06': 'June 1941',
    '1954': '1954',
    '1941~': 'about 1941',
    '1941-02-03/1941-07-20': '3 February – 20 July 1941',
    '1954/..': 'since 1954',
    '[1941-02-03..1941-06-07]': 'some day between 3 February and 7 June 1941',
    '1940-12-31/1941-01': '31 December 1940 – January 1941',
    '1941/1941-02': '1941 – February 1941',
    '[..1939]': '1939 or earlier',
    'XXXX-06-07': 'XXXX-06-07',
    '1941-21': '1941-21',
    '1941-02-31': '1941-02-31',
    '': '',
  }
  for (const [edtf, words] of Object.entries(said)) expect(sayEdtf(edtf)).toBe(words)
})
