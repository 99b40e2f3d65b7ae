import { describe, expect, it } from 'vitest'
import { mergeMessages, wordsOf, type AlertFacts } from './words'

const now = new Date('2026-03-24T09:00:00.000Z')
const conference = { slug: 'one', name: 'One', timeZone: 'Europe/Paris', language: 'en' }
const session = {
  title: 'Rust',
  path: '/c/one/sessions/1-rust',
  isCancelled: false,
  dayOn: '2026-03-24',
  startAt: new Date('2026-03-24T09:15:00.000Z'),
  room: 'Hall 7',
}
type AlertDeparture = Extract<AlertFacts, { session: unknown }>['departure']
const about = { subjectId: 's', conference }
const next: AlertFacts = { ...about, kind: 'nextSession', session, fullness: null, departure: null }
const said = (facts: AlertFacts, language: 'en' | 'fr' = 'en') => {
  const { title, body, url } = wordsOf(facts, language, now)
  return [title, body, url]
}

describe('an alert', () => {
  it('says what comes next, when and where, and when to leave', () => {
    expect(wordsOf(next, 'en', now)).toEqual({
      title: 'In 15\u00a0min: Rust',
      body: '10:15 · Hall 7',
      url: '/c/one/sessions/1-rust',
      tag: 'nextSession-s',
      language: 'en',
    })
    const leaveAt = new Date('2026-03-24T09:10:00.000Z')
    expect(said({ ...next, departure: { leaveAt, earlyMinutes: 3 } })[1]).toBe('10:15 · Hall 7 · leave by 10:10')
    expect(said({ ...next, departure: { leaveAt: now, earlyMinutes: 0 } })[1]).toBe('10:15 · Hall 7 · leave now')
    expect(said({ ...next, session: { ...session, startAt: now } }, 'fr')).toEqual([
      'Maintenant\u00A0: Rust',
      '10:00 · Hall 7',
      '/c/one/sessions/1-rust',
    ])
  })

  it('never says that something begins in less than no time', () => {
    expect(said({ ...next, session: { ...session, startAt: new Date('2026-03-24T08:50:00.000Z') } })[0]).toBe(
      'Now: Rust',
    )
    expect(said({ ...next, session: { ...session, startAt: null } }).slice(0, 2)).toEqual(['Now: Rust', 'Hall 7'])
  })

  it('says of a full room how full it is, and what to do', () => {
    const full = (fullness: 'likely' | 'nearlyFull' | 'full' | null, departure: AlertDeparture = null) =>
      said({ ...about, kind: 'roomFull', session, fullness, departure })
    expect([full('likely'), full('nearlyFull'), full('full'), full(null)]).toEqual([
      ['Likely full: Rust', '10:15 · Hall 7 · be there 15\u00a0min early', '/c/one/plan'],
      ['Nearly full: Rust', '10:15 · Hall 7 · see your plan B', '/c/one/plan'],
      ['Full: Rust', '10:15 · Hall 7 · see your plan B', '/c/one/plan'],
      ['Full: Rust', '10:15 · Hall 7 · see your plan B', '/c/one/plan'],
    ])
    // Nobody is earlier than what they are in before leaves time for.
    const early = (earlyMinutes: number) => full('likely', { leaveAt: now, earlyMinutes })[1]
    expect([early(8), early(0)]).toEqual([
      '10:15 · Hall 7 · be there 8\u00a0min early',
      '10:15 · Hall 7 · go straight there',
    ])
  })

  it('says what moved, to where it is now, or that it is cancelled', () => {
    const moved = (given: Partial<Omit<typeof session, 'startAt'>> & { startAt?: Date | null }) =>
      said({ ...about, kind: 'sessionMoved', session: { ...session, ...given }, fullness: null, departure: null })
    expect(moved({})).toEqual(['Moved: Rust', 'Now: Tue 24 Mar 10:15 · Hall 7', '/c/one/sessions/1-rust'])
    expect(moved({ startAt: null, room: '' })[1]).toBe('Now: Tue 24 Mar · at a time to be announced')
    expect(moved({ isCancelled: true })).toEqual([
      'Cancelled: Rust',
      'It was planned for Tue 24 Mar 10:15 · Hall 7.',
      '/c/one/sessions/1-rust',
    ])
  })

  it('brings what organizers tell, on the conference’s page', () => {
    expect(said({ ...about, kind: 'announcement', text: 'Lunch is late.\nSorry.' })).toEqual([
      'From the organizers of One',
      'Lunch is late.\nSorry.',
      '/c/one',
    ])
  })

  it('is no longer than a screen shows, and lets nobody’s words turn around what stands beside them', () => {
    const [title, room] = ['x'.repeat(200), '\u202Eeb']
    const [said1, said2] = said({ ...next, session: { ...session, title, room } })
    expect([said1?.length, said2]).toEqual([120, '10:15 · \u2068eb\u2069'])
    const text = 'y'.repeat(900)
    expect(said({ ...about, kind: 'announcement', text })[1]?.length).toBe(600)
  })
})

it('merges several into the most urgent, and names the others', () => {
  const message = (title: string) => ({ ...wordsOf(next, 'en', now), title, body: `body of ${title}` })
  expect(mergeMessages([message('a')])).toEqual(message('a'))
  expect(mergeMessages([message('a'), message('b'), message('c')])).toEqual({
    ...message('a'),
    body: 'body of a\n+ b\n+ c',
  })
  const many = Array.from({ length: 60 }, (_, index) => message(`${index} ${'z'.repeat(100)}`))
  expect(mergeMessages([message('a'), ...many]).body.length).toBe(1_200)
})
