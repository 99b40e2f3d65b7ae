import ICAL from 'ical.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { endDepartures } from './end-departures'
import { personalCalendar } from './personal-calendar'
import { createFeedToken, revokeFeedToken } from './token'

const { db } = await testDatabase()
const now = new Date('2026-03-20T12:00:00Z')
const before = new Date('2026-03-19T12:00:00Z')
const after = new Date('2026-03-21T12:00:00Z')
const start = new Date('2026-03-28T09:00:00Z')
const end = new Date('2026-03-28T09:30:00Z')

let plan: { userId: string; conferenceId: string }
let feed: { id: string; secret: string }
let number = 0

beforeEach(async () => {
  await db.user.deleteMany()
  await db.conference.deleteMany()
  const user = await db.user.create({ data: { email: 'ada@example.org' } })
  const conference = await db.conference.create({
    data: {
      slug: 'kube',
      name: 'Kube',
      acronym: 'kube',
      timeZone: 'Europe/Amsterdam',
      visibility: 'public',
      createdAt: before,
      updatedAt: before,
    },
  })
  plan = { userId: user.id, conferenceId: conference.id }
  feed = await createFeedToken(db, { ...plan, name: 'Phone' }, now)
  number = 0
})

const read = (token = feed.secret, at = after) =>
  personalCalendar({
    db,
    token,
    basis: 'all that there is',
    now: at,
    publicUrl: 'https://hallway.example',
    instanceId: 'f00d',
  })

async function addSession(
  title: string,
  data: { dayOn?: string; startAt?: Date | null; sequence?: number; status?: 'cancelled'; cancelledAt?: Date } = {},
) {
  const { dayOn = '2026-03-28', ...rest } = data
  return db.session.create({
    data: {
      conferenceId: plan.conferenceId,
      number: ++number,
      title,
      rawTitle: title,
      dayOn: new Date(`${dayOn}T00:00:00Z`),
      startAt: start,
      endAt: rest.startAt === null ? null : end,
      updatedAt: before,
      createdAt: before,
      ...rest,
    },
  })
}

type PickParts = { rank?: 'first' | 'planB' | 'hidden'; sequence?: number; droppedAt?: Date; updatedAt?: Date }

async function pick(session: { id: string }, { rank = 'first', updatedAt = before, ...rest }: PickParts = {}) {
  await db.pick.create({ data: { ...plan, sessionId: session.id, rank, revision: 1n, updatedAt, ...rest } })
}

async function events() {
  const body = (await read())?.body ?? ''
  return new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent').map((event) => {
    const {
      uid,
      summary,
      status,
      sequence,
      dtstamp,
      dtstart,
      dtend,
      transp,
      class: kept,
    } = Object.fromEntries(
      event.getAllProperties().map((property) => [property.name, String(property.getFirstValue())]),
    )
    return { uid, summary, status, sequence, dtstamp, dtstart, dtend, transp, class: kept }
  })
}

it.each([
  ['that its owner chose', 'en', 'fr', 'My plan'],
  ['of the page on which it was made, where they chose none', null, 'fr', 'Mon programme'],
  ['of the conference, where neither is known', null, undefined, 'My plan'],
])('speaks the language %s', async (_, chosen, language, expected) => {
  await db.user.update({ where: { id: plan.userId }, data: { language: chosen } })
  const { secret } = await createFeedToken(db, { ...plan, name: 'Tablet', language }, now)
  expect((await read(secret))?.body).toContain(`NAME:${expected}`)
})

