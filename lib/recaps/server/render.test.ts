import { expect, it } from 'vitest'
import { growingMarkdown } from '@/tests/factories/growing-markdown'
import { exportRecap } from './export'
import { recapHtml } from './render'

const recapOf = (text: string) => ({ text, photos: [], language: 'en' })
const tags = async (text: string) =>
  [
    ...(
      await recapHtml(recapOf(text), { photo: String, session: (number) => `https://hallway.example/${number}` })
    ).matchAll(/<(h[1-6])>([^<]*)/g),
  ].map(([, tag, title]) => `${tag} ${title}`)

it.each([
  ['as the drafts have them', '## A\n\n### B\n\n## C', ['h2 A', 'h3 B', 'h2 C']],
  ['that begin at the top', '# A\n\n## B', ['h2 A', 'h3 B']],
  ['with gaps', '# A\n\n#### B\n\n# C\n\n###### D', ['h2 A', 'h3 B', 'h2 C', 'h3 D']],
  ['that begin low', '#### A\n\n## B', ['h2 A', 'h2 B']],
])('orders headings %s below the page’s own', async (_, text, expected) => {
  expect(await tags(text)).toEqual(expected)
})

it('links the sessions of its conference, and nothing where the public sees none of it', async () => {
  const text = '[A talk](session:7), [another](session:x)'
  expect(
    await recapHtml(recapOf(text), {
      photo: String,
      session: (number) => `https://hallway.example/c/days/sessions/${number}`,
    }),
  ).toBe('<p><a href="https://hallway.example/c/days/sessions/7">A talk</a>, <a>another</a></p>')
  expect(await recapHtml(recapOf(text), { photo: String, session: () => null })).toBe(
    '<p><a>A talk</a>, <a>another</a></p>',
  )
})

it('reads a long text apart, and it is the same', async () => {
  const [short, photo] = [
    '## A talk\n\nIt *was* [good](session:7).\n\n```js\nconst a = 1\n```\n\n',
    '00000000-0000-4000-8000-000000000002',
  ]
  const shown = `![a slide](photo:${photo})`
  const addresses = {
    photo: (id: string) => `https://hallway.example/photos/${id}`,
    session: (number: number) => `https://hallway.example/${number}`,
  }
  const photos = [{ id: photo, width: 400, height: 300, mediaType: 'image/png' }]
  const [once, often] = [
    await recapHtml({ ...recapOf(short + shown), photos }, addresses),
    await recapHtml({ ...recapOf(short.repeat(40) + shown), photos }, addresses),
  ]
  const [text = '', figure = ''] = once.split('<figure>')
  expect(often).toBe(`${text.repeat(40)}<figure>${figure}`)
})

it.each([
  'short rows of a wide table',
  'references to a long title',
  'nested emphasis over lines',
  'underlined headings',
])('says why %s are shown as they were typed, in the language of the recap', async (name) => {
  const html = await recapHtml(
    { ...recapOf(growingMarkdown[name]?.(30_000) ?? ''), language: 'fr' },
    { photo: String, session: () => null },
  )
  expect(html.slice(0, 60)).toContain('<p><em>Ce texte est affiché tel qu’il a été saisi')
})

it.each(Object.keys(growingMarkdown))('gives a post elsewhere no more than was written of %s', async (name) => {
  const text = growingMarkdown[name]?.(16_000) ?? ''
  const recap = {
    slug: 'a',
    firstAt: null,
    updatedAt: new Date(0),
    address: null,
    series: null,
    content: {
      ...recapOf(text),
      title: 'A',
      summary: null,
      tags: [],
      coverId: null,
      canonicalUrl: null,
      conference: null,
    },
  }
  const post = await exportRecap(recap, 'hugo', { photo: null, session: () => null })
  expect(post.text.length).toBeLessThan(20 * text.length)
})
