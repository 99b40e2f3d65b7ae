import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { parseFiles, type ParseRequest } from '@/lib/formats/parse'
import type { ImportFile } from '@/lib/formats/reading/adapter'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import { makePerson } from '@/tests/factories/person'
import { aProgram } from '@/tests/factories/program'
import { serveWeb } from '@/tests/web-server'
import { applyBringIn } from '../bring-in/bring-in'
import { fetchSource } from '../bring-in/fetching/fetch-source'
import { RUNS_KEPT } from '../bring-in/runs/import-run'
import { deleteConference } from '../edit/conference-bin'
import { listReleases } from '../releases/list-releases'
import { undoImport } from '../releases/undo-import'
import { checkDueSources } from './check-due-sources'
import { checkSource } from './check-source'
import { takeDueSource, takeSource } from './checked-source'
import { declineWaiting, setChecks, setSourceAddress } from './decide-checks'
import { getSource, listSources } from './list-sources'
import { newAddressSchema } from './schema'
import { loadWaiting } from './waiting-import'

const { db } = await testDatabase()
const parse = async (files: ImportFile[], request: ParseRequest) => parseFiles(files, request)
const access = { allow: ['127.0.0.1'] }
const HOUR = 3_600_000

/** What the site answers, and what it was asked. */
const site = { status: 200, body: '', headers: {} as Record<string, string>, tags: true }
const asked: { path: string; tag: string | undefined }[] = []
const origin = await serveWeb((request, response) => {
  const tag = `"${createHash('md5').update(site.body).digest('hex')}"`
  asked.push({ path: request.url ?? '', tag: request.headers['if-none-match'] })
  if (site.status === 200 && site.tags && request.headers['if-none-match'] === tag)
    return void response.writeHead(304).end()
  response.writeHead(site.status, { ...(site.tags && { etag: tag }), ...site.headers }).end(site.body)
})
const address = `${origin}/schedule.json`

const titles = ['Fog', 'Ice', 'Sand', 'Dew', 'Rime', 'Mist', 'Gale', 'Haze']
type Given = Parameters<typeof aProgram>[0]
const says = (sessions: Given) => void (site.body = JSON.stringify(aProgram(sessions)))
const all = (changes: Record<string, Given[number]> = {}): Given =>
  titles.map((title) => ({ title, rooms: ['Hall'], ...changes[title] }))

let clock = new Date('2026-03-01T10:00:00Z')
const later = (hours: number) => void (clock = new Date(clock.getTime() + hours * HOUR))
let conference: Awaited<ReturnType<typeof makeConference>>
let sourceId = ''
let organizer = ''

beforeEach(async () => {
  Object.assign(site, { status: 200, headers: {}, tags: true })
  clock = new Date('2026-03-01T09:59:00Z')
  await db.source.updateMany({ data: { nextCheckAt: null } })
  conference = await makeConference(db, { sessions: 0 })
  organizer = (await makePerson(db)).id
  await db.membership.create({ data: { conferenceId: conference.id, userId: organizer, role: 'organizer' } })
  says(all())
  await bring()
  sourceId = (await db.source.findFirstOrThrow({ where: { conferenceId: conference.id } })).id
  clock = new Date('2026-03-01T10:00:00Z')
  await setChecks(db, granted(conference.id, organizer), { source: sourceId, minutes: 60 }, clock, 0)
  asked.length = 0
})

/** Somebody brings in what is at the address now. */
async function bring(given: Partial<Parameters<typeof applyBringIn>[1]> = {}) {
  const fetched = await fetchSource(address, access)
  if (!fetched.ok) throw new Error(fetched.reason)
  const request = { ...fetched, conference, sourceName: null, timeZone: null, accept: [], ...given }
  return applyBringIn(db, request, { make: null, userId: organizer }, clock, parse)
}

async function check(userId: string | null = organizer) {
  const source = await takeSource(db, { id: sourceId, conferenceId: conference.id }, clock)
  if (!source) throw new Error('taken')
  return checkSource({ db, now: () => clock, access, parse, random: () => 0 }, source, userId)
}
const checkDue = () => checkDueSources({ db, now: () => clock, access, parse, random: () => 0 })
const rooms = async () =>
  (
    await db.session.findMany({
      where: { conferenceId: conference.id },
      orderBy: { number: 'asc' },
      include: { rooms: { include: { room: true } } },
    })
  ).map(({ title, status, rooms: [first] }) =>
    [title, status === 'confirmed' ? '' : status, first?.room.name].filter(Boolean).join(' '),
  )
