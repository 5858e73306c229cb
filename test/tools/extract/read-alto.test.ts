import { expect, test } from 'vitest'
import { encodeUtf16 } from '../../support/encode.ts'
import { extracted as extract, placedIn } from './extracting.ts'

const extracted = async (...file: Parameters<typeof extract>) => placedIn(await extract(...file))

const alto = (layout: string, { unit = 'pixel', version = 'ns-v4#', prefix = '' } = {}) => {
  const p = prefix && `${prefix}:`
  return `<?xml version="1.0" encoding="UTF-8"?><${p}alto xmlns${prefix && `:${prefix}`}="http://www.loc.gov/standards/alto/${version}">
<${p}Description><${p}MeasurementUnit>${unit}</${p}MeasurementUnit><${p}sourceImageInformation><${p}fileName>p001.tif</${p}fileName></${p}sourceImageInformation></${p}Description>
<${p}Layout>${layout}</${p}Layout></${p}alto>`
}
const block = (lines: string) =>
  `<TextBlock ID="b" HPOS="10" VPOS="10" WIDTH="80" HEIGHT="80">${lines}</TextBlock>`

test('words come with their boxes and sureness, in the frame of the page, whatever the unit', async () => {
  const read = await extracted(
    'p001.xml',
    alto(
      `<Page ID="p" PHYSICAL_IMG_NR="3" PRINTED_IMG_NR="12v" WIDTH="2100" HEIGHT="2970"><TopMargin/><PrintSpace><ComposedBlock>${block(
        `<TextLine><String CONTENT="Top" HPOS="100" VPOS="100" WIDTH="90" HEIGHT="40" WC="0.96"/><SP/><String CONTENT="secret" HPOS="200" VPOS="100" WIDTH="150.5" HEIGHT="40"/></TextLine>`,
      )}</ComposedBlock>${block('<TextLine><String CONTENT="no place"/></TextLine>')}</PrintSpace></Page>`,
      { unit: 'mm10', version: 'ns-v2#' },
    ),
  )
  expect(read.start).toMatchObject({
    layer: 'transcription',
    engine: expect.stringMatching(/^saxes 6/),
    assumed: null,
  })
  expect(read.pages).toMatchObject([
    {
      label: '12v',
      width: 2100,
      height: 2970,
      content: 'Top secret\n\nno place',
      refers: { image: 'p001.tif', number: null },
      placed: {
        frame: { width: 2100, height: 2970 },
        words: [
          { start: 0, end: 3, box: [100, 100, 90, 40], confidence: 96 },
          { start: 4, end: 10, box: [200, 100, 151, 40], confidence: null },
        ],
      },
    },
  ])
})

test('a word parted at a line end stands as on the page and is found as a whole', async () => {
  const line = (content: string) => `<TextLine>${content}</TextLine>`
  const parted = (first: string, hyphen: string, second: string) =>
    line(
      `<String CONTENT="${first}" SUBS_TYPE="HypPart1" SUBS_CONTENT="${first}${second}" HPOS="10" VPOS="10" WIDTH="50" HEIGHT="10"/>${hyphen}`,
    ) +
    line(
      `<String CONTENT="${second}" SUBS_TYPE="HypPart2" SUBS_CONTENT="${first}${second}" HPOS="10" VPOS="30" WIDTH="40" HEIGHT="10"/>`,
    )
  const lines = [
    parted('depor', '<HYP CONTENT="-" HPOS="60" VPOS="10" WIDTH="5" HEIGHT="10"/>', 'tation'),
    parted('instruc', '<HYP CONTENT="&#xAD;"/>', 'tions'),
    parted('settle', '', 'ments'),
  ].join('')
  const read = await extracted(
    'a.xml',
    alto(`<Page WIDTH="100" HEIGHT="100"><PrintSpace>${block(lines)}</PrintSpace></Page>`),
  )
  expect(read.pages[0]?.content).toBe('depor-\ntation\ninstruc-\ntions\nsettle-\nments')
  expect(read.pages[0]?.words).toBe('deportation instructions settlements')
  expect(read.pages[0]?.placed?.words[0]).toMatchObject({ start: 0, end: 6, box: [10, 10, 55, 10] })
})

test('several pages of one file are told apart by their numbers; prefixes and UTF-16 are understood', async () => {
  const layout = '<a:Page PHYSICAL_IMG_NR="7" WIDTH="10" HEIGHT="10"/><a:Page PHYSICAL_IMG_NR="8"/>'
  const text = alto(layout, { prefix: 'a' }).replace('UTF-8', 'UTF-16')
  const read = await extracted('book.xml', encodeUtf16(`\ufeff${text}`, 'le'))
  expect(read.pages).toMatchObject([
    { content: '', width: 10, refers: { image: 'p001.tif', number: 7 } },
    { content: '', width: null, refers: { image: 'p001.tif', number: 8 } },
  ])
})

test('entities, elements too deep and XML cut short are refused in a sentence', async () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE alto [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><alto><Layout>&lol2;</Layout></alto>`
  await expect(extracted('a.xml', laughs)).rejects.toThrow(
    '“a.xml” declares entities of its own, which are not read',
  )
  const outside = `<?xml version="1.0"?><!DOCTYPE alto [<!ENTITY x SYSTEM "file:///etc/passwd">]><alto>&x;</alto>`
  await expect(extracted('a.xml', outside)).rejects.toThrow('declares entities of its own')
  const deep = alto('<ComposedBlock>'.repeat(200_000) + '</ComposedBlock>'.repeat(200_000))
  await expect(extracted('a.xml', deep)).rejects.toThrow('more than 1,000 deep in each other; export it anew')
  await expect(extracted('a.xml', alto('<Page/>').slice(0, -30))).rejects.toThrow(
    /is not well-formed XML \(.+\)/,
  )
  await expect(extracted('a.xml', alto('<Page/>&nbsp;'))).rejects.toThrow(/is not well-formed XML \(line \d+/)
})
