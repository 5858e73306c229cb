import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, type Served } from './client.ts'

describe('dates in plain words', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive()
  })
  afterAll(() => it.close())

  const read = async (text: string, calendar = '') =>
    (await it.get(`/dates?text=${encodeURIComponent(text)}${calendar && `&calendar=${calendar}`}`)).body

  test('are read into EDTF and said back', async () => {
    expect(await read('between 3 Feb and 7 June 1941')).toEqual({
      text: 'between 3 Feb and 7 June 1941',
      edtf: '[1941-02-03..1941-06-07]',
      calendar: 'gregorian',
      earliest: '1941-02-03',
      latest: '1941-06-07',
      says: 'some day between 3 February and 7 June 1941',
      assumed: null,
      unsure: false,
      undated: false,
      problem: null,
    })
    expect(await read('ca. 1941')).toMatchObject({ edtf: '1941~', unsure: true, says: 'about 1941' })
    expect(await read('before June 1941')).toMatchObject({ earliest: null, latest: '1941-05-31' })
    expect(await read('7 June')).toMatchObject({ edtf: 'XXXX-06-07', says: '7 June of an unknown year' })
    expect(await read('7.6.1941')).toMatchObject({ assumed: 'read as day, month, year' })
    expect(await read('undated')).toMatchObject({ undated: true, edtf: null, problem: null })
  })

  test('in the calendar that they name, or that is named beside them', async () => {
    const oldStyle = { edtf: '1917-10-25', calendar: 'julian', earliest: '1917-11-07' }
    expect(await read('25 October 1917 O.S.')).toMatchObject(oldStyle)
    expect(await read('25 October 1917', 'julian')).toMatchObject({
      ...oldStyle,
      says: '25 October (7 November) 1917',
    })
    expect(await read('29 February 1900', 'julian')).toMatchObject({ edtf: '1900-02-29' })
    expect(await read('1900-02-29', 'julian')).toMatchObject({ edtf: '1900-02-29', latest: '1900-03-13' })
    expect(await read('7 November 1917 N.S.', 'julian')).toMatchObject({ calendar: 'gregorian' })
    expect((await read('29 February 1900')).problem).toContain('February 1900 has the days 01 to 28')
    expect(await read('1 March 1900 O.S.', 'unknown')).toMatchObject({ calendar: 'julian' })
  })

  test('that cannot be are explained', async () => {
    expect(await read('31 June')).toMatchObject({ edtf: null, says: null })
    expect((await read('31 June 1941')).problem).toContain('June 1941 has the days 01 to 30')
    expect((await read('6/7/1941')).problem).toContain('1941-07-06 or 1941-06-07')
    expect((await read('')).problem).toBe('The date is empty.')
    expect((await it.get(`/dates?text=${'x'.repeat(1001)}`)).status).toBe(400)
    expect((await it.get('/dates')).status).toBe(400)
  })
})