const standing = titles.map((title) => `${title} Hall`)
const version = async () => (await db.conference.findUniqueOrThrow({ where: { id: conference.id } })).version
const releases = () => db.release.count({ where: { conferenceId: conference.id } })
const source = async () => {
  const found = await getSource(db, conference, sourceId, clock)
  if (!found) throw new Error('no source')
  return found
}
const runs = async () =>
  (await source()).runs.map(({ kind, outcome, by, bytes, reasons }) =>
    [kind, outcome, by ? 'somebody' : 'itself', bytes > 0 ? 'read' : '-', ...reasons].join(' '),
  )

describe('a check', () => {
  it('asks with what it knows, and changes nothing where nothing is new', async () => {
    const [before, made] = [await version(), await releases()]
    later(1)
    expect(await checkDue()).toEqual({ applied: 0, unchanged: 1, waiting: 0, failed: 0, gone: 0 })
    expect(asked).toEqual([{ path: '/schedule.json', tag: expect.stringMatching(/^"[0-9a-f]{32}"$/) }])
    expect([await version(), await releases(), await runs()]).toEqual([
      before,
      made,
      ['check unchanged itself -', 'import applied somebody read'],
    ])
    expect((await source()).nextCheckAt).toEqual(new Date('2026-03-01T12:00:00Z'))
  })

  it('knows the same content of a site without tags by its hash, and the same words in other bytes', async () => {
    const before = await version()
    site.tags = false
    expect(await check(null)).toEqual({ outcome: 'unchanged', reasons: [], detail: null })
    site.body = `${site.body}\n\n`
    expect(await check(null)).toEqual({ outcome: 'unchanged', reasons: [], detail: null })
    expect([await version(), await releases()]).toEqual([before, 1])
  })

  it('lets a safe change in by the same door as an import: one release, one version, its history', async () => {
    const before = await version()
    says(all({ Fog: { rooms: ['Attic'] } }))
    later(1)
    expect(await checkDue()).toMatchObject({ applied: 1 })
    expect(await rooms()).toEqual(['Fog Attic', ...standing.slice(1)])
    expect([await version(), await releases()]).toEqual([before + 1, 2])
    expect((await listReleases(db, conference.id)).map(({ by, isByItself }) => [by !== null, isByItself])).toEqual([
      [false, true],
      [true, false],
    ])
    expect(await db.change.findMany({ where: { conferenceId: conference.id, version: before + 1 } })).toMatchObject([
      { field: 'rooms', oldValue: ['Hall'], newValue: ['Attic'], userId: null },
    ])
    expect((await source()).runs[0]).toMatchObject({
      kind: 'check',
      outcome: 'applied',
      by: null,
      address,
      bytes: site.body.length,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      counts: { added: 0, changed: 1, cancelled: 0, restored: 0 },
      release: 2,
    })
    later(1)
    expect(await checkDue()).toMatchObject({ unchanged: 1 })
  })

  it('is by whoever asked for it', async () => {
    says(all({ Fog: { rooms: ['Attic'] } }))
    await check(organizer)
    expect((await source()).runs[0]?.by).toMatch(/^Person/)
    expect(await db.release.findFirst({ where: { conferenceId: conference.id, number: 2 } })).toMatchObject({
      userId: organizer,
    })
  })

  it('is by somebody still when their account is gone, and not by itself', async () => {
    says(all({ Fog: { rooms: ['Attic'] } }))
    await check(organizer)
    later(60)
    says(all({ Fog: { rooms: ['Cellar'] } }))
    await check(null)
    await db.user.delete({ where: { id: organizer } })
    expect((await source()).runs.map(({ kind, by, byPerson }) => [kind, by, byPerson])).toEqual([
      ['check', null, false],
      ['check', null, true],
      ['import', null, true],
    ])
    const said = (await listReleases(db, conference.id)).map(({ isByItself, isByGone }) => [isByItself, isByGone])
    expect(said).toEqual([
      [true, false],
      [false, true],
      [false, true],
    ])
  })
})

