import { beforeEach, expect, it } from 'vitest'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import { aProgram } from '@/tests/factories/program'
import { testDatabase } from '@/tests/db'
import type { Program } from '@/lib/program/program'
import { importProgram, previewImport } from '../bring-in/import-program'
import { setCancelled } from '../edit/cancel-session'
import { compareReleases, listReleases } from './list-releases'
import { previewUndo, undoImport } from './undo-import'

const { db } = await testDatabase()
const at = (day: number) => new Date(Date.UTC(2026, 2, day, 10))
const site = { name: 'Site', format: 'program-json', siteKey: 'site', address: null }

let conferenceId: string
let ada: string
beforeEach(async () => {
  conferenceId = (await makeConference(db, { sessions: 0 })).id
  ada = await somebody('Ada')
})

async function somebody(name: string): Promise<string> {
  return (await db.user.create({ data: { name, email: `${name.toLowerCase()}-${conferenceId}@example.org` } })).id
}

const before = aProgram([
  { title: 'Fog', rooms: ['Hall'], track: 'Air', speakers: ['Eve, Sea'] },
  { title: 'Ice', rooms: ['Hall'] },
  { title: 'Sand' },
])
const after = aProgram([
  { title: 'Fog', rooms: ['Attic'], track: 'Water', speakers: ['Bo, Sky'], language: 'fr' },
  { title: 'Sand' },
  { title: 'Dew', rooms: ['Attic'] },
])

async function bring(program: Program, day: number, source: { id: string } | typeof site = site) {
  const outcome = await importProgram(
    db,
    {
      conferenceId,
      source,
      program,
      problems: [],
      userId: ada,
      bytes: 10,
      accept: ['many-gone', 'all-shifted', 'nothing-scheduled', 'rooms-renamed'],
    },
    at(day),
  )
  if (!outcome.ok) throw new Error(outcome.reason)
  return { id: outcome.sourceId }
}

async function sessions() {
  const rows = await db.session.findMany({
    where: { conferenceId },
    orderBy: { number: 'asc' },
    include: { rooms: { include: { room: true } }, speakers: { include: { speaker: true } }, track: true },
  })
  return rows.map(({ title, status, language, rooms, speakers, track }) =>
    [
      title,
      status,
      language ?? '-',
      track?.name ?? '-',
      ...rooms.map(({ room }) => room.name),
      ...speakers.map(({ speaker }) => speaker.name),
    ].join(' '),
  )
}

it('takes an import back: what came is cancelled, what went is back, what changed is as before', async () => {
  const source = await bring(before, 1)
  const stood = await sessions()
  await bring(after, 2, source)
  expect(await sessions()).toEqual([
    'Fog confirmed fr Water Attic Bo',
    'Ice cancelled - - Hall',
    'Sand confirmed - -',
    'Dew confirmed - - Attic',
  ])

  expect(await undoImport(db, granted(conferenceId, ada), 2, at(3))).toEqual({ number: 3, sessions: 3, left: [] })
  expect(await sessions()).toEqual([...stood, 'Dew cancelled - - Attic'])
  expect(
    (await listReleases(db, conferenceId)).map(({ number, kind, source: from, by, undoes, undoneBy, counts }) => ({
      what: [number, kind, from, by, undoes, undoneBy].join(' '),
      ...counts,
    })),
  ).toEqual([
    { what: '3 undo  Ada 2 ', added: 0, cancelled: 1, restored: 1, changed: 1 },
    { what: '2 import Site Ada  3', added: 1, cancelled: 1, restored: 0, changed: 1 },
    { what: '1 import Site Ada  ', added: 3, cancelled: 0, restored: 0, changed: 0 },
  ])
  // From the first to the last nothing is different but what came and went.
  expect((await compareReleases(db, conferenceId, 3, 1))?.changes).toEqual([])
})

