import { expect, it } from 'vitest'
import { rememberAlso, rememberedSchema } from './remembered'

const [mapping, other] = [{ title: 'Title' }, { title: 'Name' }]

it('remembers nothing anew where nothing was said', () => {
  expect([rememberAlso({}, {}), rememberAlso({ mapping, answers: { 'room-brackets': 'name' } }, {})]).toEqual([
    undefined,
    undefined,
  ])
})

it('keeps what was known beside what is said now, which stands over it', () => {
  const known = { mapping, answers: { 'room-brackets': 'name', 'z-means-local': 'utc' } } as const
  expect([
    rememberAlso({}, { mapping }),
    rememberAlso(known, { mapping: other }),
    rememberAlso(known, { answers: { 'room-brackets': 'capacity' } }),
    rememberAlso({ mapping }, { answers: { 'z-means-local': 'local' } }),
    rememberAlso({}, { answers: {} }),
  ]).toEqual([
    { mapping },
    { mapping: other, answers: known.answers },
    { mapping, answers: { 'room-brackets': 'capacity', 'z-means-local': 'utc' } },
    { mapping, answers: { 'z-means-local': 'local' } },
    {},
  ])
})

it('forgets what an older build remembered in another form, and keeps the rest', () => {
  const answers = { 'room-brackets': 'name' }
  expect([
    rememberedSchema.parse({ mapping: 7, answers }),
    rememberedSchema.parse({ answers: { 'room-brackets': 'perhaps' } }),
    rememberedSchema.parse({}),
  ]).toEqual([{ mapping: undefined, answers }, { answers: undefined }, {}])
})