describe('what fails', () => {
  it.each([
    [401, 'needs-sign-in'],
    [403, 'refused'],
    [404, 'not-found'],
    [429, 'too-many-requests'],
    [500, 'server-failed'],
  ])('is called what it is (%i), and leaves what stands', async (status, reason) => {
    const before = await version()
    Object.assign(site, { status, body: 'no' })
    const { host } = new URL(origin)
    expect(await check(null)).toEqual({ outcome: 'failed', reasons: [reason], detail: `${host}: ${status}` })
    expect([await version(), await rooms(), await runs()]).toEqual([
      before,
      standing,
      [`check failed itself - ${reason}`, 'import applied somebody read'],
    ])
  })

  it.each([
    ['a page', '<!doctype html><title>Soon</title><p>We are working on it.', 'unknown-format'],
    ['a programme without sessions', JSON.stringify(aProgram([])), 'nothing-usable'],
  ])('is %s, too', async (_what, body, reason) => {
    site.body = body
    expect(await check(null)).toMatchObject({ outcome: 'failed', reasons: [reason] })
    expect(await rooms()).toEqual(standing)
  })

  it('is tried later each time, and at its pace again when it is well', async () => {
    const pauses: number[] = []
    const pause = async () => {
      const { nextCheckAt } = await source()
      pauses.push(((nextCheckAt?.getTime() ?? 0) - clock.getTime()) / HOUR)
      clock = nextCheckAt ?? clock
    }
    site.status = 500
    for (let tries = 0; tries < 6; tries++) {
      await check(null)
      await pause()
    }
    site.status = 200
    await check(null)
    await pause()
    expect(pauses).toEqual([2, 4, 8, 16, 24, 24, 1])
  })

  it('is not tried before the site wants to be asked', async () => {
    Object.assign(site, { status: 429, headers: { 'retry-after': String(5 * 3600) } })
    await check(null)
    expect((await source()).nextCheckAt).toEqual(new Date('2026-03-01T15:00:00Z'))
    Object.assign(site, { status: 503, headers: { 'retry-after': 'Mon, 02 Mar 2026 10:00:00 GMT' } })
    await check(null)
    expect((await source()).nextCheckAt).toEqual(new Date('2026-03-02T10:00:00Z'))
  })

  it('is a bug of ours, too: it is written down, and tried again', async () => {
    says(all({ Fog: { rooms: ['Attic'] } }))
    const taken = await takeSource(db, { id: sourceId, conferenceId: conference.id }, clock)
    if (!taken) throw new Error('taken')
    const broken = () => Promise.reject(new Error('an adapter broke'))
    const place = { db, now: () => clock, access, parse: broken, random: () => 0 }
    expect(await checkSource(place, taken, null)).toMatchObject({ outcome: 'failed', reasons: ['broken'] })
    expect((await source()).nextCheckAt).toEqual(new Date('2026-03-01T12:00:00Z'))
  })
})

