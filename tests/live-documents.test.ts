import { expect, it } from 'vitest'
import { readDocuments as onDevices } from '@/lib/device'
import { servedDocuments as onServers } from '@/lib/handlers'
import { agendaDocument } from '@/lib/program/agenda-document'
import { changesDocument, descriptionsDocument } from '@/lib/program/programme-documents'
import { announcementsDocument } from '@/lib/rooms/announcements-document'
import { roomStatesDocument } from '@/lib/rooms/room-states-document'
import type { LiveDocument } from '@/lib/sync/live-document'
import { readAs } from '@/lib/sync/read-document'
import { agendaOf, at, talk } from './factories/agenda'

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
const read = (document: LiveDocument<unknown>, json: unknown) => readAs(onDevices, document, json)

it('has each live document in both lists, under a name of its own', () => {
  expect(onDevices.map(({ name }) => name)).toEqual(onServers.map(({ document }) => document.name))
  const names = onServers.flatMap((one) => one.names)
  expect(names).toEqual([...new Set(names)])
})

it('reads what the server sends, whole', () => {
  expect(read(agendaDocument, JSON.parse(JSON.stringify(agenda)))).toEqual(agenda)
  expect(read(descriptionsDocument, { s: 'Why' })).toEqual({ s: 'Why' })
  expect(read(changesDocument, [change])).toEqual([change])
  expect(read(roomStatesDocument, { rooms: [room], likelyFull: [] })).toEqual({ rooms: [room], likelyFull: [] })
  expect(read(announcementsDocument, [announcement])).toEqual([announcement])
})

it('reads nothing of what this version does not know', () => {
  for (const json of [undefined, null, 7, '<html>', [7], { viewer: 7 }])
    expect([json, onDevices.map((one) => one.read(json))]).toEqual([json, onDevices.map(() => null)])
  expect(read(roomStatesDocument, { rooms: [{ ...room, state: 'burning' }], likelyFull: [] })).toBe(null)
  expect(read(changesDocument, [{ ...change, version: '3' }])).toBe(null)
  expect(read(agendaDocument, { ...agenda, sessions: [{ ...agenda.sessions[0], rooms: 'hall' }] })).toBe(null)
})
