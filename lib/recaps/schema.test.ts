import { describe, expect, it } from 'vitest'
import { MOST_RECAP_CHARACTERS, MOST_SUMMARY_CHARACTERS, MOST_TITLE_CHARACTERS } from './length'
import {
  editRecapSchema,
  handleSchema,
  placeInSeriesSchema,
  publishRecapSchema,
  reorderSeriesSchema,
  reservedSlugs,
  seriesSchema,
  untakenWordsSchema,
} from './schema'

const id = '0f0e0d0c-0b0a-4908-8706-050403020100'
const edit = {
  id,
  editedFrom: '2026-04-01T10:00:00.000Z',
  title: ' Day \n 1 ',
  summary: '  ',
  text: ' Hello \u0000',
  language: 'en',
  tags: [' rust '],
  coverId: null,
  canonicalUrl: '',
}
type Schema = { safeParse: (value: unknown) => { error?: { issues: { message: string }[] } } }
const why = (schema: Schema, value: unknown) => schema.safeParse(value).error?.issues.map(({ message }) => message)

describe('an author’s address', () => {
  it('is a word or several in small letters', () => {
    expect([' Ada ', 'ada-lovelace-2'].map((handle) => handleSchema.parse(handle))).toEqual(['ada', 'ada-lovelace-2'])
  })

  it.each(['a', 'x'.repeat(31), 'ada--l', '-ada', 'ada-', 'ada l', 'ädä', 'ada/l', ''])('is not %j', (handle) => {
    expect(why(handleSchema, handle)).toContain('handle')
  })

  it.each(['admin', 'API', 'series', 'www', 'me', 'hallway'])('is nothing that is ours: %s', (handle) => {
    expect(why(handleSchema, handle)).toEqual(['reserved'])
  })
})

describe('a recap that is saved', () => {
  it('keeps its text as it was typed, but for what no database keeps', () => {
    expect(editRecapSchema.parse(edit)).toEqual({
      ...edit,
      title: 'Day 1',
      summary: null,
      text: ' Hello ',
      tags: ['rust'],
      canonicalUrl: null,
    })
  })

  it('says by a word what does not fit', () => {
    const cases: [object, string[]][] = [
      [{ title: ' ' }, ['title']],
      [{ title: 'x'.repeat(MOST_TITLE_CHARACTERS + 1) }, ['title']],
      [{ summary: 'x'.repeat(MOST_SUMMARY_CHARACTERS + 1) }, ['summary']],
      [{ text: 'x'.repeat(MOST_RECAP_CHARACTERS + 1) }, ['text']],
    ]
    expect(cases.map(([given]) => why(editRecapSchema, { ...edit, ...given }))).toEqual(cases.map(([, words]) => words))
  })

  it.each([
    { editedFrom: 'yesterday' },
    { language: 'tlh' },
    { tags: Array.from({ length: 21 }, () => 'a') },
    { tags: [''] },
    { tags: ['x'.repeat(41)] },
    { coverId: 'cover' },
    { canonicalUrl: 'javascript:alert(1)' },
    { canonicalUrl: `https://x.org/${'a'.repeat(500)}` },
  ])('is not one with %j', (given) => {
    expect(editRecapSchema.safeParse({ ...edit, ...given }).success).toBe(false)
  })

  it('may have another home on the web', () => {
    expect(editRecapSchema.parse({ ...edit, canonicalUrl: 'https://ada.example/1' }).canonicalUrl).toBe(
      'https://ada.example/1',
    )
  })
})

it('keeps words that were not taken, without a title, too', () => {
  expect(untakenWordsSchema.parse({ id, title: '', summary: ' S ', text: '' })).toEqual({
    id,
    title: '',
    summary: 'S',
    text: '',
  })
})

it('publishes under a word that is no part of the author’s own addresses', () => {
  expect(publishRecapSchema.parse({ id, slug: ' Day-1 ' })).toEqual({ id, slug: 'day-1' })
  expect([...reservedSlugs].map((slug) => why(publishRecapSchema, { id, slug }))).toEqual(
    [...reservedSlugs].map(() => ['reserved']),
  )
  expect(why(publishRecapSchema, { id, slug: 'day 1' })).toEqual(['slug'])
  expect(publishRecapSchema.parse({ id, slug: 'a', publishAt: '2026-04-01T10:00:00+02:00' }).publishAt).toBe(
    '2026-04-01T10:00:00+02:00',
  )
})

it('takes a series without a word for its address, and a part without a label', () => {
  expect(seriesSchema.parse({ conferenceId: null, title: 'Days', summary: '' })).toEqual({
    conferenceId: null,
    title: 'Days',
    summary: null,
  })
  expect([
    placeInSeriesSchema.parse({ id, seriesId: null, label: ' ' }).label,
    placeInSeriesSchema.parse({ id, seriesId: id, label: 'Bonus' }).label,
  ]).toEqual([null, 'Bonus'])
  expect(reorderSeriesSchema.safeParse({ seriesId: id, recapIds: Array.from({ length: 201 }, () => id) }).success).toBe(
    false,
  )
})
