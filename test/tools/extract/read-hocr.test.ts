import { expect, test } from 'vitest'
import { extracted as extract, placedIn } from './extracting.ts'

const extracted = async (...file: Parameters<typeof extract>) => placedIn(await extract(...file))

const hocr = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><meta name='ocr-system' content='tesseract 5.5'/></head>
<body>${body}</body></html>`

test('words come with their boxes and sureness, paragraphs and lines as they stand, each page with its image', async () => {
  const read = await extracted(
    'p001.html',
    hocr(`<div class='ocr_page' id='page_1' title='image "scans/p001.tif"; bbox 0 0 1000 1400; ppageno 4'>
      <div class='ocr_carea' title="bbox 100 100 900 300"><p class='ocr_par' lang='en' title="bbox 100 100 900 200">
        <span class='ocr_line' title="bbox 100 100 500 140; baseline 0 -3">
          <span class='ocrx_word' title='bbox 100 100 200 140; x_wconf 96'>Top</span>
          <span class='ocrx_word' title='bbox 210 100 400 140; x_wconf 71'><strong>secret</strong></span></span>
        <span class='ocr_line' title="bbox 100 150 500 190"><span class='ocrx_word' title='bbox 100 150 300 190'>&amp;</span></span></p>
      <p class='ocr_par'><span class='ocr_line' title="bbox 100 260 200 300">in one</span></p></div></div>`),
  )
  expect(read.pages).toMatchObject([
    {
      width: 1000,
      height: 1400,
      content: 'Top secret\n&\n\nin one',
      refers: { image: 'scans/p001.tif', number: 5 },
      placed: {
        frame: { width: 1000, height: 1400 },
        words: [
          { start: 0, end: 3, box: [100, 100, 100, 40], confidence: 96 },
          { start: 4, end: 10, box: [210, 100, 190, 40], confidence: 71 },
          { start: 11, end: 12, box: [100, 150, 200, 40], confidence: null },
          { start: 14, end: 16, box: [100, 260, expect.closeTo(33.3, 0), 40], confidence: null },
          { start: 17, end: 20, box: [150, 260, 50, 40], confidence: null },
        ],
      },
    },
  ])
})

test('each ocr_page is a page; one without words is blank; HTML as browsers take it will do', async () => {
  const read = await extracted(
    'book.hocr',
    `<div class="ocr_page" title="bbox 0 0 10 10"><span class=ocrx_word title="bbox 1 1 5 5">one</div>
     <div class="ocr_page" title="bbox 0 0 10 10"></div>
     <div class="ocr_page" title="x"><span class="ocr_line">no <i>places</i></span></div>`,
  )
  expect(read.pages.map(({ content, placed }) => [content, placed?.words.length ?? null])).toEqual([
    ['one', 1],
    ['', null],
    ['no places', null],
  ])
})
