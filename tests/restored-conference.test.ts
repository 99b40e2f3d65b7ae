import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { writeBackupFile } from '@/lib/backup/backup-file'
import { restoreFromBackup } from '@/lib/backup/conference/restore-from-backup'
import { restoreRows } from '@/lib/backup/restore-rows'
import { pull, push } from '@/lib/handlers'
import { deleteConference } from '@/lib/schedule/edit/conference-bin'
import { purgeConferences } from '@/lib/schedule/edit/purge-conferences'
import { testDatabase } from './db'
import { makeConference } from './factories/conference'
import { granted } from './factories/granted'
import { makePerson } from './factories/person'

const folder = mkdtempSync(join(tmpdir(), 'hallway-restored-'))
const now = new Date('2026-11-30T04:00:00Z')
const [there, here] = [await testDatabase(), await testDatabase()]

type Person = Awaited<ReturnType<typeof makePerson>>
const [ada, bob] = [await makePerson(there.db), await makePerson(there.db)]
const conference = await makeConference(there.db)
let backup = { from: '', path: '' }

/** A backup of an installation, and the database beside in which its rows are. */
async function backUp(url: string) {
  const [path, beside] = [join(folder, `${randomUUID()}.tar.gz`), await testDatabase()]
  await writeBackupFile(path, { url, hallway: '0.1.0', secrets: null, now })
  await restoreRows({ url: beside.url, path, pictures: false })
  return { from: beside.url, path }
}

const restore = (given: Partial<Parameters<typeof restoreFromBackup>[0]> = {}) =>
  restoreFromBackup({
    ...{ ...backup, to: here.url, slug: conference.slug, now, isTrial: false },
    blockedSince: async () => null,
    ...given,
  })

const pick = (sessionId: string) => ({ id: randomUUID(), name: 'setPick', args: { sessionId, rank: 'first' } })
const send = (db: typeof here.db, person: Person, sessionId: string) =>
  push(
    db,
    person,
    { person: person.id, device: randomUUID(), mutations: [{ ...pick(sessionId), at: now.toISOString() }] },
    now,
  )

beforeAll(async () => {
  process.env.HALLWAY_DATA = folder
  await there.db.membership.create({ data: { conferenceId: conference.id, userId: bob.id, role: 'owner' } })
  for (const person of [ada, bob]) await send(there.db, person, conference.sessionIds[0] ?? '')
  await there.db.session.updateMany({ data: { description: 'As it was' } })
  backup = await backUp(there.url)
})

it('knows people by their address, changes no account, and tells their devices', async () => {
  const data = { email: ada.email, name: 'Another name', revision: 7 }
  const known = await here.db.user.create({ data })
  const viewer = { ...ada, id: known.id }
  const { mark } = await pull(here.db, viewer, { person: known.id, after: 0, mark: '1-a' })

  const restored = await restore()
  const select = { id: true, email: true, name: true, revision: true }
  expect([restored.way, restored.accounts]).toEqual(['new', { known: 1, made: 1 }])
  expect(await here.db.user.findMany({ select, orderBy: { email: 'asc' } })).toEqual([
    { id: known.id, ...data, revision: 8n },
    { id: bob.id, email: bob.email, name: bob.name, revision: 1n },
  ])
  const told = (after: number) => ({
    picks: [expect.objectContaining({ sessionId: conference.sessionIds[0], conferenceId: conference.id })],
    revision: after,
  })
  // Its mark is of a history that lacked these rows: it compares all that it holds.
  expect(await pull(here.db, viewer, { person: known.id, after: 7, mark })).toMatchObject({ ...told(8), isAll: true })
  expect(await pull(here.db, bob, { person: bob.id, after: 0 })).toMatchObject(told(1))
  expect(await here.db.membership.findMany({ select: { userId: true, role: true } })).toEqual([
    { userId: bob.id, role: 'owner' },
  ])
  expect(await here.db.conference.findFirst({ select: { version: true, lastNumber: true } })).toEqual({
    version: conference.version + 1000,
    lastNumber: conference.lastNumber + 1000,
  })
})

