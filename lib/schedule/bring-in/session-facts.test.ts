import { beforeEach, expect, it } from 'vitest'
import { Prisma } from '@/generated/prisma/client'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import { makePerson } from '@/tests/factories/person'
import { aProgram } from '@/tests/factories/program'
import { testDatabase } from '@/tests/db'
import { setSessionLinks } from '../edit/session-links'
import { importProgram, type ImportRequest } from './import-program'

// What a source knows of a session beside its words and times: level, flags, slides, replay.

const { db } = await testDatabase()
const now = new Date('2026-03-01T10:00:00Z')
const facts = {
  level: 'Beginner',
  flags: ['separate-registration' as const, 'sold-out' as const],
  slidesUrl: 'https://slides.example/1',
  replayUrl: 'https://video.example/1',
}

let conferenceId: string
let source: ImportRequest['source']
beforeEach(async () => {
  conferenceId = (await makeConference(db, { sessions: 0 })).id
  source = { name: 'Site', format: 'program-json', siteKey: 'site', address: null }
})

async function bring(session: Partial<typeof facts>) {
  const program = aProgram([{ title: 'Rust', ...session }])
  const request = { conferenceId, source, program, problems: [], userId: null, bytes: 10, accept: [] }
  const outcome = await importProgram(db, request, now)
  if (!outcome.ok) throw new Error(outcome.reason)
  source = { id: outcome.sourceId }
  return outcome.diffs.map(({ kind, fields }) => [kind, ...fields.map(({ field }) => field)].join(' '))
}

async function stored() {
  const { level, flags, slidesUrl, replayUrl } = await db.session.findFirstOrThrow({ where: { conferenceId } })
  return { level, flags, slidesUrl, replayUrl }
}

it('stores what is new, what changes, and what is taken back', async () => {
  expect([await bring(facts), await stored()]).toEqual([['added'], facts])
  const later = { ...facts, level: 'Expert', flags: ['sold-out' as const] }
  expect([await bring(later), await stored()]).toEqual([['changed level flags'], later])
  expect([await bring({}), await stored()]).toEqual([
    ['changed level flags slidesUrl replayUrl'],
    { level: null, flags: [], slidesUrl: null, replayUrl: null },
  ])
})

it('writes nothing for an unchanged file whose sessions were stored before any of it was kept', async () => {
  await bring({})
  const where = { where: { conferenceId } }
  const { id, imported } = await db.session.findFirstOrThrow(where)
  const said = Object.entries(imported ?? {}).filter(([field]) => !(field in facts))
  await db.session.update({ where: { id }, data: { imported: Object.fromEntries(said) as Prisma.InputJsonObject } })
  const everything = async () => [
    await db.conference.findUnique({ where: { id: conferenceId } }),
    await db.session.findMany(where),
    await db.change.findMany(where),
  ]
  const before = await everything()
  expect([await bring({}), await everything()]).toEqual([['unchanged'], before])
})

it('leaves an organizer’s slides and replay as they are, also where they said that there are none', async () => {
  await bring({ slidesUrl: facts.slidesUrl })
  const { id } = await db.session.findFirstOrThrow({ where: { conferenceId } })
  const person = await makePerson(db)
  const links = { slidesUrl: null, replayUrl: 'https://own.example/v' }
  await setSessionLinks(db, granted(conferenceId, person.id), id, links, now)
  expect([await bring({ ...facts, level: 'Expert' }), await stored()]).toEqual([
    ['changed level flags'],
    { ...facts, level: 'Expert', ...links },
  ])
})
