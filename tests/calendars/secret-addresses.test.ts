import { beforeEach, describe, expect, it } from 'vitest'
import { findFeed } from '@/lib/feeds/secret/find-feed'
import { requireFeedSubject } from '@/lib/feeds/feed-owner'
import { feedSubjects, type FeedSubject } from '@/lib/feeds/secret/subject'
import { createFeedToken, restoreFeedToken, revokeFeedToken } from '@/lib/feeds/token'
import { AppError } from '@/lib/platform/errors'
import { createGroup, joinGroup, leaveGroup, putOut } from '@/lib/planning/server/groups'
import { setPicks } from '@/lib/planning/server/set-picks'
import { deleteConference, restoreConference } from '@/lib/schedule/edit/conference-bin'
import { editRoom } from '@/lib/schedule/edit/edit-room'
import { settleEntries } from '@/lib/schedule/edit/revise-entries'
import { mergeParts } from '@/lib/schedule/merging/merge-parts'
import { testDatabase } from '../db'
import { makeConference } from '../factories/conference'
import { granted } from '../factories/granted'
import { makePerson } from '../factories/person'
import { openDoor } from '../front-door'
import { countingClient } from '../query-counter'

// What secret addresses answer over the wire, at two front doors that share nothing but the database.
const { db, url } = await testDatabase()
const { counting, countQueries } = countingClient(url)
const open = (client: typeof db) =>
  openDoor({
    db: client,
    url,
    feed: (request) => findFeed({ ...request, db: client, publicUrl: 'https://hallway.example', instanceId: 'test' }),
  })
const [door, secondDoor] = [await open(db), await open(counting)]
const now = new Date('2026-03-20T12:00:00Z')

let place: Awaited<ReturnType<typeof makePlace>>

/** A private conference of two sessions, of which the first is in every part, and two members who share a group. */
async function makePlace() {
  const { id: conferenceId, sessionIds } = await makeConference(db, { visibility: 'private', sessions: 2 })
  const [owner, member, stranger] = [await makePerson(db), await makePerson(db), await makePerson(db)]
  await db.membership.createMany({
    data: [
      { conferenceId, userId: owner.id, role: 'owner' },
      { conferenceId, userId: member.id, role: 'attendee' },
    ],
  })
  const [first = '', second = ''] = sessionIds
  const part = { conferenceId, slug: 'one', name: 'One' }
  const [track, room] = [await db.track.create({ data: { ...part, color: 1 } }), await db.room.create({ data: part })]
  const speaker = await db.speaker.create({ data: part })
  const colocated = await db.colocatedEvent.create({ data: { ...part, key: 'one' } })
  await db.session.update({
    where: { id: first },
    data: {
      trackId: track.id,
      colocatedId: colocated.id,
      rooms: { create: { roomId: room.id } },
      speakers: { create: { speakerId: speaker.id } },
    },
  })
  const group = await createGroup(db, owner.id, { conferenceId, name: 'Crew' }, now)
  if (!group.ok) throw new Error(group.reason)
  await joinGroup(db, member.id, { groupId: group.id, conferenceId }, new Date(now.getTime() + 1_000))
  await pick(member, first)
  await db.$transaction((tx) => settleEntries(tx, conferenceId))
  const ids: Record<FeedSubject, string | null> = {
    plan: null,
    conference: null,
    group: group.id,
    track: track.id,
    room: room.id,
    speaker: speaker.id,
    colocated: colocated.id,
  }
  return { conferenceId, owner, member, stranger, first, second, ids }
}

function pick(person: Awaited<ReturnType<typeof makePerson>>, sessionId: string) {
  return db.$transaction((tx) => setPicks(tx, person, [{ sessionId, rank: 'first' }], now))
}

async function makeAddress(subject: FeedSubject, { id: userId } = place.member) {
  const { conferenceId, ids } = place
  const of = { userId, conferenceId, subject, subjectId: ids[subject], name: 'Phone' }
  const { id, secret } = await createFeedToken(db, of, now)
  return { id, path: `/feeds/${secret}.ics` }
}

const statuses = async (path: string) => [(await door.ask(path)).status, (await secondDoor.ask(path)).status]
const titles = async (path: string) =>
  [...(await door.ask(path)).text.matchAll(/\r\nSUMMARY:([^\r]*)/g)].map(([, title]) => title)

beforeEach(async () => {
  place = await makePlace()
})

