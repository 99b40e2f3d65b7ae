import { expect, it } from 'vitest'
import { recapHtml } from './render'

const tags = (text: string) => [...recapHtml({ text, photos: [] }, { photo: String, session: (number) => `https://hallway.example/${number}` }).matchAll(/<(h[1-6])>([^<]*)/g)].map(([, tag, title]) => `${tag} ${title}`)

it.each([
  ['as the drafts have them', '## A\n\n### B\n\n## C', ['h2 A', 'h3 B', 'h2 C']],
  ['that begin at the top', '# A\n\n## B', ['h2 A', 'h3 B']],
  ['with gaps', '# A\n\n#### B\n\n# C\n\n###### D', ['h2 A', 'h3 B', 'h2 C', 'h3 D']],
  ['that begin low', '#### A\n\n## B', ['h2 A', 'h2 B']],
])('orders headings %s below the page’s own', (_, text, expected) => {
  expect(tags(text)).toEqual(expected)
})

it('links the sessions of its conference, and nothing where the public sees none of it', () => {
  const text = '[A talk](session:7), [another](session:x)'
  expect(recapHtml({ text, photos: [] }, { photo: String, session: (number) => `https://hallway.example/c/days/sessions/${number}` })).toBe('<p><a href="https://hallway.example/c/days/sessions/7">A talk</a>, <a>another</a></p>')
  expect(recapHtml({ text, photos: [] }, { photo: String, session: () => null })).toBe('<p><a>A talk</a>, <a>another</a></p>')
})