describe('what waits for a yes', () => {
  const few = () => says(all().slice(0, 1))
  const said = { accept: [], timeZone: null }

  it('is what a guard stops: nothing changes, and it is there to be looked at', async () => {
    few()
    expect(await check(null)).toEqual({ outcome: 'waiting', reasons: ['many-gone'], detail: null })
    expect(await rooms()).toEqual(standing)
    expect((await listSources(db, conference.id))[0]?.waiting).toMatchObject({
      reasons: ['many-gone'],
      createdAt: clock,
      counts: { added: 0, changed: 0, cancelled: 7, restored: 0 },
    })
    later(1)
    // The same again is the same: asked for by its own tag, since the same time.
    expect(await check(null)).toEqual({ outcome: 'waiting', reasons: ['many-gone'], detail: null })
    expect((await source()).waiting?.createdAt).toEqual(new Date('2026-03-01T10:00:00Z'))
  })

  it('is let in as it was found, also when the site has gone meanwhile', async () => {
    few()
    await check(null)
    site.status = 500
    const waiting = await loadWaiting(db, conference, sourceId, { ...said, accept: ['many-gone'] })
    if (!waiting) throw new Error('nothing waits')
    const done = await applyBringIn(db, waiting.request, { make: null, userId: organizer }, clock, parse)
    expect(done).toMatchObject({ reason: null, counts: { cancelled: 7 } })
    expect(await rooms()).toEqual(['Fog Hall', ...standing.slice(1).map((row) => row.replace(' ', ' cancelled '))])
    expect((await source()).waiting).toBe(null)
    site.status = 200
    expect(await check(null)).toEqual({ outcome: 'unchanged', reasons: [], detail: null })
  })

  it('is the newest that was found, and nothing once the site is as before', async () => {
    few()
    await check(null)
    later(1)
    says(all().slice(0, 2))
    await check(null)
    expect((await source()).waiting).toMatchObject({ counts: { cancelled: 6 }, createdAt: clock })
    says(all())
    expect(await check(null)).toMatchObject({ outcome: 'unchanged' })
    expect((await source()).waiting).toBe(null)
  })

  it('is left outside after a no, until the source says something else', async () => {
    few()
    await check(null)
    const { waiting } = await source()
    const no = (hash: string) =>
      declineWaiting(db, granted(conference.id, organizer), { source: sourceId, hash }, clock)
    expect([await no('another'), await no(waiting?.contentHash ?? '')]).toEqual([false, true])
    // Other bytes, the same changes.
    site.body = `${site.body}\n`
    expect(await check(null)).toEqual({ outcome: 'unchanged', reasons: ['declined'], detail: null })
    says(all().slice(0, 2))
    expect(await check(null)).toMatchObject({ outcome: 'waiting' })
    expect(await rooms()).toEqual(standing)
  })

  it('is what an undo took back, together with something new', async () => {
    says(all({ Fog: { rooms: ['Attic'] } }))
    await check(null)
    await undoImport(db, granted(conference.id, organizer), 2, clock)
    expect(await check(null)).toEqual({ outcome: 'unchanged', reasons: [], detail: null })
    site.body = `${site.body}\n`
    expect(await check(null)).toEqual({ outcome: 'unchanged', reasons: ['undone'], detail: null })
    expect([await rooms(), (await source()).undone]).toEqual([standing, 2])
    says(all({ Fog: { rooms: ['Attic'] }, Ice: { rooms: ['Loft'] } }))
    expect(await check(null)).toEqual({ outcome: 'waiting', reasons: ['undone'], detail: null })
    says(all({ Ice: { rooms: ['Loft'] } }))
    expect(await check(null)).toMatchObject({ outcome: 'applied' })
    expect(await rooms()).toEqual(['Fog Hall', 'Ice Loft', ...standing.slice(2)])
  })

  it('is a session that an undo took back', async () => {
    says([...all(), { title: 'Hail', rooms: ['Hall'] }])
    await check(null)
    await undoImport(db, granted(conference.id, organizer), 2, clock)
    site.body = `${site.body}\n`
    expect(await check(null)).toEqual({ outcome: 'unchanged', reasons: ['undone'], detail: null })
  })

  it('is what somebody left out', async () => {
    says(all({ Fog: { rooms: ['Attic'] }, Ice: { rooms: ['Loft'] } }))
    const fog = await db.session.findFirstOrThrow({ where: { conferenceId: conference.id, title: 'Fog' } })
    await bring({ leave: [fog.id] })
    expect(await rooms()).toEqual(['Fog Hall', 'Ice Loft', ...standing.slice(2)])
    later(1)
    expect(await check(null)).toMatchObject({ outcome: 'unchanged' })
    says(all({ Fog: { rooms: ['Attic'] }, Ice: { rooms: ['Cave'] } }))
    expect(await check(null)).toEqual({ outcome: 'waiting', reasons: ['left-out'], detail: null })
  })

  it('is another format, of which nobody has seen how it reads', async () => {
    site.body = [
      'Id,Title,Day,Start,End,Room',
      ...titles.map((title) => `${title},${title},2026-03-24,09:00,10:00,Hall`),
    ].join('\n')
    expect(await check(null)).toMatchObject({ outcome: 'waiting', reasons: expect.arrayContaining(['another-format']) })
  })
})

describe('who checks', () => {
  it('is one of all processes, and another when that one died', async () => {
    later(1)
    const taken = await Promise.all([takeDueSource(db, clock), takeDueSource(db, clock), takeDueSource(db, clock)])
    expect(taken.flatMap((one) => one?.id ?? [])).toEqual([sourceId])
    expect(await takeSource(db, { id: sourceId, conferenceId: conference.id }, clock)).toBe(null)
    clock = new Date(clock.getTime() + 11 * 60_000)
    expect((await takeDueSource(db, clock))?.id).toBe(sourceId)
  })

  it('gives way to whoever brought the source in meanwhile', async () => {
    says(all({ Fog: { rooms: ['Attic'] } }))
    const taken = await takeSource(db, { id: sourceId, conferenceId: conference.id }, clock)
    if (!taken) throw new Error('taken')
    later(1)
    await bring()
    const { body } = site
    says(all())
    expect(await checkSource({ db, now: () => clock, access, parse, random: () => 0 }, taken, null)).toMatchObject({
      outcome: 'unchanged',
    })
    expect(await rooms()).toEqual(['Fog Attic', ...standing.slice(1)])
    site.body = body
  })

  it('stops with the conference, and with the source', async () => {
    says(all({ Fog: { rooms: ['Attic'] } }))
    later(1)
    const taken = await takeDueSource(db, clock)
    if (!taken) throw new Error('taken')
    await deleteConference(db, granted(conference.id, organizer), clock)
    const place = { db, now: () => clock, access, parse, random: () => 0 }
    expect(await checkSource(place, taken, null)).toMatchObject({ outcome: 'gone' })
    later(48)
    expect(await takeDueSource(db, clock)).toBe(null)
    await db.source.delete({ where: { id: sourceId } })
    expect(await checkSource(place, taken, null)).toMatchObject({ outcome: 'gone' })
  })

  it('asks a source of no address never, nor one that is not to be checked', async () => {
    const set = (minutes: number) => setChecks(db, granted(conference.id), { source: sourceId, minutes }, clock, 0)
    await set(0)
    expect(await source()).toMatchObject({ checkMinutes: 0, nextCheckAt: null })
    await db.source.update({ where: { id: sourceId }, data: { address: null } })
    await expect(set(60)).rejects.toMatchObject({ code: 'INVALID' })
    later(48)
    expect(await takeDueSource(db, clock)).toBe(null)
  })
})

