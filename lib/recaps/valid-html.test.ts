import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { expect, it } from 'vitest'
import { recapAddresses } from './addresses'
import { authorPage, seriesPage } from './server/list-pages'
import type { PublicRecap, PublicSeries } from './server/public-queries'
import { absentPage, draftPage, gonePage, recapPage } from './server/recap-page'

const at = recapAddresses('https://hallway.example')
const day = new Date('2026-04-01T10:00:00Z')
const photo = {
  id: '00000000-0000-4000-8000-000000000002',
  width: 2000,
  height: 900,
  mediaType: 'image/jpeg',
  caption: 'A "slide" <b>',
}

const text = `#### A heading that begins low

*With Ann · Hall* ~~gone~~ [link](https://example.org/a?b=1&c=2) [a talk](session:7) \`code\` [^1]

> A quote
> # with a heading

- one
  1. two
- [x] done

| a | b | c |
|---|:-:|--:|
| 1 | 2 | 3 |

\`\`\`rust
fn main() { println!("hi") }
\`\`\`

![A "slide"](photo:${photo.id})

In a line ![A "slide"](photo:${photo.id}) too, <b>and HTML</b>

---

[^1]: A note.`

const recap: PublicRecap = {
  id: '00000000-0000-4000-8000-000000000001',
  slug: 'day-1',
  firstAt: day,
  updatedAt: new Date('2026-04-03T10:00:00Z'),
  author: { id: 'a', handle: 'ann', name: 'Ann & <Co>', language: 'fr' },
  content: {
    title: 'Day 1: <b> 🎉 & "more"',
    summary: 'All of it',
    language: 'en',
    tags: ['rust', 'c++'],
    text,
    coverId: photo.id,
    canonicalUrl: 'https://blog.example/day-1',
    photos: [photo],
    conference: { slug: 'c', name: 'Conf & Co', timeZone: 'Europe/Paris' },
  },
}
const series: PublicSeries = {
  id: 's',
  slug: 'week',
  title: 'My week',
  summary: 'Four days',
  updatedAt: day,
  parts: [
    { id: recap.id, label: null, title: 'Day 1', slug: 'day-1', number: 1 },
    { id: 'other', label: 'Bonus', title: 'Day 2', slug: null, number: null },
  ],
}

const pages = {
  'a recap in a series': await recapPage({ recap, series }, at),
  'a recap alone': await recapPage({ recap, series: null }, at),
  'a draft': await draftPage(
    recap.content,
    { photo: (id) => `/drafts/secret/photos/${id}`, session: at.sessionOf(recap.content) },
    at.home,
  ),
  'an author': authorPage(recap.author, [recap], at),
  'an author without recaps': authorPage(recap.author, [], at),
  'a series': seriesPage(recap.author, series, at),
  nothing: absentPage(at.home),
  'a recap that is gone': gonePage('fr', at.author(recap.author.handle), recap.author),
}

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }))

it.each(Object.entries(pages))('the page of %s is valid HTML', async (_name, html) => {
  const { results } = await validator.validateString(html)
  expect(
    results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
    ),
  ).toEqual([])
})
