import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as me } from '@/app/api/v1/me/route'
import { GET as takeAlong } from '@/app/api/v1/me/export/route'
import { GET as programme } from '@/app/api/v1/me/conferences/[id]/programme/route'
import { GET as pull } from '@/app/api/v1/pull/route'
import { deleteAccountAction, saveSettingsAction } from '@/app/settings/actions'
import { documents } from '@/lib/feeds/documents'
import { listActs, purgeActs } from '@/lib/operating/server/acts'
import {
  blockAction,
  putBackAction,
  takeDownAction,
  trialMailAction,
  unblockAction,
} from '@/lib/operating/server/actions'
import { listAllConferences, listPeople } from '@/lib/operating/server/lists'
import { readState } from '@/lib/operating/server/state'
import { getTakenDown, listTakenDown } from '@/lib/operating/server/taking-down'
import { makeSignInCode, redeemLink } from '@/lib/people/server/mutations'
import { appoint } from '@/lib/people/server/operator'
import { createRecap } from '@/lib/recaps/server/mutations'
import { findAuthor, listByConference } from '@/lib/recaps/server/public-queries'
import { publishRecap } from '@/lib/recaps/server/publish'
import { deleteConference, listDeletedConferences, restoreConference } from '@/lib/schedule/edit/conference-bin'
import { purgeConferences } from '@/lib/schedule/edit/purge-conferences'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import { openDoor, signIn, until } from '@/tests/front-door'
import { sendCookie } from '@/tests/next-headers'

vi.mock('next/headers', () => import('@/tests/next-headers'))

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
const door = await openDoor({ db, url, documents })

const everybody = ['operator', 'owner', 'somebody', 'blocked', 'guest'] as const
type Who = (typeof everybody)[number]
const people = new Map<Who, { id: string; email: string; cookie: string }>()
let conference: Awaited<ReturnType<typeof makeConference>>

const person = (who: Who) => people.get(who) ?? { id: randomUUID(), email: '', cookie: '' }
const as = (who: Who) => sendCookie(person(who).cookie)
const request = (path: string, who: Who) =>
  new Request(`http://localhost${path}`, { headers: { cookie: person(who).cookie } })
const nothing = { params: Promise.resolve({}) }

beforeEach(async () => {
  await db.setting.deleteMany()
  await db.operatorAct.deleteMany()
  for (const who of everybody)
    if (who !== 'guest') {
      const { user, cookie } = await signIn(db)
      people.set(who, { id: user.id, email: user.email, cookie })
    }
  await appoint(db, person('operator').email, new Date())
  conference = await makeConference(db)
  await db.membership.create({ data: { conferenceId: conference.id, userId: person('owner').id, role: 'owner' } })
  await db.user.update({ where: { id: person('blocked').id }, data: { blockedAt: new Date() } })
})

describe('who may do it', () => {
  const refused: Record<Who, unknown> = {
    operator: null,
    owner: 'FORBIDDEN',
    somebody: 'FORBIDDEN',
    blocked: 'BLOCKED',
    guest: 'UNAUTHENTICATED',
  }
  const doings = {
    block: () => blockAction({ person: person('somebody').id, reason: 'Sold shoes' }),
    unblock: () => unblockAction({ person: person('blocked').id }),
    takeDown: () => takeDownAction({ id: conference.id, reason: 'A copy' }),
    putBack: async () => {
      await db.conference.update({ where: { id: conference.id }, data: { takenDownAt: new Date(0) } })
      return putBackAction({ id: conference.id })
    },
    trialMail: () => trialMailAction(undefined),
  }
  const cases = Object.entries(doings).flatMap(([name, run]) => everybody.map((who) => [name, who, run] as const))

  it.each(cases)('%s as %s', async (name, who, run) => {
    as(who)
    const done = name === 'trialMail' ? { ok: false, reason: 'no-mail' } : { ok: true, value: 'done' }
    expect(await run()).toEqual(refused[who] ? { ok: false, reason: refused[who] } : done)
  })

  it('is asked anew when HALLWAY_OPERATOR names another', async () => {
    vi.stubEnv('HALLWAY_OPERATOR', person('somebody').email)
    as('operator')
    const refusal = await takeDownAction({ id: conference.id, reason: 'A reason' })
    as('somebody')
    const done = await takeDownAction({ id: conference.id, reason: 'A reason' })
    vi.unstubAllEnvs()
    expect([refusal, done]).toEqual([
      { ok: false, reason: 'FORBIDDEN' },
      { ok: true, value: 'done' },
    ])
  })
})

