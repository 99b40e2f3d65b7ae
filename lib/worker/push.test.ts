import { expect, it } from 'vitest'
import { readPush } from './push'

const message = { title: 'Full: Opening', body: '09:00 · Hall', url: '/c/kcd/plan', tag: 'roomFull-1', language: 'fr' }

it('shows what was sent', () => {
  expect(readPush(JSON.stringify(message), ['en'])).toEqual(message)
})

it.each(['https://example.org/', '//example.org/', '/\\example.org', 7, undefined])(
  'opens nothing but a page of ours: %s',
  (url) => {
    expect(readPush(JSON.stringify({ ...message, url }), ['en']).url).toBe('/')
  },
)

it.each([
  ['', ['fr-CA']],
  ['no json', ['xx', 'fr']],
  ['null', ['fr']],
  ['{"title":"","body":"x"}', ['fr']],
])('is never silent: %s', (text, preferred) => {
  expect(readPush(text, preferred)).toEqual({
    title: 'Hallway',
    body: 'Il y a du nouveau pour votre conférence.',
    url: '/',
    tag: 'hallway',
    language: 'fr',
  })
})
