import { describe, expect, it } from 'vitest'
import type { ImportFile } from '../reading/adapter'
import { sessionize } from './sessionize'

function json(name: string, value: unknown): ImportFile {
  return { name, bytes: new TextEncoder().encode(JSON.stringify(value)) }
}

function talk(session: Record<string, unknown>) {
  return {
    id: '1',
    title: 'Tides',
    startsAt: '2027-06-10T09:00:00',
    endsAt: null,
    speakers: [],
    status: 'Accepted',
    ...session,
  }
}

function all(...sessions: unknown[]): ImportFile {
  return json('all.json', { sessions, speakers: [], questions: [], categories: [], rooms: [] })
}

function starts(timeZone: string, ...times: string[]): (string | null)[] {
  return sessionize
    .parse([all(...times.map((startsAt, index) => talk({ id: index, startsAt })))], { timeZone })
    .program.sessions.map((session) => session.startAt)
}

describe('sessionize', () => {
  it('recognises its four views by content, and nothing else', () => {
    const views = [
      all(),
      json('x', [{ groupId: null, groupName: 'All', sessions: [] }]),
      json('x', [{ date: '2027-06-10T00:00:00', rooms: [{ id: 1, name: 'Pier', sessions: [] }], timeSlots: [] }]),
      json('x', [{ id: 'a', fullName: 'Ada Brook', sessions: [] }]),
    ]
    const others = [
      json('x', { sessions: [], speakers: [] }),
      json('x', []),
      json('x', [{ id: 1 }]),
      json('x', 'sessions'),
      { name: 'all.json', bytes: new TextEncoder().encode('Title,Day') },
    ]
    expect([...views, ...others].map((file) => sessionize.recognises([file]))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ])
  })

  it('reads wall times in the given zone, over a change of clocks, with and without seconds', () => {
    expect(
      starts('Europe/Paris', '2027-03-27T09:00:00', '2027-03-28T02:30:00', '2027-03-28T09:00', '2027-10-31T02:30:00'),
    ).toEqual([
      '2027-03-27T08:00:00.000Z',
      '2027-03-28T01:30:00.000Z',
      '2027-03-28T07:00:00.000Z',
      '2027-10-31T00:30:00.000Z',
    ])
    expect(starts('Asia/Kolkata', '2027-03-27T09:00:00')).toEqual(['2027-03-27T03:30:00.000Z'])
  })

  it('publishes what is accepted or has no status, and counts the rest by status', () => {
    const { program, problems } = sessionize.parse(
      [
        all(
          talk({ id: 1 }),
          talk({ id: 2, status: null }),
          talk({ id: 3, status: 'Waitlisted' }),
          talk({ id: 4, status: 'Waitlisted', title: 'Dunes' }),
        ),
      ],
      { timeZone: 'UTC' },
    )
    expect(program.sessions.map(({ sourceId }) => sourceId)).toEqual(['1', '2'])
    expect(problems.filter(({ code }) => code === 'not-accepted')).toEqual([
      { severity: 'info', path: 'sessions[2]', code: 'not-accepted', detail: 'Waitlisted 2: Tides; Dunes' },
    ])
  })

  it('says that nothing is scheduled when nothing is', () => {
    const { program, problems } = sessionize.parse([all(talk({ startsAt: null }))], { timeZone: 'UTC' })
    expect(program.sessions).toEqual([])
    expect(problems).toContainEqual({ severity: 'error', path: 'all.json', code: 'nothing-scheduled', detail: '0 / 1' })
  })

  it('imports the good file beside a broken one, and names each', () => {
    const broken = { name: 'speakers.json', bytes: new TextEncoder().encode('[{"id":') }
    const { program, problems } = sessionize.parse(
      [all(talk({ endsAt: 7 }), talk({ id: 2, endsAt: '2027-06-10T09:30:00' })), broken],
      { timeZone: 'UTC' },
    )
    expect(program.sessions.map(({ sourceId }) => sourceId)).toEqual(['2'])
    expect(problems).toEqual([
      { severity: 'error', path: 'speakers.json', code: 'not-json', detail: '' },
      {
        severity: 'error',
        path: 'all.json: sessions[0].endsAt',
        entry: 'Tides',
        code: 'entry-unreadable',
        detail: '7',
      },
    ])
  })

  it.each([
    [{ isServiceSession: true, title: 'Coffee & cake' }, 'break'],
    [{ isServiceSession: true, title: 'Afternoon tea' }, 'break'],
    [{ isServiceSession: true, title: 'Doors open' }, 'service'],
    [{ isPlenumSession: true, speakers: [{ id: 'a', name: 'Ada' }] }, 'keynote'],
    [{ isPlenumSession: true, speakers: [{ id: 'a', name: 'Ada' }], endsAt: '2027-06-10T09:05:00' }, 'lightning'],
    [
      {
        isPlenumSession: true,
        speakers: [{ id: 'a', name: 'Ada' }],
        categories: [{ id: 1, name: 'Session format', categoryItems: [{ id: 2, name: 'Panel (45 min)' }] }],
      },
      'panel',
    ],
    [{ isPlenumSession: true }, 'talk'],
    [{ categories: [{ id: 1, name: 'Session format', categoryItems: [{ id: 2, name: 'Workshop' }] }] }, 'workshop'],
    [{ categories: [{ id: 1, name: 'Level', categoryItems: [{ id: 2, name: 'Workshop' }] }] }, 'talk'],
  ])('tells the kind of %j', (session, kind) => {
    expect(
      sessionize.parse([all(talk(session))], { timeZone: 'UTC' }).program.sessions.map((found) => found.kind),
    ).toEqual([kind])
  })

  it('survives entries of any shape', () => {
    const odd = [
      null,
      1,
      [],
      {},
      talk({ speakers: 'Ada' }),
      talk({ id: {} }),
      talk({ title: null }),
      talk({ categories: [{}] }),
    ]
    const { program, problems } = sessionize.parse([all(...odd, talk({ id: 9 }))], { timeZone: 'UTC' })
    expect(program.sessions.map(({ sourceId }) => sourceId)).toEqual(['9'])
    const unread = problems.filter(({ code }) => code === 'entry-unreadable' || code === 'value-missing')
    expect(unread.map(({ path }) => path)).toEqual([
      'sessions[0]',
      'sessions[1]',
      'sessions[2]',
      'sessions[3].id',
      'sessions[4].speakers',
      'sessions[5].id',
      'sessions[6].title',
      'sessions[7].categories[0].categoryItems',
    ])
  })
})
