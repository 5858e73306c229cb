import { expect, test } from 'vitest'
import { extracted as extract, placedIn } from './extracting.ts'

const extracted = async (...file: Parameters<typeof extract>) => placedIn(await extract(...file))

const pageXml = (
  page: string,
  attributes = 'imageFilename="0001_scan.jpg" imageWidth="1000" imageHeight="1400"',
) =>
  `<?xml version="1.0" encoding="UTF-8"?><PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Metadata/><Page ${attributes}>${page}</Page></PcGts>`
const equiv = (text: string, attributes = '') =>
  `<TextEquiv ${attributes}><Unicode>${text}</Unicode></TextEquiv>`
const coords = (points: string) => `<Coords points="${points}"/>`

test('regions come in their reading order, words with the box around their outline', async () => {
  const word = (text: string, points: string) => `<Word>${coords(points)}${equiv(text, 'conf="0.9"')}</Word>`
  const read = await extracted(
    '0001_scan.xml',
    pageXml(`<ReadingOrder><OrderedGroup><RegionRefIndexed index="1" regionRef="r1"/><RegionRefIndexed index="0" regionRef="r2"/></OrderedGroup></ReadingOrder>
      <TextRegion id="r1">${coords('0,300 500,300 500,400 0,400')}<TextLine>${coords('0,300 500,340')}${word('second', '10,300 90,305 95,340 12,338')}${equiv('not this')}</TextLine></TextRegion>
      <TextRegion id="r2"><TextLine>${coords('100,100 200,100 200,140 100,140')}${equiv('draft', 'index="1"')}${equiv('top se', 'index="0" conf="0.5"')}</TextLine>
        <TextRegion id="r3">${coords('0,500 100,500 100,600 0,600')}${equiv('two\nlines')}</TextRegion></TextRegion>`),
  )
  expect(read.pages).toMatchObject([
    {
      width: 1000,
      height: 1400,
      content: 'top se\n\nsecond\n\ntwo\nlines',
      refers: { image: '0001_scan.jpg', number: null },
      placed: {
        words: [
          { box: [100, 100, 50, 40], confidence: 50 },
          { box: [expect.closeTo(166.7, 0), 100, expect.closeTo(33.3, 0), 40], confidence: 50 },
          { box: [10, 300, 85, 40], confidence: 90 },
          { box: [0, 500, 100, 50], confidence: null },
          { box: [0, 550, 100, 50], confidence: null },
        ],
      },
    },
  ])
})

test('outlines as points, the text of a line where words have none, and a page without text are read', async () => {
  const read = await extracted(
    'old.xml',
    pageXml(
      `<TextRegion><TextLine><Coords><Point x="10" y="20"/><Point x="30" y="60"/></Coords><Word/>${equiv('line')}</TextLine></TextRegion>`,
    ),
  )
  expect(read.pages[0]).toMatchObject({ content: 'line', placed: { words: [{ box: [10, 20, 20, 40] }] } })
  expect((await extracted('b.xml', pageXml('', ''))).pages).toMatchObject([{ content: '', width: null }])
})

test('the cells of a table are read, as Transkribus writes them and as regions', async () => {
  const cell = (row: number, col: number, text: string) =>
    `<TableCell id="c${row}${col}" row="${row}" col="${col}">${coords('0,0 9,0 9,9')}<TextLine>${coords('1,1 90,1 90,40')}${equiv(text)}</TextLine></TableCell>`
  const region = `<TextRegion id="t"><TextLine>${coords('1,50 90,50 90,90')}${equiv('a region')}</TextLine></TextRegion>`
  const read = await extracted(
    'list.xml',
    pageXml(
      `<ReadingOrder><OrderedGroup><RegionRefIndexed index="0" regionRef="r1"/></OrderedGroup></ReadingOrder>
      <TableRegion id="r1">${coords('0,0 900,0 900,900')}${cell(0, 0, 'Surname')}${cell(0, 1, 'Year')}${region}</TableRegion>`,
    ),
  )
  expect(read.pages).toMatchObject([
    { content: 'Surname\n\nYear\n\na region', placed: { words: [{ box: [1, 1, 89, 39] }, {}, {}, {}] } },
  ])
})
