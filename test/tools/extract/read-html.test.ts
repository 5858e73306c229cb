import { expect, test } from 'vitest'
import { encode, encodeUtf16 } from '../../support/encode.ts'
import { extracted } from './extracting.ts'

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`
const pages = async (html: string | Uint8Array) =>
  (await extracted('delo.html', html)).pages.map(({ label, content }) => [label, content])

test('the text that people read is kept, in lines and paragraphs; scripts, styles and titles are not', async () => {
  const body = `<h1>Serov  Instructions</h1><script>alert("x")</script><style>p{}</style>
    <p>Top <b>secret</b>,<br>in one copy</p><!-- not this --><ul><li>clothes</li><li>food &amp; kitchenware</li></ul>
    <table><tr><td>100</td><td>kg</td></tr></table><pre>a  b\n  c</pre>`
  expect(await pages(page(body, '<title>Not this</title>'))).toEqual([
    [
      null,
      'Serov Instructions\n\nTop secret,\nin one copy\n\nclothes\nfood & kitchenware\n\n100\tkg\n\na  b\n  c',
    ],
  ])
})

test('pages are broken by rules, roles, types, styles and markers, and named there', async () => {
  const body = `<p>one</p><hr class="page"><p>two</p><span role="doc-pagebreak" aria-label="Page 12v"></span><p>three</p>
    <span epub:type="pagebreak" title="13"/><p>four</p><p style="page-break-before: always">five</p>
    <p>[p. 14]</p><p>six</p>`
  expect(await pages(page(body))).toEqual([
    [null, 'one'],
    [null, 'two'],
    ['12v', 'three'],
    ['13', 'four'],
    [null, 'five'],
    ['14', 'six'],
  ])
})

test('what its encoding is, is told by its mark, by what it declares, or else by its letters', async () => {
  const russian = 'О порядке проведения операции по выселению'
  const declared = page(`<p>${russian}</p>`, '<meta charset="windows-1251">')
  expect(await pages(encode(declared, 'windows-1251'))).toEqual([[null, russian]])
  expect(await pages(encodeUtf16(`\ufeff${page(russian)}`, 'be'))).toEqual([[null, russian]])
  expect(await pages(encode(page(`<p>${russian}</p>`), 'koi8-r'))).toEqual([[null, russian]])
  const told = await extracted('a.html', page(russian, '<meta charset="windows-1252">'))
  expect(told.pages[0]?.content).toBe(russian)
  expect(told.start?.assumed).toBe('read as utf-8 (it says windows-1252, which its letters are not)')
  const lying = await extracted('a.html', encode(page(russian, '<meta charset="utf-8">'), 'windows-1251'))
  expect(lying.pages[0]?.content).toBe(russian)
  expect(lying.start?.assumed).toContain('read as windows-1251 (it says utf-8')
})

test('the points of ordered lists keep their numbers, in the order that they are given', async () => {
  const html = `<ol start="3"><li>Families</li><li><p>Their belongings:</p><ol type="a"><li>clothes</li><li>food</li></ol></li>
    <li value="9">Trains</li><li>Guards</li></ol><ol type="I"><li>A chapter</li></ol>`
  const { pages } = await extracted('order.html', html)
  expect(pages[0]?.content.split('\n').filter(Boolean)).toEqual([
    '3. Families',
    '4. Their belongings:',
    'a. clothes',
    'b. food',
    '9. Trains',
    '10. Guards',
    'A chapter',
  ])
})

test('broken and hostile HTML ends in a text or in a sentence', async () => {
  expect(await pages(page('<p>open<p>still <b>open'))).toEqual([[null, 'open\n\nstill open']])
  await expect(pages(page('<div>'.repeat(200_000)))).rejects.toThrow('more than 2,000 deep in each other')
  expect(await pages(page(`<p>${'x '.repeat(10)}</p>`.repeat(20_000)))).not.toEqual([])
})
