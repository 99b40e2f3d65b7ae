import { beforeAll, expect, it, vi } from 'vitest'
import { testDatabase } from '@/tests/db'
import { answersFor, signEverybodyIn, visibilities, type Everybody } from '@/tests/everybody'
import { makeConference } from '@/tests/factories/conference'
import { aProgram } from '@/tests/factories/program'
import { importProgram } from '../bring-in/import-program'
import { undoDraftAction, undoImportAction } from './actions'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
vi.mock('next/headers', () => import('@/tests/next-headers'))

let everybody: Everybody
beforeAll(async () => {
  everybody = await signEverybodyIn(db)
})

/** A conference with one import, which is its first release. */
async function imported(visibility: 'public' | 'private') {
  const conference = await makeConference(db, { visibility, sessions: 0 })
  await everybody.join(conference.id)
  const source = { name: 'Site', format: 'program-json', siteKey: 'site', address: null }
  const about = { program: aProgram([{ title: 'Fog' }]), problems: [], bytes: 10, accept: [] }
  const asked = { conferenceId: conference.id, source, ...about, userId: everybody.idOf('owner') }
  await importProgram(db, asked, new Date('2026-03-01T10:00:00Z'))
  return conference
}

const statusIn = async (conferenceId: string) => (await db.session.findFirstOrThrow({ where: { conferenceId } })).status

it.each(visibilities)('lets organizers of a %s conference take an import back', async (visibility) => {
  const places = { organizer: await imported(visibility), owner: await imported(visibility) }
  const { organizer: place } = places
  const heard = await everybody.ask((who) =>
    undoImportAction({ conference: (who === 'owner' ? places.owner : place).slug, release: '1' }),
  )
  expect(heard).toEqual(answersFor(['organizer', 'owner'], visibility))
  expect([await statusIn(place.id), await statusIn(places.owner.id)]).toEqual(['cancelled', 'cancelled'])
})

it.each(visibilities)('lets organizers of a %s conference take a published draft back', async (visibility) => {
  const published = async () => {
    const { id: conferenceId, slug } = await makeConference(db, { visibility, sessions: 0 })
    await everybody.join(conferenceId)
    await db.release.create({ data: { conferenceId, number: 1, kind: 'draft', sinceVersion: 0, version: 1 } })
    return slug
  }
  const places = { organizer: await published(), owner: await published() }
  const heard = await everybody.ask((who) =>
    undoDraftAction({ conference: who === 'owner' ? places.owner : places.organizer, release: '1' }),
  )
  expect(heard).toEqual(answersFor(['organizer', 'owner'], visibility))
})

it('takes back nothing twice, and no release that is not there', async () => {
  const { slug: conference } = await imported('public')
  everybody.become('owner')
  expect([
    await undoImportAction({ conference, release: '1' }),
    await undoImportAction({ conference, release: '1' }),
    // The release that the undo made is no import.
    await undoImportAction({ conference, release: '2' }),
    await undoImportAction({ conference, release: '3' }),
    await undoImportAction({ conference, release: '0' }),
    await undoImportAction({ conference, release: '2147483648' }),
    await undoImportAction({ conference, release: 'the last' }),
  ]).toMatchObject([
    { ok: true, value: { number: 2, sessions: 1, left: [] } },
    { ok: false, reason: 'CONFLICT' },
    { ok: false, reason: 'CONFLICT' },
    { ok: false, reason: 'NOT_FOUND' },
    { ok: false, reason: 'INVALID' },
    { ok: false, reason: 'INVALID' },
    { ok: false, reason: 'INVALID' },
  ])
})
