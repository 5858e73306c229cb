import { expect, test } from 'vitest'
import { extracted } from './extracting.ts'

const tei = (text: string, before = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Not this</title></titleStmt></fileDesc></teiHeader>${before}<text><body>${text}</body></text></TEI>`
const pages = async (xml: string) => (await extracted('delo.xml', xml)).pages

test('page breaks part the text, name its pages and lead to their images', async () => {
  const facsimile = `<facsimile><surface xml:id="s2"><graphic url="scans/p002.jpg"/><zone xml:id="z9"/></surface></facsimile>`
  const read = await pages(
    tei(
      '<pb n="12" facs="p001.jpg"/><p>recto</p><pb n="12v" facs="#s2"/><p>verso <pb facs="#z9"/>goes on</p><pb n="13"/>',
      facsimile,
    ),
  )
  expect(read.map(({ label, refers, content }) => [label, refers?.image ?? null, content])).toEqual([
    ['12', 'p001.jpg', 'recto'],
    ['12v', 'scans/p002.jpg', 'verso'],
    [null, 'scans/p002.jpg', 'goes on'],
    ['13', null, ''],
  ])
})

test('the text is what the page bears, in its lines; editorial signs are plain; notes stand at the end of the page', async () => {
  const [page] = await pages(
    tei(`<head>Serov
        Instructions</head><p>Secretly,<lb/>quietly <del>and</del> <add>&amp;</add> speedi<lb break="no"/>ly.<note place="foot">So in <hi>all</hi> copies</note></p>
      <lg><l>one</l><l>two</l></lg><p><gap reason="illegible"/> <unclear>kg</unclear> <supplied>per</supplied> family</p>`),
  )
  expect(page?.content).toBe(
    'Serov Instructions\n\nSecretly,\nquietly ⟦and⟧ & speedi-\nly.\n\none\n\ntwo\n\n[…] kg [per] family\n\nSo in all copies',
  )
  expect(page?.words).toContain('speedily')
})

test('of choices the original is read and abbreviations expanded, and that is said', async () => {
  const read = await extracted(
    'delo.xml',
    tei(`<p><choice><corr>receive</corr><sic>recieve</sic></choice> <choice><orig>olde</orig><reg>old</reg></choice>
      <choice><abbr>Nr.</abbr><expan>N<ex>umme</ex>r</expan></choice></p>`),
  )
  expect(read.pages[0]?.content).toBe('recieve olde Nummer')
  expect(read.start?.assumed).toContain('where it offers a choice')
  expect((await extracted('a.xml', tei('<p>plain</p>'))).start?.assumed).toBeNull()
})

test('a source document is read by its surfaces', async () => {
  const source = `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><sourceDoc><surface n="1"><graphic url="a.jpg"/><zone><line>first</line><line>second</line></zone></surface><surface n="2"><line>third</line></surface></sourceDoc></TEI>`
  expect(
    (await pages(source)).map(({ label, refers, content }) => [label, refers?.image ?? null, content]),
  ).toEqual([
    ['1', 'a.jpg', 'first\n\nsecond'],
    ['2', null, 'third'],
  ])
})
