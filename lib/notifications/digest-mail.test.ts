import { expect, it } from 'vitest'
import { digestMail } from './digest-mail'
import type { Digest, DigestSession } from './server/load-digest'

const session = (title: string, given: Partial<DigestSession> = {}): DigestSession => ({
  title,
  isCancelled: false,
  dayOn: '2026-03-24',
  startAt: new Date('2026-03-24T09:00:00.000Z'),
  room: 'Hall 7',
  ...given,
})
const digest: Digest = {
  conference: { name: 'One', slug: 'one', timeZone: 'Europe/Paris', language: 'en' },
  day: '2026-03-24',
  today: [session('Rust'), session('To come', { startAt: null, room: '' })],
  changed: [],
}
const mail = (given: Partial<Digest> = {}, language: 'en' | 'fr' = 'en') =>
  digestMail('ada@example.org', { ...digest, ...given }, 'https://hall.example', language)
const foot =
  'https://hall.example/c/one/plan\n\n' +
  'You asked for this mail, one on each morning of a conference. To end them:\nhttps://hall.example/settings' +
  '\n\n-- \nHallway\n'

it('has the day’s plan in the conference’s zone, and how to end these mails', () => {
  expect(mail()).toEqual({
    to: 'ada@example.org',
    subject: 'One: Tue 24 Mar',
    text: 'Your plan for today:\n- 10:00 · Hall 7  Rust\n- time to be announced  To come\n\n' + foot,
  })
})

it('says first what changed, each with its day', () => {
  const changed = [session('Moved'), session('Off', { isCancelled: true })]
  expect(mail({ changed, today: [] }).text).toBe(
    'What changed since yesterday:\n- Moved: Tue 24 Mar 10:00 · Hall 7\n- Off: cancelled\n\n' +
      'You picked nothing for today.\n\n' +
      foot,
  )
})

it('keeps everybody’s words on their line, and lets them turn nothing around', () => {
  const text = mail({ today: [session('One\n\nTwo'), session('\u202Eeb')] }).text
  expect(text.split('\n').slice(1, 3)).toEqual(['- 10:00 · Hall 7  One Two', '- 10:00 · Hall 7  \u2068eb\u2069'])
})

it('speaks French where it is asked to', () => {
  const { subject, text } = mail({}, 'fr')
  expect([subject, text.includes('https://hall.example/settings'), text.includes('Your plan')]).toEqual([
    'One\u00A0: mar. 24 mars',
    true,
    false,
  ])
})