describe('who may have an address', () => {
  const nobody = { kind: 'guest' as const }
  const everything = Object.fromEntries(feedSubjects.map((subject) => [subject, 'ok']))
  const nothing = Object.fromEntries(feedSubjects.map((subject) => [subject, 'NOT_FOUND']))
  const cases = [
    ['a member', async () => place.member, everything],
    ['its owner', async () => place.owner, everything],
    ['somebody else', async () => place.stranger, nothing],
    ['a guest', async () => nobody, Object.fromEntries(feedSubjects.map((subject) => [subject, 'UNAUTHENTICATED']))],
    [
      'whoever left the group',
      async () => {
        await leaveGroup(db, place.member.id, place.ids.group ?? '')
        return place.member
      },
      { ...everything, group: 'NOT_FOUND' },
    ],
    [
      'whoever is no member any more',
      async () => {
        await db.membership.deleteMany({ where: { userId: place.member.id } })
        return place.member
      },
      nothing,
    ],
  ] as const

  it.each(cases)('%s', async (_, come, expected) => {
    const viewer = await come()
    const { conferenceId, ids } = place
    const heard: Record<string, string> = {}
    for (const subject of feedSubjects)
      heard[subject] = await requireFeedSubject(db, viewer, { conferenceId, subject, subjectId: ids[subject] }).then(
        () => 'ok',
        (error) => (error instanceof AppError ? error.code : Promise.reject(error)),
      )
    expect(heard).toEqual(expected)
  })

  it('has none of another conference’s part', async () => {
    const { id: conferenceId } = await makeConference(db)
    for (const subject of ['room', 'track', 'speaker', 'colocated', 'group'] as const)
      await expect(
        requireFeedSubject(db, place.member, { conferenceId, subject, subjectId: place.ids[subject] }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe.each(feedSubjects)('the address of a %s', (subject) => {
  it('answers calendars alone, without a word to anybody else', async () => {
    const { id, path } = await makeAddress(subject)
    const { status, headers, text } = await door.ask(path, { headers: { 'user-agent': 'Google-Calendar-Importer' } })
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-cache',
    ])
    expect([headers['referrer-policy'], headers['x-robots-tag'], headers['set-cookie']]).toEqual([
      'no-referrer',
      'noindex',
      undefined,
    ])
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(text).toContain(`UID:${place.first}@test.hallway`)
    expect(text).not.toContain(path.slice(7, -4))
    expect(text).not.toMatch(/^(SOURCE|URL:)/m)
    expect(await db.feedToken.findUnique({ where: { id } })).toMatchObject({
      lastReadAt: expect.any(Date),
      lastReadBy: 'google',
    })
  })

  it('tells a client that it has it by every way to ask', async () => {
    const { path } = await makeAddress(subject)
    const first = await door.ask(path)
    const etag = String(first.headers.etag)
    const tags = [etag, `W/${etag}`, `"other", ${etag}`, '*', etag.replace(/"$/, '-gzip"')]
    for (const { ask } of [door, secondDoor]) {
      for (const tag of tags) expect((await ask(path, { headers: { 'if-none-match': tag } })).status, tag).toBe(304)
      expect((await ask(path, { headers: { 'if-none-match': '"other"' } })).text).toBe(first.text)
      // If-None-Match wins.
      const since = { 'if-modified-since': new Date(Date.now() + 1e6).toUTCString() }
      expect((await ask(path, { headers: { ...since, 'if-none-match': '"other"' } })).status).toBe(200)
      expect((await ask(path, { headers: since })).status).toBe(304)
      expect((await ask(path, { headers: { 'if-modified-since': 'Wed, 01 Jan 2025 00:00:00 GMT' } })).status).toBe(200)
      const head = await ask(path, { method: 'HEAD' })
      expect([head.status, head.text, head.headers.etag]).toEqual([200, '', etag])
      expect(Number(head.headers['content-length'])).toBe(first.body.length)
    }
  })

  it('is asked of the database by one question while nothing changes', async () => {
    const { path } = await makeAddress(subject)
    const { headers } = await secondDoor.ask(path)
    const ask = () => secondDoor.ask(path, { headers: { 'if-none-match': String(headers.etag) } })
    expect([await countQueries(ask), await countQueries(() => secondDoor.ask(path))]).toEqual([1, 1])
  })

  it('ends at once in every process, and can be had back', async () => {
    const { id, path } = await makeAddress(subject)
    expect(await statuses(path)).toEqual([200, 200])
    await revokeFeedToken(db, { id, userId: place.member.id }, now)
    expect(await statuses(path)).toEqual([404, 404])
    await restoreFeedToken(db, { id, userId: place.member.id }, new Date(now.getTime() + 60_000))
    expect(await statuses(path)).toEqual([200, 200])
  })

  it('is nobody else’s to have back, nor after long', async () => {
    const { id, path } = await makeAddress(subject)
    await revokeFeedToken(db, { id, userId: place.member.id }, now)
    const late = new Date(now.getTime() + 3_600_000)
    for (const [userId, at] of [
      [place.owner.id, now],
      [place.member.id, late],
    ] as const)
      await expect(restoreFeedToken(db, { id, userId }, at)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await statuses(path)).toEqual([404, 404])
  })
})

describe.each(feedSubjects.filter((subject) => subject !== 'plan'))('the address of a %s', (subject) => {
  it('ends with the membership, and with the conference', async () => {
    const { path } = await makeAddress(subject)
    const { conferenceId, owner, member } = place
    expect(await statuses(path)).toEqual([200, 200])
    await db.membership.deleteMany({ where: { userId: member.id } })
    expect(await statuses(path)).toEqual([404, 404])
    await db.membership.create({ data: { conferenceId, userId: member.id, role: 'attendee' } })
    expect(await statuses(path)).toEqual([200, 200])
    await deleteConference(db, granted(conferenceId, owner.id), now)
    expect(await statuses(path)).toEqual([404, 404])
    await restoreConference(db, owner.id, conferenceId, now)
    expect(await statuses(path)).toEqual([200, 200])
  })
})

it('follows a room that was renamed, and then merged into another', async () => {
  const { conferenceId, owner, ids, first } = place
  const { path } = await makeAddress('room')
  const may = granted<'editSchedule'>(conferenceId, owner.id)
  const before = await door.ask(path)
  const plain = { floor: null, zone: null, capacity: null, capacityKind: 'seats' as const }
  await editRoom(db, may, ids.room ?? '', { ...plain, name: 'Attic' }, new Date())
  const renamed = await door.ask(path, { headers: { 'if-none-match': String(before.headers.etag) } })
  expect([renamed.status, renamed.text.includes('NAME:conference')]).toEqual([200, true])
  expect(renamed.text).toContain('Attic')
  const hall = await db.room.create({ data: { conferenceId, slug: 'hall', name: 'Hall' } })
  await mergeParts(db, may, { kind: 'room', part: ids.room ?? '', into: hall.id }, new Date())
  const merged = (await secondDoor.ask(path)).text
  expect(merged).toContain(`UID:${first}@test.hallway`)
  expect(merged).toContain('LOCATION:Hall')
})

it('says who of my group goes where, and what they dropped', async () => {
  const { owner, member, second, conferenceId, ids } = place
  const { path } = await makeAddress('group', owner)
  await pick(owner, second)
  expect(await titles(path)).toEqual([`${member.name}: Session 1`, 'You: Session 2'])
  const before = await door.ask(path)
  await pick(member, second)
  await db.$transaction((tx) => setPicks(tx, member, [{ sessionId: place.first, rank: 'planB' }], now))
  const after = await door.ask(path, { headers: { 'if-none-match': String(before.headers.etag) } })
  expect([after.status, await titles(path)]).toEqual([
    200,
    ['Nobody goes: Session 1', `You\\, ${member.name}: Session 2`],
  ])
  expect([...after.text.matchAll(/SEQUENCE:(\d)/g)].map(([, sequence]) => sequence)).toEqual(['1', '1'])
  // Whoever is put out is neither told nor tells.
  const theirs = await makeAddress('group')
  expect(await statuses(theirs.path)).toEqual([200, 200])
  await putOut(db, owner.id, { groupId: ids.group ?? '', memberId: member.id })
  expect(await statuses(theirs.path)).toEqual([404, 404])
  expect(await titles(path)).toEqual(['You: Session 2', 'No longer picked: Session 1'])
  await joinGroup(db, member.id, { groupId: ids.group ?? '', conferenceId }, now)
  expect(await statuses(theirs.path)).toEqual([200, 200])
})

it('is another as soon as what it is made of is', async () => {
  const { path } = await makeAddress('plan')
  const { member, second } = place
  expect(await titles(path)).toEqual(['Session 1'])
  await pick(member, second)
  expect(await titles(path)).toEqual(['Session 1', 'Session 2'])
  await db.user.update({ where: { id: member.id }, data: { language: 'fr' } })
  expect((await door.ask(path)).text).toContain('NAME:Mon programme')
})