describe('personalCalendar', () => {
  it('holds my picks, and those that left my plan since it was read', async () => {
    const [first, second, dropped] = [
      await addSession('First', { sequence: 2 }),
      await addSession('Second'),
      await addSession('Dropped', { sequence: 1 }),
    ]
    await pick(await addSession('Left'), { sequence: 1, droppedAt: before, updatedAt: before })
    await pick(dropped, { sequence: 2 })
    await read(feed.secret, now)
    await pick(first, { sequence: 1, updatedAt: after })
    await pick(second, { rank: 'planB' })
    await db.pick.update({
      where: { userId_sessionId: { userId: plan.userId, sessionId: dropped.id } },
      data: { sequence: 3, droppedAt: after, updatedAt: after },
    })
    await addSession('Never picked')

    const common = {
      dtstart: '2026-03-28T09:00:00Z',
      dtend: '2026-03-28T09:30:00Z',
      transp: 'OPAQUE',
      class: undefined,
    }
    expect(await events()).toEqual([
      {
        ...common,
        uid: `${first.id}@f00d.hallway`,
        summary: 'First',
        status: 'CONFIRMED',
        sequence: '3',
        dtstamp: '2026-03-21T12:00:00Z',
      },
      {
        ...common,
        uid: `${second.id}@f00d.hallway`,
        summary: 'Plan B: Second',
        status: 'TENTATIVE',
        sequence: '0',
        dtstamp: '2026-03-19T12:00:00Z',
      },
      {
        ...common,
        transp: 'TRANSPARENT',
        uid: `${dropped.id}@f00d.hallway`,
        summary: 'Not in my plan: Dropped',
        status: 'CANCELLED',
        sequence: '4',
        dtstamp: '2026-03-21T12:00:00Z',
      },
    ])
  })

  it('raises the SEQUENCE of what comes back, also after its leaving was forgotten', async () => {
    const session = await addSession('Back and forth')
    const key = { userId_sessionId: { userId: plan.userId, sessionId: session.id } }
    const seen = async (at: Date) => {
      const text = (await read(feed.secret, at))?.body ?? ''
      return [
        /SEQUENCE:(\d+)\r\n(?=DTSTAMP:\S+\r\n(?:DT\S+\r\n)+SUMMARY:[^\r]*Back)/.exec(text)?.[1],
        /STATUS:(\w+)/.exec(text)?.[1],
      ]
    }
    await pick(session)
    expect(await seen(now)).toEqual(['0', 'CONFIRMED'])
    await db.pick.update({ where: key, data: { rank: 'hidden', sequence: 1 } })
    expect(await seen(after)).toEqual(['1', 'CANCELLED'])
    const later = new Date('2026-04-30T12:00:00Z')
    expect(await endDepartures(db, later)).toBe(1)
    expect(await seen(later)).toEqual([undefined, 'CONFIRMED'])
    await db.pick.update({ where: key, data: { rank: 'first', sequence: 1 } })
    expect(await seen(later)).toEqual(['2', 'CONFIRMED'])
  })

  it('says what the conference cancelled, also of a plan B', async () => {
    await pick(await addSession('Gone', { status: 'cancelled', cancelledAt: before }), { rank: 'planB' })
    expect(await events()).toMatchObject([{ summary: 'Cancelled: Gone', status: 'CANCELLED', transp: 'TRANSPARENT' }])
  })

  it('never shows what only was hidden, and says that there is nothing in the plan', async () => {
    await pick(await addSession('Was out'), { rank: 'hidden' })
    expect(await events()).toMatchObject([
      {
        uid: `${feed.id}@f00d.hallway`,
        summary: 'Nothing in my plan yet',
        status: 'CONFIRMED',
        dtstart: '2026-03-28',
        transp: 'TRANSPARENT',
      },
    ])
  })

  it('takes back that there is nothing once something is', async () => {
    await read(feed.secret, now)
    await pick(await addSession('First'))
    expect(await events()).toMatchObject([
      { summary: 'First', status: 'CONFIRMED' },
      { summary: 'Nothing in my plan yet', status: 'CANCELLED', sequence: '1' },
    ])
  })

  it('holds a session without a time as a day', async () => {
    await pick(await addSession('Some day', { startAt: null }))
    expect(await events()).toMatchObject([{ summary: 'Some day', dtstart: '2026-03-28', transp: 'TRANSPARENT' }])
  })

  it('holds my own time, for my eyes only; daily time at the same hour across a change of clocks', async () => {
    await addSession('Saturday')
    await addSession('Sunday', { dayOn: '2026-03-29' })
    const id = '0b6a4a3e-0000-4000-8000-000000000001'
    await db.block.create({
      data: {
        id,
        ...plan,
        title: 'Podcast',
        startAt: new Date('2026-03-28T14:30:00Z'),
        endAt: new Date('2026-03-28T15:00:00Z'),
        daily: true,
        sequence: 2,
        revision: 1n,
        updatedAt: before,
      },
    })
    const common = {
      summary: 'Podcast',
      status: 'CONFIRMED',
      sequence: '2',
      dtstamp: '2026-03-19T12:00:00Z',
      transp: 'OPAQUE',
      class: 'PRIVATE',
    }
    expect(await events()).toEqual([
      {
        ...common,
        uid: `${id}-2026-03-28@f00d.hallway`,
        dtstart: '2026-03-28T14:30:00Z',
        dtend: '2026-03-28T15:00:00Z',
      },
      {
        ...common,
        uid: `${id}-2026-03-29@f00d.hallway`,
        dtstart: '2026-03-29T13:30:00Z',
        dtend: '2026-03-29T14:00:00Z',
      },
    ])
    await db.block.update({ where: { id }, data: { daily: false, sequence: 3, updatedAt: after } })
    const gone = { summary: 'Not in my plan: Podcast', status: 'CANCELLED', sequence: '3', transp: 'TRANSPARENT' }
    expect(await events()).toMatchObject([
      { uid: `${id}@f00d.hallway`, summary: 'Podcast', status: 'CONFIRMED', sequence: '3' },
      { ...gone, uid: `${id}-2026-03-28@f00d.hallway` },
      { ...gone, uid: `${id}-2026-03-29@f00d.hallway` },
    ])
  })

  it('shows nobody else’s picks', async () => {
    const eve = await db.user.create({ data: { email: 'eve@example.org' } })
    const session = await addSession('Hers')
    await db.pick.create({
      data: { userId: eve.id, conferenceId: plan.conferenceId, sessionId: session.id, rank: 'first', revision: 1n },
    })
    expect(await events()).toMatchObject([{ summary: 'Nothing in my plan yet' }])
  })

  it('never holds its own secret, nor its address', async () => {
    await pick(await addSession('First'))
    const body = (await read())?.body ?? ''
    expect(body).toContain('NAME:My plan: Kube')
    expect(body).not.toContain(feed.secret)
    expect(body).not.toMatch(/^(SOURCE|URL:)/m)
  })

  it('gives the same bytes for the same state', async () => {
    await pick(await addSession('First'))
    expect(await read()).toEqual(await read())
  })

  it('was last modified when it last read otherwise, and in a later second each time', async () => {
    const modified = async (at: Date) => (await read(feed.secret, at))?.lastModified
    const session = await addSession('First')
    expect([await modified(after), await modified(new Date('2026-03-22T12:00:00Z'))]).toEqual([after, after])
    await pick(session, { updatedAt: before })
    expect(await modified(after)).toEqual(new Date('2026-03-21T12:00:01Z'))
    await db.conference.update({ where: { id: plan.conferenceId }, data: { updatedAt: after } })
    expect(await modified(after)).toEqual(new Date('2026-03-21T12:00:01Z'))
  })

  it('is the same where no entry shows what changed', async () => {
    const session = await addSession('First')
    await pick(session)
    const before = await read()
    await db.session.update({ where: { id: session.id }, data: { dayOn: new Date('2026-03-29'), capacity: 7 } })
    expect(await read()).toEqual(before)
  })

  it('is in its owner’s language', async () => {
    await pick(await addSession('First'), { rank: 'planB' })
    expect(await events()).toMatchObject([{ summary: 'Plan B: First', sequence: '0' }])
    await db.user.update({ where: { id: plan.userId }, data: { language: 'fr' } })
    expect(await events()).toMatchObject([{ summary: 'Plan B\u00A0: First', sequence: '1' }])
  })

  it('opens nothing for a secret that was never made or is revoked', async () => {
    expect(await read('nonsense')).toBeNull()
    await revokeFeedToken(db, { id: feed.id, userId: plan.userId }, after)
    expect(await read()).toBeNull()
  })

  it('says for 30 days that all is gone to who may no longer see the conference, and nothing else', async () => {
    const session = await addSession('First')
    await pick(session)
    await read()
    await db.conference.update({ where: { id: plan.conferenceId }, data: { visibility: 'private', name: 'Secret' } })
    await db.session.update({ where: { id: session.id }, data: { title: 'Secret', sequence: 5 } })
    const { body = '' } = (await read()) ?? {}
    expect(body).not.toContain('Secret')
    expect(body.replaceAll('\r\n ', '')).toContain(
      'DESCRIPTION:What I picked at Kube. Hallway no longer shows me this conference: it was deleted\\, taken down ' +
        'or made private. If it comes back\\, so does what I picked.',
    )
    expect(await events()).toMatchObject([{ summary: 'No longer shown: First', status: 'CANCELLED', sequence: '1' }])
    await endDepartures(db, new Date('2026-04-30T12:00:00Z'))
    expect(await read()).toBeNull()
    await db.membership.create({ data: { ...plan, role: 'attendee' } })
    expect(await events()).toMatchObject([{ summary: 'Secret', status: 'CONFIRMED', sequence: '5' }])
  })

  it('opens nothing of a private conference to who never could see it', async () => {
    await db.conference.update({ where: { id: plan.conferenceId }, data: { visibility: 'private' } })
    expect(await read()).toBeNull()
    await db.membership.create({ data: { ...plan, role: 'attendee' } })
    expect(await read()).not.toBeNull()
  })
})
