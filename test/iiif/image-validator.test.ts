import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, nobody, problem, type Served } from '../api/client.ts'
import { chance } from '../support/text-page.ts'

// What the official validator of the Image API asks (https://iiif.io/api/image/validator/), on its own kind of image:
// 1000 × 1000 pixels of 10 × 10 squares, each in a colour of its own.
const side = 100
const random = chance(20)
const colours = Array.from({ length: 10 }, () =>
  Array.from({ length: 10 }, () => [0, 1, 2].map(() => Math.floor(random() * 256))),
)

function squares(): Promise<Buffer> {
  const data = Buffer.alloc(1000 * 1000 * 3)
  for (let y = 0; y < 1000; y++)
    for (let x = 0; x < 1000; x++)
      data.set(colours[Math.floor(x / side)]?.[Math.floor(y / side)] ?? [], (y * 1000 + x) * 3)
  return sharp(data, { raw: { width: 1000, height: 1000, channels: 3 } })
    .png()
    .toBuffer()
}

let it: Served
let base = ''

beforeAll(async () => {
  it = await aServedArchive()
  const added = await it.upload({ title: 'Squares' }, [{ name: 'squares.png', bytes: await squares() }])
  await it.idle()
  const pages = await it.get(`/documents/${added.body.id}/pages`)
  base = `/iiif/image/3/${pages.body.items[0].id}`
})
afterAll(() => it.close())

const get = (path: string, headers = {}) => it.get(`${base}${path}`, { ...nobody, ...headers })

async function pixels(path: string) {
  const reply = await get(path).buffer(true)
  expect(reply.status, `${path} ${reply.text ?? ''}`).toBe(200)
  const image = sharp(reply.body).toColourspace('srgb')
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  /** The mean colour of a square around a place. */
  const at = (x: number, y: number, reach = 3) => {
    const sum = [0, 0, 0]
    let count = 0
    for (let v = Math.max(0, y - reach); v <= Math.min(info.height - 1, y + reach); v++)
      for (let u = Math.max(0, x - reach); u <= Math.min(info.width - 1, x + reach); u++, count++)
        for (let c = 0; c < 3; c++)
          sum[c] =
            (sum[c] ?? 0) + (data[(Math.floor(v) * info.width + Math.floor(u)) * info.channels + c] ?? 0)
    return sum.map((value) => value / count)
  }
  return { width: info.width, height: info.height, at, type: reply.headers['content-type'], reply }
}

/** Expects the colour of the square in this column and row, as the validator does: within a few shades. */
function expectSquare(seen: readonly number[], column: number, row: number, why: string) {
  const truth = colours[column]?.[row] ?? []
  const off = Math.max(...seen.map((value, channel) => Math.abs(value - (truth[channel] ?? 0))))
  expect(off, `${why}: ${seen.map(Math.round)} is not ${truth}`).toBeLessThanOrEqual(10)
}

describe('information', () => {
  test('is led to from the base address (baseurl_redirect)', async () => {
    const reply = await get('').redirects(0)
    expect(reply.status).toBe(303)
    expect(reply.headers.location).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+${base}/info\\.json$`))
  })

  test('has what the standard demands (info_json, id_basic)', async () => {
    const { body, headers, status } = await get('/info.json')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      '@context': 'http://iiif.io/api/image/3/context.json',
      id: expect.stringMatching(new RegExp(`^http://127\\.0\\.0\\.1:\\d+${base}$`)),
      type: 'ImageService3',
      protocol: 'http://iiif.io/api/image',
      profile: 'level2',
      ...{ width: 1000, height: 1000 },
      sizes: [
        { width: 500, height: 500 },
        { width: 1000, height: 1000 },
      ],
      tiles: [{ width: 512, height: 512, scaleFactors: [1, 2] }],
    })
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['content-type']).toMatch(/^application\/json/)
    expect(headers.link).toBe('<http://iiif.io/api/image/3/level2.json>;rel="profile"')
  })

  test('comes as JSON-LD to who asks for it (jsonld)', async () => {
    const { headers, body, text } = await get('/info.json', { Accept: 'application/ld+json' })
    expect(headers['content-type']).toBe(
      'application/ld+json;profile="http://iiif.io/api/image/3/context.json"',
    )
    expect(JSON.parse(text ?? JSON.stringify(body)).type).toBe('ImageService3')
  })
})