it('overwrites nothing, and names what is in the way', async () => {
  const other = await makeConference(here.db)
  const before = await here.db.conference.findMany({ orderBy: { id: 'asc' } })
  const refusals: [Partial<Parameters<typeof restore>[0]>, string][] = [
    [{}, `${conference.name} is here, as ${conference.slug}.`],
    [{ as: other.slug }, `${other.slug} is the address of ${other.name}.`],
    [{ as: conference.slug }, `${conference.slug} is the address of ${conference.name}.`],
    [{ slug: 'nowhere' }, 'the backup holds no conference nowhere.'],
  ]
  for (const [given, reason] of refusals) await expect(restore(given)).rejects.toThrow(reason)
  expect((await restore({ as: 'a-trial', isTrial: true })).way).toBe('copy')
  expect(await here.db.conference.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
})

it('puts the programme beside the one that is here, private and under ids of its own', async () => {
  const picks = await here.db.pick.count()
  expect(await restore({ as: 'as-it-was' })).toMatchObject({ way: 'copy', address: 'as-it-was', accounts: { made: 0 } })
  const copy = await here.db.conference.findUniqueOrThrow({
    where: { slug: 'as-it-was' },
    include: { sessions: { orderBy: { number: 'asc' } }, memberships: { select: { userId: true, role: true } } },
  })
  expect({ ...copy, sessions: copy.sessions.map(({ title }) => title) }).toMatchObject({
    visibility: 'private',
    version: conference.version,
    sessionCount: 3,
    sessions: ['Session 1', 'Session 2', 'Session 3'],
    memberships: [{ userId: bob.id, role: 'owner' }],
  })
  expect(copy.sessions.filter(({ id }) => conference.sessionIds.includes(id))).toEqual([])
  expect(await here.db.pick.count()).toBe(picks)
})

it('brings a purged one back around what people wrote in it, whatever came after the backup', async () => {
  await send(here.db, bob, conference.sessionIds[1] ?? '')
  await deleteConference(here.db, granted(conference.id, bob.id), now)
  const refused = (who: string) => `${conference.name} is here, deleted: ${who}`
  await expect(restore()).rejects.toThrow(
    refused('its owner brings it back from the list of conferences, within 30 days of its deletion. With --as'),
  )
  await here.db.user.update({ where: { id: bob.id }, data: { blockedAt: now } })
  await expect(restore()).rejects.toThrow(
    refused(
      `its owner is blocked. The command operator -- --conference ${conference.slug} --owner ADDRESS makes somebody ` +
        'its owner. They bring it back from the list of conferences, within 30 days of its deletion. With --as',
    ),
  )
  await here.db.membership.deleteMany({ where: { conferenceId: conference.id } })
  await expect(restore()).rejects.toThrow(refused('nobody owns it any more. The command operator'))
  await here.db.user.update({ where: { id: bob.id }, data: { blockedAt: null } })
  const later = new Date('2027-02-01T00:00:00Z')
  expect(await purgeConferences(here.db, later)).toBe(1)
  const purged = await here.db.conference.findUniqueOrThrow({ where: { id: conference.id } })
  expect(await here.db.session.count({ where: { conferenceId: conference.id } })).toBe(2)

  expect((await restore({ now: later })).way).toBe('again')
  const back = await here.db.conference.findUniqueOrThrow({
    where: { id: conference.id },
    include: { sessions: true, picks: true },
  })
  expect(back).toMatchObject({ slug: conference.slug, visibility: 'public', deletedAt: null, purgedAt: null })
  expect(back.version).toBeGreaterThan(purged.version)
  expect(back.sessions.map(({ description }) => description)).toEqual(['As it was', 'As it was', 'As it was'])
  expect(back.picks).toHaveLength(3)
})

it('blocks again whoever was blocked, and gives no author an address that is somebody else’s', async () => {
  const author = await makePerson(there.db)
  await there.db.user.update({ where: { id: author.id }, data: { handle: 'author' } })
  const own = await makeConference(there.db)
  await there.db.membership.create({ data: { conferenceId: own.id, userId: author.id, role: 'owner' } })
  const series = { conferenceId: own.id, slug: 'days', title: 'Days' }
  await there.db.series.create({ data: { ...series, userId: author.id } })
  await there.db.series.create({ data: { ...series, userId: bob.id } })
  await here.db.series.create({ data: { slug: 'days', title: 'Others', userId: bob.id } })
  await here.db.user.create({ data: { email: 'taken@example.org', handle: 'author' } })
  const blockedAt = new Date('2026-11-01T00:00:00Z')
  const blockedSince = async (email: string) => (email === author.email ? blockedAt : null)
  await restore({ ...(await backUp(there.url)), slug: own.slug, blockedSince })
  expect(await here.db.user.findUnique({ where: { id: author.id } })).toMatchObject({ handle: null, blockedAt })
  expect(
    await here.db.series.findMany({
      select: { slug: true, title: true },
      orderBy: [{ slug: 'asc' }, { title: 'asc' }],
    }),
  ).toEqual([
    { slug: 'days', title: 'Days' },
    { slug: 'days', title: 'Others' },
    { slug: 'days-2', title: 'Days' },
  ])
})
