import { expect, test } from 'vitest'
import { extracted } from './extracting.ts'

const contents = async (text: string) =>
  (await extracted('note.md', text)).pages.map(({ label, content }) => [label, content])

test('Markdown is read without its signs, its lines and the numbers of its points kept', async () => {
  const text = `# Serov *Instructions*

**What it is.** A paper of [General Serov](https://example.org/serov),
undated &amp; unnumbered: 3 \\* 5, a_b_c, ~~Lithuania~~ \`sic\`.

3. Families
4. Their belongings

- clothes
- food

> Heads of families
> went elsewhere.

| Mark | Read as |
|---|---|
| receipt | June 7 |

<p class="note">A note &lt;in HTML&gt;</p>
<script>alert(1)</script>
`
  expect(await contents(text)).toEqual([
    [
      null,
      `Serov Instructions

What it is. A paper of General Serov,
undated & unnumbered: 3 * 5, a_b_c, Lithuania sic.

3. Families
4. Their belongings

clothes
food

Heads of families
went elsewhere.

Mark\tRead as
receipt\tJune 7

A note <in HTML>`,
    ],
  ])
})

test('its pages are those of plain text: form feeds, and lines that name a page', async () => {
  expect(await contents('[p. 12]\n*Dėl* iškeldinimo\n[p. 12v]\n# iš Lietuvos\f**last**')).toEqual([
    ['12', 'Dėl iškeldinimo'],
    ['12v', 'iš Lietuvos'],
    [null, 'last'],
  ])
  expect(await contents(' \n')).toEqual([[null, '']])
})

test('says by what it was read, and in which encoding where none was declared', async () => {
  const { start } = await extracted('a.md', 'text')
  expect(start).toMatchObject({
    layer: 'transcription',
    engine: expect.stringMatching(/^marked \d/),
    assumed: null,
  })
})

test('what is nested beyond measure, or costly to read, ends in a text or a sentence', {
  timeout: 60_000,
}, async () => {
  const hostile = [
    '>'.repeat(100_000),
    '['.repeat(50_000),
    '*a '.repeat(20_000),
    '- '.repeat(20_000),
    '`'.repeat(50_000),
    '|a'.repeat(20_000),
  ]
  for (const text of hostile) {
    const told = await contents(`${text}\n\nfound`).catch((error: Error) => error.message)
    if (typeof told === 'string') expect(told).toMatch(/^“note\.md” .*\.$/)
    else expect(told.at(-1)?.[1]).toContain('found')
  }
})