describe('regions', () => {
  test('in pixels show the squares that lie there (region_pixels)', async () => {
    for (const [column, row] of [
      [0, 0],
      [3, 7],
      [9, 9],
      [5, 1],
    ] as const) {
      const image = await pixels(`/${column * side},${row * side},${side},${side}/max/0/default.jpg`)
      expect([image.width, image.height]).toEqual([100, 100])
      expectSquare(image.at(50, 50), column, row, 'region')
    }
  })

  test('in percent show them, too (region_percent)', async () => {
    for (const [column, row] of [
      [0, 0],
      [4, 6],
      [9, 2],
    ] as const) {
      const image = await pixels(`/pct:${column * 10 + 1},${row * 10 + 1},8.0,8/max/0/default.jpg`)
      expect([image.width, image.height]).toEqual([80, 80])
      expectSquare(image.at(40, 40), column, row, 'percent')
    }
  })

  test('are all of it, or the square in its middle (region_square)', async () => {
    for (const region of ['full', 'square']) {
      const image = await pixels(`/${region}/max/0/default.jpg`)
      expect([image.width, image.height]).toEqual([1000, 1000])
      expectSquare(image.at(350, 750), 3, 7, region)
    }
  })

  test('are cut off at the edge of the image', async () => {
    const image = await pixels('/900,900,500,300/max/0/default.jpg')
    expect([image.width, image.height]).toEqual([100, 100])
    expectSquare(image.at(50, 50), 9, 9, 'edge')
  })
})

describe('sizes', () => {
  test.each([
    ['500,', 500, 500],
    [',250', 250, 250],
    ['pct:60', 600, 600],
    ['300,200', 300, 200],
    ['!400,150', 150, 150],
    ['!5000,1500', 1000, 1000],
    ['^1200,', 1200, 1200],
    ['^,1100', 1100, 1100],
    ['^pct:150', 1500, 1500],
    ['^!1300,2000', 1300, 1300],
    ['^600,1400', 600, 1400],
    ['1,', 1, 1],
    ['max', 1000, 1000],
  ])(
    '%s is honoured (size_wc, size_ch, size_percent, size_wh, size_bwh, size_up)',
    async (size, width, height) => {
      const image = await pixels(`/full/${size}/0/default.jpg`)
      expect([image.width, image.height]).toEqual([width, height])
      if (width < 100) return
      for (const [column, row] of [
        [0, 0],
        [6, 3],
        [9, 9],
      ] as const) {
        const [x, y] = [((column + 0.5) * width) / 10, ((row + 0.5) * height) / 10]
        expectSquare(image.at(x, y, 2), column, row, size)
      }
    },
  )

  test('apply to a region (size_region)', async () => {
    const image = await pixels('/200,300,300,300/90,/0/default.jpg')
    expect([image.width, image.height]).toEqual([90, 90])
    for (const [column, row] of [
      [0, 0],
      [2, 1],
    ] as const)
      expectSquare(image.at(column * 30 + 15, row * 30 + 15), column + 2, row + 3, 'size of region')
  })
})

describe('rotations', () => {
  // Where the square of the upper left corner goes, turned clockwise.
  test.each([
    ['0', 0, 0],
    ['90', 9, 0],
    ['180', 9, 9],
    ['270', 0, 9],
    ['360', 0, 0],
    ['!0', 9, 0],
    ['!90', 9, 9],
    ['!180', 0, 9],
    ['!270', 0, 0],
  ])('%s turns it (rot_full_basic, rot_mirror)', async (rotation, column, row) => {
    const image = await pixels(`/full/500,/${rotation}/default.jpg`)
    expect([image.width, image.height]).toEqual([500, 500])
    expectSquare(image.at(column * 50 + 25, row * 50 + 25), 0, 0, rotation)
  })

  test('of any degree grow the picture, white or clear at its corners (rot_full_non90)', async () => {
    const turned = await pixels('/full/500,/22.5/default.jpg')
    expect(turned.width).toBeGreaterThan(600)
    expect(turned.at(2, 2, 1).map(Math.round)).toEqual([255, 255, 255])
    const clear = await get('/full/500,/45/default.png')
    const { data } = await sharp(clear.body).raw().toBuffer({ resolveWithObject: true })
    expect(data[3]).toBe(0)
  })

  test('apply to a region (rot_region_basic)', async () => {
    const image = await pixels('/400,200,100,300/max/90/default.jpg')
    expect([image.width, image.height]).toEqual([300, 100])
    for (const row of [0, 1, 2]) expectSquare(image.at(250 - row * 100, 50), 4, 2 + row, 'turned region')
  })
})