describe('somebody who is blocked', () => {
  const block = async (reason = 'spam') => {
    as('operator')
    expect(await blockAction({ person: person('somebody').id, reason })).toEqual({ ok: true, value: 'done' })
  }

  it('is a guest everywhere, and still takes along what is theirs', async () => {
    expect(
      (await pull(request(`/api/v1/pull?person=${person('somebody').id}&after=0&mark=`, 'somebody'), nothing)).status,
    ).not.toBe(401)
    await block()
    as('somebody')
    expect(await saveSettingsAction({ name: 'New', language: 'en' })).toEqual({ ok: false, reason: 'BLOCKED' })
    expect(
      (await pull(request(`/api/v1/pull?person=${person('somebody').id}&after=0&mark=`, 'somebody'), nothing)).status,
    ).toBe(401)
    const refused = await pull(
      request(`/api/v1/pull?person=${person('somebody').id}&after=0&mark=`, 'somebody'),
      nothing,
    )
    expect(await refused.json()).toEqual({ error: 'BLOCKED' })
    const { id, email } = person('somebody')
    expect(await (await me(request('/api/v1/me', 'somebody'), nothing)).json()).toEqual({
      viewer: { id, email, name: null, blocked: true },
      manages: [],
    })
    const taken = await takeAlong(request('/api/v1/me/export', 'somebody'), nothing)
    expect([taken.status, (await taken.json()).account.email]).toEqual([200, person('somebody').email])
  })

  it('is seen by nobody’s private conference any more', async () => {
    await db.conference.update({
      where: { id: conference.id },
      data: { visibility: 'private', version: { increment: 1 } },
    })
    await db.membership.create({
      data: { conferenceId: conference.id, userId: person('somebody').id, role: 'attendee' },
    })
    const look = () =>
      door.ask(`/c/${conference.slug}/schedule.json`, { headers: { cookie: person('somebody').cookie } })
    // The door hears of a conference as screens do.
    await until(look, ({ status }) => status === 200)
    await block()
    expect((await look()).status).toBe(404)
  })

  it('has their alerts ended, and what they published hidden, until they are let in again', async () => {
    const { id: userId } = person('somebody')
    await db.user.update({ where: { id: userId }, data: { handle: 'spammer', name: 'S' } })
    await db.pushSubscription.create({
      data: { userId, endpoint: `https://push.example/${userId}`, keys: { p256dh: 'x', auth: 'y' } },
    })
    const now = new Date('2026-04-01T10:00:00Z')
    const id = randomUUID()
    await createRecap(db, userId, { id, conferenceId: conference.id, title: 'Buy', text: 'Words', language: 'en' }, now)
    await publishRecap(db, userId, { id, slug: 'buy', publishAt: now.toISOString(), evenSo: true }, now)
    const { version } = await db.conference.findUniqueOrThrow({ where: { id: conference.id } })
    const shown = async () => ({
      author: (await findAuthor(db, 'spammer', now))?.name ?? null,
      listed: (await listByConference(db, conference.id, now)).map(({ content }) => content.title),
      version: (await db.conference.findUniqueOrThrow({ where: { id: conference.id } })).version - version,
      alerts: await db.pushSubscription.count({ where: { userId } }),
    })
    expect(await shown()).toEqual({ author: 'S', listed: ['Buy'], version: 0, alerts: 1 })
    await block()
    expect(await shown()).toEqual({ author: null, listed: [], version: 1, alerts: 0 })
    expect(await unblockAction({ person: userId })).toEqual({ ok: true, value: 'done' })
    expect(await shown()).toEqual({ author: 'S', listed: ['Buy'], version: 2, alerts: 0 })
  })

  it('can delete their account; the log then names nobody', async () => {
    await block()
    as('somebody')
    const { email } = person('somebody')
    expect(await deleteAccountAction({ confirmed: email, withConferences: false })).toEqual({
      ok: true,
      value: { ok: true },
    })
    expect(await listActs(db)).toEqual([
      {
        id: expect.any(String),
        kind: 'blocked',
        at: expect.any(Date),
        reason: 'spam',
        by: person('operator').email,
        byCommand: false,
        person: null,
        conference: null,
      },
    ])
  })

  it('is blocked still when they delete their account and come again, until they are let in', async () => {
    await block()
    as('somebody')
    const { email } = person('somebody')
    await deleteAccountAction({ confirmed: email, withConferences: false })
    const now = new Date()
    const again = async () => {
      const { token } = await makeSignInCode(db, { email, deviceHash: null }, 's'.repeat(32), now)
      const signedIn = await redeemLink(db, token, now)
      return db.user.findUniqueOrThrow({ where: { id: signedIn.ok ? signedIn.userId : '' } })
    }
    const { id, blockedAt } = await again()
    expect(blockedAt).toEqual(expect.any(Date))
    expect(JSON.stringify(await db.setting.findMany())).not.toContain(email)
    as('operator')
    expect(await unblockAction({ person: id })).toEqual({ ok: true, value: 'done' })
    await db.user.delete({ where: { id } })
    expect((await again()).blockedAt).toBeNull()
  })

  it('is never the operator who does it, and is blocked once', async () => {
    as('operator')
    expect(await blockAction({ person: person('operator').id, reason: 'A reason' })).toEqual({
      ok: false,
      reason: 'oneself',
    })
    expect(await blockAction({ person: person('blocked').id, reason: 'A reason' })).toEqual({
      ok: false,
      reason: 'already',
    })
    expect(await blockAction({ person: randomUUID(), reason: 'A reason' })).toEqual({ ok: false, reason: 'gone' })
    const invalid = { ok: false, reason: 'INVALID', issues: [{ path: 'reason', message: expect.any(String) }] }
    expect(await blockAction({ person: person('somebody').id, reason: ' ' })).toEqual(invalid)
    expect(await takeDownAction({ id: randomUUID(), reason: '' })).toEqual(invalid)
    expect(await listActs(db)).toEqual([])
  })
})

