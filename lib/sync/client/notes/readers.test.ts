import { expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { readAgenda, readAnnouncements, readChanges, readDescriptions, readRoomStates, readWho } from './readers'

const agenda = agendaOf([talk('rust', { ...at('09:00', '10:00'), track: 'code', replay: 'https://video.example/1' })], {
  tracks: [{ id: 'code', slug: 'code', name: 'Code', color: 1 }],
})
const change = { sessionId: 's', field: 'title', old: 'a', new: null, version: 3, at: '2026-03-24T09:00:00.000Z' }
const room = {
  room: 'hall',
  session: null,
  capacity: null,
  state: 'open',
  origin: 'door',
  at: null,
  count: 3,
  voices: 1,
  queueMinutes: null,
  delayMinutes: null,
}
const announcement = { id: 'a', text: 'Lunch', language: 'en', room: null, session: null, at: change.at }

it('reads what the server sends, whole', () => {
  expect(readAgenda(JSON.parse(JSON.stringify(agenda)))).toEqual(agenda)
  expect(readDescriptions({ s: 'Why' })).toEqual({ s: 'Why' })
  expect(readChanges([change])).toEqual([change])
  expect(readRoomStates({ rooms: [room], likelyFull: [] })).toEqual({ rooms: [room], likelyFull: [] })
  expect(readAnnouncements([announcement])).toEqual([announcement])
  expect([readWho({ viewer: { id: 'ada' } }), readWho({ viewer: null })]).toEqual([
    { viewer: { id: 'ada' } },
    { viewer: null },
  ])
})

it('reads nothing of what this version does not know', () => {
  const reads = [readAgenda, readDescriptions, readChanges, readRoomStates, readAnnouncements, readWho]
  for (const json of [undefined, null, 7, '<html>', [7], { viewer: 7 }])
    expect([json, reads.map((read) => read(json))]).toEqual([json, reads.map(() => null)])
  expect(readRoomStates({ rooms: [{ ...room, state: 'burning' }], likelyFull: [] })).toBe(null)
  expect(readChanges([{ ...change, version: '3' }])).toBe(null)
  expect(readAgenda({ ...agenda, sessions: [{ ...agenda.sessions[0], rooms: 'hall' }] })).toBe(null)
})