describe('qualities and formats', () => {
  test.each([
    ['jpg', 'image/jpeg', 'jpeg'],
    ['png', 'image/png', 'png'],
    ['webp', 'image/webp', 'webp'],
    ['tif', 'image/tiff', 'tiff'],
    ['gif', 'image/gif', 'gif'],
  ])('%s is what it says (format_*)', async (extension, mediaType, format) => {
    const { type, reply } = await pixels(`/full/400,/0/default.${extension}`)
    expect(type).toBe(mediaType)
    expect((await sharp(reply.body).metadata()).format).toBe(format)
  })

  test('color is the image, gray has no colours, bitonal only two (quality_color, _grey, _bitonal)', async () => {
    expectSquare((await pixels('/full/500,/0/color.png')).at(75, 125), 1, 2, 'color')
    const gray = await pixels('/full/500,/0/gray.png')
    const [red = 0, green = 0, blue = 0] = gray.at(75, 125)
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(2)
    const { data } = await sharp((await pixels('/full/100,/0/bitonal.png')).reply.body)
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([...new Set(data)].toSorted((a, b) => a - b)).toEqual([0, 255])
  })
})

describe('requests', () => {
  test.each([
    ['regions (region_error_random)', ['/1,2,3/max/0/', '/a/max/0/', '/pct:1,2/max/0/', '/0,0,0,10/max/0/']],
    ['regions outside', ['/1000,0,10,10/max/0/', '/0,4000,10,10/max/0/', '/-1,0,10,10/max/0/']],
    [
      'sizes (size_error_random)',
      ['/full/full/0/', '/full/,/0/', '/full/0,/0/', '/full/abc/0/', '/full/!5,/0/'],
    ],
    ['sizes that grow without ^ (size_noup)', ['/full/1200,/0/', '/full/pct:101/0/', '/0,0,50,50/60,40/0/']],
    ['sizes beyond what is given', ['/full/^20000,/0/', '/full/^9000,9000/0/']],
    [
      'rotations (rot_error_random)',
      ['/full/max/361/', '/full/max/-90/', '/full/max/a/', '/full/max/!/', '/full/max/1e2/'],
    ],
  ])('with wrong %s are refused', async (_, paths) => {
    for (const path of paths) problem(await get(`${path}default.jpg`), 400, 'invalid-input')
  })

  test('with wrong qualities and formats are refused (quality_error_random, format_error_random)', async () => {
    for (const file of [
      'grey.jpg',
      'native.jpg',
      'default.jpeg',
      'default.bmp',
      'default',
      'default.jpg.png',
    ])
      problem(await get(`/full/max/0/${file}`), 400, 'invalid-input')
  })

  test('for what is not there are 404 (id_error_random, id_error_unescaped)', async () => {
    for (const path of ['/iiif/image/3/none/info.json', '/iiif/image/3/none/full/max/0/default.jpg'])
      problem(await it.get(path, nobody), 404, 'not-found')
    problem(await get('/full/max/0/'), 404, 'not-found')
    problem(await get('/full/max/0/default.jpg/more'), 404, 'not-found')
  })

  test('may be escaped (id_escaped)', async () => {
    expect((await get('/full/%5E1100,/0/default.jpg')).status).toBe(200)
    expect((await get('/pct%3A10%2C10%2C10%2C10/max/%210/default.jpg')).status).toBe(200)
  })

  test('are told their canonical form and the level (linkheader_canonical, linkheader_profile)', async () => {
    const id = (await get('/info.json')).body.id
    for (const [asked, canonical] of [
      ['/pct:0,0,100,100/pct:100/000.0/default.jpg', '/full/max/0/default.jpg'],
      ['/0,0,100,100/50,/!90.50/gray.png', '/0,0,100,100/50,50/!90.5/gray.png'],
      ['/full/^1200,/0/default.jpg', '/full/^1200,1200/0/default.jpg'],
      ['/square/!300,400/0/default.webp', '/full/300,300/0/default.webp'],
    ]) {
      const { link } = (await get(asked ?? '')).headers
      expect(link).toBe(
        `<${id}${canonical}>;rel="canonical", <http://iiif.io/api/image/3/level2.json>;rel="profile"`,
      )
    }
  })
})