describe('a conference that is taken down', () => {
  const takeDown = async () => {
    as('operator')
    expect(await takeDownAction({ id: conference.id, reason: 'a copy' })).toEqual({ ok: true, value: 'done' })
  }
  const state = () =>
    db.conference.findUniqueOrThrow({
      where: { id: conference.id },
      select: { visibility: true, deletedAt: true, takenDownAt: true },
    })
  const take = (who: Who) =>
    programme(request(`/api/v1/me/conferences/${conference.id}/programme`, who), {
      params: Promise.resolve({ id: conference.id }),
    })

  it('is gone for everybody; its owner alone takes its programme along, and cannot bring it back', async () => {
    await takeDown()
    expect(await state()).toEqual({ visibility: 'private', deletedAt: expect.any(Date), takenDownAt: expect.any(Date) })
    const owner = person('owner').id
    expect(await listDeletedConferences(db, owner, new Date())).toEqual([])
    await expect(restoreConference(db, owner, conference.id, new Date())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await listTakenDown(db, owner)).toEqual([
      { id: conference.id, name: conference.name, takenDownAt: expect.any(Date), reason: 'a copy' },
    ])
    expect(await getTakenDown(db, person('owner'), conference.id)).toEqual({
      id: conference.id,
      name: conference.name,
      slug: conference.slug,
      takenDownAt: expect.any(Date),
      reason: 'a copy',
      isOwner: true,
      mayPutBack: false,
    })
    expect(await getTakenDown(db, person('somebody'), conference.id)).toBeNull()
    const [sessionId = ''] = conference.sessionIds
    await db.pick.create({
      data: { userId: person('somebody').id, sessionId, conferenceId: conference.id, rank: 'first', revision: 1 },
    })
    expect(await getTakenDown(db, person('somebody'), conference.id)).toMatchObject({
      isOwner: false,
      mayPutBack: false,
    })
    expect(await getTakenDown(db, person('operator'), conference.id)).toMatchObject({
      isOwner: false,
      mayPutBack: true,
    })
    const answers = Object.fromEntries(
      await Promise.all(everybody.map(async (who) => [who, (await take(who)).status] as const)),
    )
    expect(answers).toEqual({ operator: 404, owner: 200, somebody: 404, blocked: 404, guest: 401 })
    const titles = JSON.stringify(await (await take('owner')).json())
    for (const number of [1, 2, 3]) expect(titles).toContain(`Session ${number}`)
  })

  it('stays as long as it is down, and comes back as it was', async () => {
    await takeDown()
    await purgeConferences(db, new Date(Date.now() + 60 * 86_400_000))
    expect(await putBackAction({ id: conference.id })).toEqual({ ok: true, value: 'done' })
    expect(await state()).toEqual({ visibility: 'public', deletedAt: null, takenDownAt: null })
    expect(await db.session.count({ where: { conferenceId: conference.id } })).toBe(3)
    expect((await listActs(db)).map(({ kind, by, conference: name }) => [kind, by, name])).toEqual([
      ['putBack', person('operator').email, conference.name],
      ['takenDown', person('operator').email, conference.name],
    ])
  })

  it('is in its owner’s bin again when they had deleted it before', async () => {
    await deleteConference(db, granted(conference.id, person('owner').id), new Date(Date.now() - 1_000))
    await takeDown()
    await putBackAction({ id: conference.id })
    expect((await listDeletedConferences(db, person('owner').id, new Date())).map(({ id }) => id)).toEqual([
      conference.id,
    ])
  })
})

