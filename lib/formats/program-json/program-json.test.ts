import { describe, expect, it } from 'vitest'
import { limits } from '@/lib/program/program'
import { programJson, readProgram } from './program-json'

const file = (text: string) => [{ name: 'program.json', bytes: new TextEncoder().encode(text) }]
const empty = {
  title: null,
  siteKey: null,
  timeZone: null,
  language: null,
  rooms: [],
  tracks: [],
  colocatedEvents: [],
  speakers: [],
  sessions: [],
}

describe('programJson', () => {
  it.each([
    ['not-json', '{"rooms":['],
    ['not-program-json', '{"sessions":[]}'],
  ])('says %s and gives an empty program for %s', (code, text) => {
    expect(programJson.recognises(file(text))).toBe(false)
    const { program, problems } = programJson.parse(file(text), { timeZone: 'UTC' })
    expect(program).toEqual(empty)
    expect(problems.at(0)).toEqual({ severity: 'error', path: 'program.json', code, detail: '' })
  })

  it('tells title, site and zone before anything is parsed', () => {
    const text = JSON.stringify({ ...empty, title: 'Fog', siteKey: 'fog', timeZone: 'Europe/Paris' })
    expect([programJson.recognises(file(text)), programJson.inspect(file(text))]).toEqual([
      true,
      { title: 'Fog', siteKey: 'fog', timeZone: 'Europe/Paris' },
    ])
  })
})

describe('what does not fit', () => {
  const read = (given: object) => {
    const { program, problems } = readProgram({ ...empty, ...given }, 'program.json')
    return { program, problems: problems.map(({ severity, path, code }) => [severity, path, code].join(' ')) }
  }
  const session = { title: 'Fog', dayOn: '2027-06-10', startAt: '2027-06-10T09:00:00Z' }
  const whole = {
    sourceId: null,
    title: 'Fog',
    rawTitle: 'Fog',
    description: null,
    kind: 'talk',
    cancelled: false,
    dayOn: '2027-06-10',
    startAt: '2027-06-10T09:00:00.000Z',
    endAt: null,
    roomKeys: [],
    trackKey: null,
    colocatedKey: null,
    speakerKeys: [],
    language: null,
    url: null,
    capacity: null,
    level: null,
    flags: [],
    slidesUrl: null,
    replayUrl: null,
  }

  it('is nothing of what may be absent, and an instant of any form', () => {
    expect(read({ sessions: [{ ...session, startAt: '2027-06-10T11:00:00+02:00' }] })).toEqual({
      program: { ...empty, sessions: [whole] },
      problems: [],
    })
    expect(read({ rooms: [{ key: 'a', name: 'Hall' }], sessions: [session] }).program.rooms).toEqual([
      { key: 'a', name: 'Hall', floor: null, capacity: null, capacityKind: 'seats' },
    ])
  })

  it('is left out alone, with where it stands', () => {
    const { program, problems } = read({
      sessions: [session, { ...session, title: '' }, 'Fog', { ...session, kind: 'party' }],
      speakers: [{ key: 'a' }, { key: 'b', name: 'Bo' }],
    })
    expect([program.sessions.length, program.speakers.map(({ name }) => name)]).toEqual([1, ['Bo']])
    expect(problems).toEqual([
      'error speakers[0].name value-missing',
      'error sessions[1].title value-missing',
      'error sessions[2] entry-unreadable',
      'error sessions[3].kind entry-unreadable',
    ])
  })

  it('is an end before its start, without which the session stays', () => {
    const { program, problems } = read({ sessions: [{ ...session, endAt: '2027-06-10T08:00:00Z' }] })
    expect([program.sessions, problems]).toEqual([[whole], ['warning sessions[0].endAt end-before-start']])
  })

  it('is a reference to what is not there', () => {
    const { program, problems } = read({
      rooms: [{ key: 'hall', name: 'Hall' }],
      sessions: [
        { ...session, roomKeys: ['hall', 'gone'], trackKey: 'gone', colocatedKey: 'gone', speakerKeys: ['gone'] },
      ],
    })
    expect(program.sessions).toEqual([{ ...whole, roomKeys: ['hall'] }])
    expect(problems).toEqual([
      'warning sessions[0] room-unknown',
      'warning sessions[0] track-unknown',
      'warning sessions[0] colocated-unknown',
      'warning sessions[0] speaker-unknown',
    ])
  })

  it('is a part that comes twice: the first stays', () => {
    const tracks = [
      { key: 'a', name: 'One' },
      { key: 'a', name: 'Two' },
    ]
    const { program, problems } = read({ tracks, sessions: [session] })
    expect([program.tracks, problems]).toEqual([tracks.slice(0, 1), ['warning tracks[1] duplicate-id']])
  })

  it('is no session that is named twice for one time: it is one, in all its rooms', () => {
    const rooms = ['a', 'b'].map((key) => ({ key, name: key }))
    const twice = [
      { ...session, sourceId: '1', roomKeys: ['a'] },
      { ...session, sourceId: '1', roomKeys: ['b', 'a'] },
      { ...session, sourceId: '1', startAt: '2027-06-10T10:00:00Z' },
      { ...session, sourceId: '1', title: 'Mist' },
    ]
    const { program, problems } = read({ rooms, sessions: twice })
    expect(program.sessions.map(({ title, startAt, roomKeys }) => [title, startAt, roomKeys])).toEqual([
      ['Fog', whole.startAt, ['a', 'b']],
      ['Fog', '2027-06-10T10:00:00.000Z', []],
      ['Mist', whole.startAt, []],
    ])
    expect(problems).toEqual(['warning sessions[3] duplicate-id'])
    // Without an id each is one of its own.
    expect(read({ sessions: [session, session] }).program.sessions.length).toBe(2)
  })

  it('is an empty programme, and one that nobody could read', () => {
    expect(read({}).problems).toEqual(['error sessions no-sessions'])
    const many = read({ sessions: Array.from({ length: limits.sessions + 1 }, () => session) })
    expect([many.program.sessions.length, many.problems]).toEqual([
      limits.sessions,
      ['error sessions too-many-sessions'],
    ])
    expect(readProgram([], 'x').problems.map(({ code }) => code)).toEqual(['not-program-json', 'no-sessions'])
  })
})

it('cleans texts as it reads them: lines where lines may be', () => {
  const dirty = {
    ...empty,
    title: ' Fog\\u0000\\n day ',
    sessions: [{ title: 'a\\n b', description: ' a\\r\\nb\\u0000 ', dayOn: '2027-06-10' }],
  }
  const { program } = programJson.parse(file(JSON.stringify(dirty).replaceAll('\\\\', '\\')), { timeZone: 'UTC' })
  expect([program.title, program.sessions[0]?.title, program.sessions[0]?.description]).toEqual([
    'Fog day',
    'a b',
    'a\nb',
  ])
})