describe('an address with a password', () => {
  const locked = async () => (await source()).isLocked
  const withPassword = address.replace('//', '//ann:secret@')

  it('cannot be checked until it is brought in without one', async () => {
    const bringFrom = async (typed: string) => {
      const fetched = await fetchSource(typed, access)
      if (!fetched.ok) throw new Error(fetched.reason)
      await bring(fetched)
    }
    await bringFrom(withPassword)
    const set = (minutes: number) => setChecks(db, granted(conference.id), { source: sourceId, minutes }, clock, 0)
    expect(await locked()).toBe(true)
    await expect(set(60)).rejects.toMatchObject({ code: 'INVALID' })
    await set(0)
    expect(JSON.stringify(await db.source.findUnique({ where: { id: sourceId } }))).not.toContain('secret')

    await bringFrom(address)
    expect(await locked()).toBe(false)
    await set(60)
  })

  it('is known for one where it is given', async () => {
    const said = { conference: 'c', source: sourceId, address: withPassword.replace('schedule', 'new') }
    await setSourceAddress(db, granted(conference.id), newAddressSchema.parse(said), clock)
    expect([await locked(), (await source()).address]).toEqual([true, `${origin}/new.json`])
    await setSourceAddress(db, granted(conference.id), { source: sourceId, address }, clock)
    expect(await locked()).toBe(false)
  })
})

describe('an address that changed', () => {
  it('is asked without what was known of the old one', async () => {
    await setSourceAddress(db, granted(conference.id), { source: sourceId, address: `${origin}/new.json` }, clock)
    expect(await check(null)).toMatchObject({ outcome: 'unchanged' })
    expect(asked).toEqual([{ path: '/new.json', tag: undefined }])
  })

  it('is no other source’s', async () => {
    await db.source.create({
      data: { conferenceId: conference.id, name: 'Other', format: 'csv', address: `${origin}/x` },
    })
    const set = setSourceAddress(db, granted(conference.id), { source: sourceId, address: `${origin}/x` }, clock)
    await expect(set).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

it('keeps the last runs, and those that an undo needs', async () => {
  for (let tries = 0; tries < RUNS_KEPT + 3; tries++) {
    later(1)
    await check(null)
  }
  expect(await runs()).toHaveLength(RUNS_KEPT)
  expect(await db.importRun.count({ where: { sourceId } })).toBe(RUNS_KEPT + 1)
  await undoImport(db, granted(conference.id, organizer), 1, clock)
})

it('writes down where an import by hand came from, without a password, and that one was refused', async () => {
  says(all().slice(0, 1))
  const fetched = await fetchSource(address.replace('//', '//ann:secret@'), access)
  if (!fetched.ok) throw new Error(fetched.reason)
  const request = { ...fetched, conference, sourceName: null, timeZone: null, accept: [] }
  await applyBringIn(db, request, { make: null, userId: organizer }, clock, parse)
  const files = [{ name: 'schedule.json', bytes: new TextEncoder().encode(JSON.stringify(aProgram(all()))) }]
  const given = { files, address: null, siteKey: null, problems: [], fetched: undefined }
  later(1)
  await applyBringIn(db, { ...request, ...given }, { make: null, userId: organizer }, clock, parse)
  expect((await source()).runs.slice(0, 2)).toMatchObject([
    { kind: 'import', outcome: 'unchanged', address: null, fileNames: ['schedule.json'], by: expect.any(String) },
    { kind: 'import', outcome: 'refused', address, fileNames: [], reasons: ['many-gone'], by: expect.any(String) },
  ])
  // Files by hand say nothing about the address: what it gave is known still.
  site.status = 200
  says(all())
  expect(await check(null)).toMatchObject({ outcome: 'unchanged' })
})
