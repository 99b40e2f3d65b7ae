import { expect, it } from 'vitest'
import { answersSchema, questionSchema, waitsForAnswer, type OpenQuestion } from './questions'

const question = (given: Partial<Extract<OpenQuestion, { id: 'z-means-local' }>> = {}): OpenQuestion => ({
  id: 'z-means-local',
  why: 'no-sign',
  isPlain: false,
  example: 'Fog: 09:00',
  guess: 'local',
  answer: null,
  choices: [
    { choice: 'local', becomes: '09:00' },
    { choice: 'utc', becomes: '11:00' },
  ],
  ...given,
})

it('lets nothing in that may mean two things while one of them is open', () => {
  expect([
    waitsForAnswer(undefined),
    waitsForAnswer([]),
    waitsForAnswer([question()]),
    waitsForAnswer([question({ isPlain: true })]),
    waitsForAnswer([question({ answer: 'utc' })]),
    waitsForAnswer([question({ isPlain: true }), question()]),
    waitsForAnswer([question({ answer: 'local' }), question({ isPlain: true })]),
  ]).toEqual([false, false, true, false, false, true, false])
})

it('takes for each question the answers that it has, and no other', () => {
  expect(answersSchema.parse({})).toEqual({})
  const answers = { 'z-means-local': 'utc', 'room-brackets': 'name' }
  expect(answersSchema.parse(answers)).toEqual(answers)
  expect([
    answersSchema.safeParse({ 'z-means-local': 'name' }).success,
    answersSchema.safeParse({ 'room-brackets': 'local' }).success,
    answersSchema.safeParse({ 'room-brackets': null }).success,
  ]).toEqual([false, false, false])
})

it('keeps a question as it was asked, and none that mixes two', () => {
  const asked = question({ answer: 'utc' })
  expect(questionSchema.parse(JSON.parse(JSON.stringify(asked)))).toEqual(asked)
  const wrong = { guess: 'capacity' }
  expect([
    questionSchema.safeParse({ ...asked, ...wrong }).success,
    questionSchema.safeParse({ ...asked, id: 'room-brackets' }).success,
    questionSchema.safeParse({ ...asked, id: 'what-now' }).success,
    questionSchema.safeParse({ ...asked, why: 'because' }).success,
    questionSchema.safeParse({ ...asked, choices: [{ choice: 'name', becomes: '' }] }).success,
  ]).toEqual([false, false, false, false, false])
})