it('lets the same import in once more, with the same sessions', async () => {
  const source = await bring(before, 1)
  await bring(after, 2, source)
  const ids = await db.session.findMany({ where: { conferenceId }, select: { id: true }, orderBy: { number: 'asc' } })
  const stood = await sessions()
  await undoImport(db, granted(conferenceId, ada), 2, at(3))
  await bring(after, 4, source)
  expect(await sessions()).toEqual(stood)
  expect(
    await db.session.findMany({ where: { conferenceId }, select: { id: true }, orderBy: { number: 'asc' } }),
  ).toEqual(ids)
  const again = await previewImport(db, { conferenceId, source, program: after, problems: [], accept: [] })
  expect(again.ok && again.counts.unchanged).toBe(3)
})

it('leaves what an organizer decided since, and says so', async () => {
  const source = await bring(before, 1)
  await bring(after, 2, source)
  const rows = await db.session.findMany({ where: { conferenceId }, orderBy: { number: 'asc' } })
  const [fog, ice, , dew] = rows.map(({ id }) => id)
  if (!fog || !ice || !dew) throw new Error('a session is missing')
  await db.override.create({ data: { sessionId: fog, field: 'rooms', value: ['Attic'], userId: ada } })
  await setCancelled(db, granted(conferenceId, ada), dew, true, at(3))
  await setCancelled(db, granted(conferenceId, ada), ice, false, at(3))

  const { left } = await undoImport(db, granted(conferenceId, ada), 2, at(4))
  expect(new Set(left)).toEqual(
    new Set([
      { sessionId: fog, field: 'rooms', why: 'decided-since' },
      { sessionId: ice, field: 'status', why: 'decided-since' },
      { sessionId: dew, field: 'status', why: 'decided-since' },
    ]),
  )
  expect(await sessions()).toEqual([
    'Fog confirmed - Air Attic Eve',
    'Ice confirmed - - Hall',
    'Sand confirmed - -',
    'Dew cancelled - - Attic',
  ])
})

it('is of the last import of a source alone, and once', async () => {
  const source = await bring(before, 1)
  await bring(after, 2, source)
  expect([await previewUndo(db, conferenceId, 1), (await previewUndo(db, conferenceId, 2))?.diffs.length]).toEqual([
    null,
    3,
  ])
  await expect(undoImport(db, granted(conferenceId, ada), 1, at(3))).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(undoImport(db, granted(conferenceId, ada), 9, at(3))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await undoImport(db, granted(conferenceId, ada), 2, at(3))
  await expect(undoImport(db, granted(conferenceId, ada), 2, at(3))).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(undoImport(db, granted(conferenceId, ada), 3, at(3))).rejects.toMatchObject({ code: 'CONFLICT' })
  // What stood before it can be taken back then.
  expect((await previewUndo(db, conferenceId, 1))?.diffs.length).toBe(3)
})

it("gathers a day's edits by hand, whoever makes them, until something is brought in", async () => {
  const source = await bring(before, 1)
  const rows = await db.session.findMany({ where: { conferenceId }, orderBy: { number: 'asc' } })
  const [fog, ice, sand] = rows.map(({ id }) => id)
  if (!fog || !ice || !sand) throw new Error('a session is missing')
  const bo = await somebody('Bo')
  await setCancelled(db, granted(conferenceId, ada), fog, true, at(2))
  await setCancelled(db, granted(conferenceId, bo), ice, true, at(2))
  await setCancelled(db, granted(conferenceId, bo), ice, false, at(2))
  await setCancelled(db, granted(conferenceId, bo), sand, true, at(3))
  await bring(after, 3, source)
  await setCancelled(db, granted(conferenceId, bo), sand, false, at(3))
  expect(
    (await listReleases(db, conferenceId)).map(
      ({ number, kind, by, counts }) => `${number} ${kind} ${by} -${counts.cancelled} +${counts.restored}`,
    ),
  ).toEqual(['5 edits Bo -0 +1', '4 import Ada -0 +0', '3 edits Bo -1 +0', '2 edits null -1 +0', '1 import Ada -0 +0'])
})
