import { describe, expect, it } from 'vitest'
import { limits, programSchema } from '@/lib/program/program'
import { startProgram, type RawSession } from './program-draft'

function session(values: Partial<RawSession>): RawSession {
  return {
    sourceId: null,
    rawTitle: 'Tides',
    description: null,
    kind: 'talk',
    cancelled: false,
    dayOn: '2027-06-10',
    startAt: new Date('2027-06-10T09:00:00Z'),
    endAt: null,
    roomKeys: [],
    trackKey: null,
    colocatedKey: null,
    speakerKeys: [],
    language: null,
    url: null,
    capacity: null,
    ...values,
  }
}

describe('startProgram', () => {
  it('cleans and shortens what does not fit, and says so', () => {
    const draft = startProgram()
    draft.addSession(
      'line 2',
      session({
        rawTitle: `  ${'x'.repeat(600)}\u0000`,
        description: 'y'.repeat(30_000),
        url: 'javascript:alert(1)',
        endAt: new Date('2027-06-10T08:00:00Z'),
      }),
    )
    draft.addRoom('z'.repeat(400))
    const { program, problems } = draft.finish()
    expect(programSchema.parse(program)).toEqual(program)
    expect(
      program.sessions.map(({ title, description, url, endAt }) => [title.length, description?.length, url, endAt]),
    ).toEqual([[limits.title, limits.description, null, null]])
    expect(problems.map(({ code }) => code)).toEqual([
      'text-shortened',
      'text-shortened',
      'not-a-link',
      'end-before-start',
    ])
  })

  it('joins a session that comes twice, and says that another session has its id', () => {
    const draft = startProgram()
    draft.addSession('a', session({ sourceId: '1', roomKeys: ['x'] }))
    draft.addSession('b', session({ sourceId: '1', roomKeys: ['x', 'y'] }))
    draft.addSession('c', session({ sourceId: '1', rawTitle: 'Dunes' }))
    const { program, problems } = draft.finish()
    expect(program.sessions.map(({ sourceId, title, roomKeys }) => [sourceId, title, roomKeys])).toEqual([
      ['1', 'Tides', ['x', 'y']],
      ['1', 'Dunes', []],
    ])
    expect(problems).toEqual([{ severity: 'warning', path: 'c', code: 'duplicate-id', detail: '1: Dunes' }])
  })

  it('takes no more sessions than can be kept', () => {
    const draft = startProgram()
    for (let n = 0; n <= limits.sessions; n++) draft.addSession(`line ${n}`, session({}))
    const { program, problems } = draft.finish()
    expect([program.sessions.length, problems]).toEqual([
      limits.sessions,
      [{ severity: 'error', path: `line ${limits.sessions}`, code: 'too-many-sessions', detail: 'Tides' }],
    ])
  })

  it('keeps the first of two parts with one key', () => {
    const draft = startProgram()
    expect([
      draft.addRoom('Pier', { capacity: 10 }),
      draft.addRoom(' PIER ', { capacity: 20 }),
      draft.addRoom(' '),
      draft.addSpeaker({ name: 'Ada', company: 'Acme' }),
      draft.addSpeaker({ name: 'Ada' }),
    ]).toEqual(['pier', 'pier', null, 'ada|acme', 'ada|'])
    expect(draft.finish().program.rooms).toEqual([
      { key: 'pier', name: 'Pier', floor: null, capacity: 10, capacityKind: 'seats' },
    ])
  })
})
