import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { granted } from '@/tests/factories/granted'
import { loadAgenda } from '../read/load-agenda'
import { sessionLinksSchema } from './schema'
import { setSessionLinks } from './session-links'

const { db } = await testDatabase()
const now = new Date('2026-03-25T09:00:00Z')

it('tells every screen where slides and replay are, and takes it back', async () => {
  const conference = await makeConference(db)
  const [id = ''] = conference.sessionIds
  const links = async () => {
    const agenda = await loadAgenda(db, conference.id)
    const session = agenda?.sessions.find((one) => one.id === id)
    return { version: agenda?.conference.version, slides: session?.slides, replay: session?.replay }
  }
  const { version = 0 } = await links()
  await setSessionLinks(
    db,
    granted(conference.id),
    id,
    { slidesUrl: 'https://example.org/a.pdf', replayUrl: null },
    now,
  )
  expect(await links()).toEqual({ version: version + 1, slides: 'https://example.org/a.pdf', replay: undefined })
  await setSessionLinks(db, granted(conference.id), id, { slidesUrl: null, replayUrl: 'https://example.org/v' }, now)
  expect(await links()).toEqual({ version: version + 2, slides: undefined, replay: 'https://example.org/v' })
})

it('keeps what was said over an imported session as an override, and changes nothing the second time', async () => {
  const conference = await makeConference(db)
  const [id = ''] = conference.sessionIds
  await db.session.update({ where: { id }, data: { imported: {}, replayUrl: 'https://source.example/v' } })
  const author = granted<'editSchedule'>(conference.id, (await makePerson(db)).id)
  const set = () => setSessionLinks(db, author, id, { slidesUrl: 'https://example.org/a.pdf', replayUrl: null }, now)
  const kept = async () => ({
    overrides: await db.override.findMany({
      where: { sessionId: id },
      select: { field: true, value: true },
      orderBy: { field: 'asc' },
    }),
    version: (await db.conference.findUnique({ where: { id: conference.id } }))?.version,
  })
  await set()
  const first = await kept()
  expect(first.overrides).toEqual([
    { field: 'replayUrl', value: null },
    { field: 'slidesUrl', value: 'https://example.org/a.pdf' },
  ])
  await set()
  expect(await kept()).toEqual(first)
})

it('knows no session of another conference', async () => {
  const [one, other] = [await makeConference(db), await makeConference(db)]
  await expect(
    setSessionLinks(
      db,
      granted(one.id),
      other.sessionIds[0] ?? '',
      { slidesUrl: 'https://example.org', replayUrl: null },
      now,
    ),
  ).rejects.toThrow('NOT_FOUND')
})

it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://example.org', 'slides.pdf'])(
  'takes no address such as %s',
  (slidesUrl) => {
    expect(sessionLinksSchema.safeParse({ slidesUrl, replayUrl: '' }).success).toBe(false)
  },
)
