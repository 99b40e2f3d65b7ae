import { expect, it } from 'vitest'
import { makeConference } from '@/tests/factories/conference'
import { aProgram } from '@/tests/factories/program'
import { testDatabase } from '@/tests/db'
import type { Program } from '@/lib/program/program'
import { countAffected } from './preview/count-affected'
import { changeKey } from './diff'
import { importProgram, previewImport } from './import-program'

const { db } = await testDatabase()
const now = new Date('2026-03-01T10:00:00Z')
const site = { name: 'Site', format: 'program-json', siteKey: 'site', address: null }
const before = aProgram([{ title: 'Fog', rooms: ['Hall'] }, { title: 'Ice' }, { title: 'Sand' }, { title: 'Reef' }])
const after = aProgram([
  { title: 'Fog', rooms: ['Attic'] },
  { title: 'Sand', language: 'fr' },
  { title: 'Reef' },
  { title: 'Dew', rooms: ['Shed'], speakers: ['Bo, Sky'] },
])

async function stands() {
  const { id: conferenceId } = await makeConference(db, { sessions: 0 })
  const bring = (program: Program, source: { id: string } | typeof site, leave: string[] = []) =>
    importProgram(
      db,
      { conferenceId, source, program, problems: [], userId: null, bytes: 1, accept: ['many-gone'], leave },
      now,
    )
  const first = await bring(before, site)
  if (!first.ok) throw new Error(first.reason)
  const source = { id: first.sourceId }
  const preview = await previewImport(db, { conferenceId, source, program: after, problems: [], accept: [] })
  if (!('diffs' in preview)) throw new Error('no difference')
  const keyOf = (title: string) => {
    const diff = preview.diffs.find(({ snapshot }) => snapshot.title === title)
    return diff ? changeKey(diff) : ''
  }
  const sessions = async () =>
    (
      await db.session.findMany({
        where: { conferenceId },
        orderBy: { number: 'asc' },
        include: { rooms: { include: { room: true } } },
      })
    ).map(({ title, status, language, rooms }) =>
      [title, status, language, ...rooms.map(({ room }) => room.name)].filter(Boolean).join(' '),
    )
  return { conferenceId, source, bring, keyOf, sessions, diffs: preview.diffs }
}

it('leaves what is ticked as it is, brings the rest, and offers it again the next time', async () => {
  const { conferenceId, source, bring, keyOf, sessions } = await stands()
  const outcome = await bring(after, source, ['Fog', 'Ice', 'Dew'].map(keyOf))
  expect(outcome.ok && outcome.counts).toEqual({ added: 0, changed: 1, cancelled: 0, restored: 0, unchanged: 1 })
  expect(await sessions()).toEqual(['Fog confirmed Hall', 'Ice confirmed', 'Sand confirmed fr', 'Reef confirmed'])
  // Nor is what they alone name.
  expect((await db.room.findMany({ where: { conferenceId } })).map(({ name }) => name)).toEqual(['Hall'])
  expect(await db.speaker.count({ where: { conferenceId } })).toBe(0)

  const again = await previewImport(db, { conferenceId, source, program: after, problems: [], accept: [] })
  expect('counts' in again && again.counts).toEqual({ added: 1, changed: 1, cancelled: 1, restored: 0, unchanged: 2 })
  await bring(after, source)
  expect(await sessions()).toEqual([
    'Fog confirmed Attic',
    'Ice cancelled',
    'Sand confirmed fr',
    'Reef confirmed',
    'Dew confirmed Shed',
  ])
})

it('asks for no yes to what is left out', async () => {
  const { source, keyOf } = await stands()
  const none = aProgram([{ title: 'Fog', rooms: ['Hall'] }])
  const { conferenceId } = await db.source.findUniqueOrThrow({ where: { id: source.id } })
  const request = { conferenceId, source, program: none, problems: [], userId: null, bytes: 1 }
  const gone = ['Ice', 'Sand', 'Reef'].map(keyOf)
  const refused = {
    ...request,
    problems: [{ severity: 'error' as const, path: '', code: 'file-cut-short', detail: '' }],
  }
  expect(await importProgram(db, { ...refused, accept: [] }, now)).toMatchObject({ ok: false, reason: 'guarded' })
  expect(await importProgram(db, { ...refused, accept: [], leave: gone }, now)).toMatchObject({
    ok: true,
    counts: { cancelled: 0, unchanged: 1 },
  })
})

it('counts people who picked what changes from five on, each once, and fewer not at all', async () => {
  const { conferenceId, diffs } = await stands()
  const rows = await db.session.findMany({ where: { conferenceId }, orderBy: { number: 'asc' } })
  const [fog, ice, , reef] = rows.map(({ id }) => id)
  if (!fog || !ice || !reef) throw new Error('a session is missing')
  const pick = async (person: number, sessionId: string, droppedAt: Date | null = null) => {
    const email = `affected-${person}@example.org`
    const { id: userId } = await db.user.upsert({ where: { email }, create: { email }, update: {} })
    await db.pick.create({ data: { userId, sessionId, conferenceId, rank: 'first', revision: 1n, droppedAt } })
  }
  for (const person of [1, 2, 3, 4]) await pick(person, fog)
  await pick(1, ice)
  await pick(5, reef)
  await pick(6, ice, now)
  expect(await countAffected(db, diffs)).toBe(null)
  await pick(7, ice)
  expect(await countAffected(db, diffs)).toBe(5)
})
