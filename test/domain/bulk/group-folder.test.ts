import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Grouping, groupFolder } from '../../../src/domain/bulk/group-folder.ts'
import { isLitter, kindByName } from '../../../src/domain/bulk/kind-of-file.ts'

function grouped(paths: readonly string[], grouping: Grouping = 'folder', folder = 'letters') {
  const files = paths.map((name) => ({
    path: `${folder}/${name}`,
    kind: name.startsWith('volume') ? ('volume' as const) : (kindByName(name) ?? 'other'),
  }))
  const { documents, passedOver } = groupFolder({ folder, title: 'letters' }, files, grouping)
  const short = (path: string) => path.replace(`${folder}/`, '')
  const plain = documents.map(({ name, files }) => [
    name === `${folder}/` ? '*' : short(name),
    files.map(({ path, role }) => (role === 'scan' ? short(path) : `${short(path)} (${role})`)),
  ])
  return { documents: Object.fromEntries(plain), passedOver: passedOver.map(({ path }) => short(path)) }
}

describe('a folder', () => {
  test('of images is one document with its pages as people count', () => {
    expect(grouped(['p10.jpg', 'p2.JPG', 'p1.png', 'P3.tif'])).toEqual({
      documents: { '*': ['p1.png', 'p2.JPG', 'P3.tif', 'p10.jpg'] },
      passedOver: [],
    })
  })

  test('gives each PDF, each TIFF of several pages, each text and anything else a document', () => {
    expect(grouped(['b.pdf', 'a.txt', 'volume.tif', 'c.zip', 'd.xyz']).documents).toEqual({
      'a.txt': ['a.txt (transcription)'],
      'b.pdf': ['b.pdf'],
      'c.zip': ['c.zip'],
      'd.xyz': ['d.xyz'],
      'volume.tif': ['volume.tif'],
    })
  })

  test('joins transcriptions to what has the same base name, the same name, or the folder’s', () => {
    expect(
      grouped(['p1.jpg', 'P1.TXT', 'p2.jpg', 'p2.jpg.xml', 'letters.docx', 'x.pdf', 'x.html', 'y.txt']),
    ).toEqual({
      documents: {
        '*': [
          'p1.jpg',
          'p2.jpg',
          'letters.docx (transcription)',
          'P1.TXT (transcription)',
          'p2.jpg.xml (transcription)',
        ],
        'x.pdf': ['x.pdf', 'x.html (transcription)'],
        'y.txt': ['y.txt (transcription)'],
      },
      passedOver: [],
    })
  })

  test('joins texts whose format stands before their extension, as exports of this archive have it', () => {
    const files = ['p1.jpg', 'p1.alto.xml', 'p2.jpg', 'p2.jpg.gt.txt', 'p2.alto.jpg', 'x.pdf', 'X.hocr.html']
    expect(grouped(files).documents).toEqual({
      '*': [
        'p1.jpg',
        'p2.jpg',
        'p2.alto.jpg',
        'p1.alto.xml (transcription)',
        'p2.jpg.gt.txt (transcription)',
      ],
      'x.pdf': ['x.pdf', 'X.hocr.html (transcription)'],
    })
    expect(grouped(['p1.alto.xml', 'p1.txt']).documents).toEqual({
      'p1.txt': ['p1.txt (transcription)', 'p1.alto.xml (transcription)'],
    })
  })

  test('takes composed and decomposed names as the same', () => {
    const [composed, decomposed] = ['Žemė.pdf', 'Žemė.txt'.normalize('NFD')]
    expect(Object.values(grouped([composed, decomposed]).documents)).toEqual([
      [composed, `${decomposed} (transcription)`],
    ])
  })

  test('takes what JSON says for the document of that name, or for the only one', () => {
    expect(grouped(['x.pdf', 'x.json', 'p1.jpg', 'metadata.json', 'stray.json'])).toEqual({
      documents: { '*': ['p1.jpg', 'metadata.json (metadata)'], 'x.pdf': ['x.pdf', 'x.json (metadata)'] },
      passedOver: ['stray.json'],
    })
    expect(grouped(['x.pdf', 'metadata.json', 'x.json'])).toEqual({
      documents: { 'x.pdf': ['x.pdf', 'metadata.json (metadata)'] },
      passedOver: ['x.json'],
    })
    expect(grouped(['x.pdf', 'y.pdf', 'metadata.json']).passedOver).toEqual(['metadata.json'])
  })

  test('can be taken file by file, sidecars still beside theirs', () => {
    expect(grouped(['p1.jpg', 'p1.txt', 'p2.jpg'], 'file').documents).toEqual({
      'p1.jpg': ['p1.jpg', 'p1.txt (transcription)'],
      'p2.jpg': ['p2.jpg'],
    })
  })

  test('loses no file and takes none twice, whatever the names', () => {
    const base = fc.constantFrom('a', 'A', 'p1', 'p01', 'metadata', 'letters', 'transcription', 'é', 'é')
    const name = fc
      .tuple(base, fc.constantFrom('.jpg', '.tif', '.pdf', '.txt', '.xml', '.json', '.zip', '', '.jpg.txt'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { maxLength: 30 }),
        fc.constantFrom<Grouping>('folder', 'file'),
        (names, grouping) => {
          const files = names.map((path) => ({ path, kind: kindByName(path) ?? ('other' as const) }))
          const result = groupFolder({ folder: '', title: 'letters' }, files, grouping)
          const taken = result.documents.flatMap((document) => document.files.map(({ path }) => path))
          const over = result.passedOver.map(({ path }) => path)
          expect([...taken, ...over].toSorted()).toEqual(names.toSorted())
          expect(new Set(result.documents.map((document) => document.name)).size).toBe(
            result.documents.length,
          )
          for (const { files } of result.documents)
            expect(files.some(({ role }) => role !== 'metadata')).toBe(true)
        },
      ),
    )
  })

  test('of forty thousand images is grouped in a moment', () => {
    const files = Array.from({ length: 40_000 }, (_, at) => ({
      path: `f/p${at}.jpg`,
      kind: 'image' as const,
    }))
    const started = process.cpuUsage()
    const { documents } = groupFolder({ folder: 'f', title: 'f' }, files.toReversed(), 'folder')
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000)
    expect(documents[0]?.files.map(({ path }) => path)).toEqual(files.map(({ path }) => path))
  })
})

test('what systems leave in folders is no part of them', () => {
  const left = [
    '.DS_Store',
    '._p1.jpg',
    'Thumbs.db',
    '@eaDir',
    '#recycle',
    'Icon\r',
    '~$letter.docx',
    'Lost+Found',
  ]
  expect(left.filter((name) => !isLitter(name))).toEqual([])
  expect(['p1.jpg', '~p1.jpg', '@home.txt', 'icon', 'recycle'].filter(isLitter)).toEqual([])
})
