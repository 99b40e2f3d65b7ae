import { expect, it } from 'vitest'
import { photoPath, photoWidthOf, sizedPicture } from './photo-sizes'
import { isSameDraft, savedDraftOf } from './draft'
import { recapAddresses } from './addresses'

const stored = {
  title: 'Day 1',
  summary: null,
  text: ' Hello ',
  language: 'fr',
  tags: ['rust'],
  coverId: null,
  canonicalUrl: null,
  updatedAt: new Date('2026-04-01T10:00:00.000Z'),
}
const { draft } = savedDraftOf(stored)

it('is held as an editor has it: what is not there is empty, an unknown language English', () => {
  expect(savedDraftOf(stored)).toEqual({
    draft: {
      title: 'Day 1',
      summary: '',
      text: ' Hello ',
      language: 'fr',
      tags: ['rust'],
      coverId: null,
      canonicalUrl: '',
    },
    updatedAt: '2026-04-01T10:00:00.000Z',
  })
  expect(savedDraftOf({ ...stored, language: 'tlh', summary: 'S', canonicalUrl: 'https://x.org' }).draft).toMatchObject(
    {
      language: 'en',
      summary: 'S',
      canonicalUrl: 'https://x.org',
    },
  )
})

it('is the same draft where the server would keep the same: spaces around its title and summary are none', () => {
  expect(isSameDraft(draft, { ...draft, title: ' Day 1 ', summary: '  ' })).toBe(true)
  for (const change of [
    { title: 'Day 2' },
    { summary: 'x' },
    { text: 'Hello' },
    { language: 'en' as const },
    { tags: ['rust', 'go'] },
    { coverId: 'p' },
    { canonicalUrl: 'https://x.org' },
  ])
    expect([change, isSameDraft(draft, { ...draft, ...change })]).toEqual([change, false])
})

it('gives a photo in the widths that are less than its own, and holds its place', () => {
  const url = (id: string, width?: number) => `/p/${id}${width ? `/${width}` : ''}`
  const photo = { id: 'a', width: 1000, height: 500, mediaType: 'image/jpeg' }
  expect(sizedPicture(photo, url)).toEqual({
    src: '/p/a',
    width: 1000,
    height: 500,
    srcSet: '/p/a/480 480w, /p/a/960 960w, /p/a 1000w',
    sizes: '(max-width: 42rem) 100vw, 42rem',
  })
  expect(sizedPicture({ ...photo, width: 480 }, url)).toEqual({ src: '/p/a', width: 480, height: 500 })
  // Where it is given in one width alone.
  expect(sizedPicture(photo, (id) => `/p/${id}`)).toEqual({ src: '/p/a', width: 1000, height: 500 })
})

it('knows a width by the end of its address', () => {
  expect([photoPath('a'), photoPath('a', 960)]).toEqual(['photos/a', 'photos/a/960.webp'])
  expect(['960.webp', '961.webp', '960', 'x960.webp'].map(photoWidthOf)).toEqual([960, null, null, null])
})

it('has an address for everything that is public', () => {
  const at = recapAddresses('https://hall.example')
  expect([
    at.home,
    at.author('ada'),
    at.recap('ada', 'day-1'),
    at.series('ada', 'days'),
    at.photo('ada', 'p', 480),
    at.picture('ada', 'day-1'),
    at.conference('one'),
  ]).toEqual([
    'https://hall.example',
    'https://hall.example/@ada',
    'https://hall.example/@ada/day-1',
    'https://hall.example/@ada/series/days',
    'https://hall.example/@ada/photos/p/480.webp',
    'https://hall.example/@ada/day-1/picture.png',
    'https://hall.example/c/one',
  ])
  expect([
    at.sessionOf({ conference: null })(7),
    at.sessionOf({ conference: { slug: 'one', name: 'One', timeZone: 'UTC' } })(7),
  ]).toEqual([null, 'https://hall.example/c/one/sessions/7'])
})