it('lists people and conferences, found by a part of a name', async () => {
  const { shown } = await listPeople(db, person('blocked').email.slice(0, 20).toUpperCase())
  expect(shown).toEqual([
    {
      id: person('blocked').id,
      email: person('blocked').email,
      name: null,
      createdAt: expect.any(Date),
      seenAt: expect.any(Date),
      blockedAt: expect.any(Date),
      runs: 0,
      owns: [],
    },
  ])
  const owner = (await listPeople(db, person('owner').email)).shown
  expect(owner.map(({ runs, owns }) => ({ runs, owns }))).toEqual([{ runs: 1, owns: [conference.name] }])
  expect((await listPeople(db, '%')).all).toBe(0)
  expect((await listPeople(db, '')).all).toBe(await db.user.count())
  expect(await listAllConferences(db, conference.name.toUpperCase())).toEqual({
    all: 1,
    gone: 0,
    shown: [
      {
        id: conference.id,
        slug: conference.slug,
        name: conference.name,
        isPublic: true,
        owners: [person('owner').email],
        sessions: 3,
        createdAt: expect.any(Date),
        deletedAt: null,
        takenDownAt: null,
        wasDeleted: false,
      },
    ],
  })
})

it('says of a conference whether its owner had deleted it, and how many are gone', async () => {
  const facts = async () => {
    const { shown, gone } = await listAllConferences(db, conference.slug)
    return [shown.map(({ takenDownAt, wasDeleted }) => [takenDownAt !== null, wasDeleted]), gone]
  }
  as('operator')
  const said = [await facts()]
  await takeDownAction({ id: conference.id, reason: 'A copy' })
  said.push(await facts())
  await putBackAction({ id: conference.id })
  await deleteConference(db, granted(conference.id, person('owner').id), new Date(Date.now() - 1_000))
  said.push(await facts())
  await takeDownAction({ id: conference.id, reason: 'A copy' })
  said.push(await facts())
  expect(said).toEqual([
    [[[false, false]], 0],
    [[[true, false]], 1],
    [[[false, true]], 1],
    [[[true, true]], 1],
  ])
})

it('counts every picture that is stored: photos whose bytes are here, and plans of floors', async () => {
  const { pictures: before } = await readState(db)
  const photo = { userId: person('somebody').id, mediaType: 'image/jpeg', width: 4, height: 3, revision: 1 }
  const at = { takenAt: new Date(), createdAt: new Date() }
  for (const bytes of [0, 500]) await db.photo.create({ data: { id: randomUUID(), ...photo, ...at, bytes } })
  const floor = { name: '1', pictureId: randomUUID(), width: 4, height: 3 }
  await db.floor.create({ data: { conferenceId: conference.id, ...floor, bytes: 7_000 } })
  const { pictures } = await readState(db)
  expect(pictures).toEqual({
    photos: before.photos + 1,
    plans: before.plans + 1,
    bytes: before.bytes + 7_500,
    bucket: null,
  })
})

it('forgets after two years what was done', async () => {
  as('operator')
  await blockAction({ person: person('somebody').id, reason: 'A reason' })
  const days = (count: number) => new Date(Date.now() + count * 86_400_000)
  expect([await purgeActs(db, days(729)), await purgeActs(db, days(731))]).toEqual([0, 1])
})
