import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { requirePlanner } from './group-access'
import {
  createGroup,
  endInvitation,
  findInvitation,
  joinGroup,
  leaveGroup,
  listGroups,
  renameGroup,
  renewInvitation,
} from './groups'

const { db } = await testDatabase()
const now = new Date('2026-03-24T09:00:00Z')

type Person = Awaited<ReturnType<typeof makePerson>>
let [ada, ben, eve]: Person[] = []
let conference: Awaited<ReturnType<typeof makeConference>>
let group: { id: string; secret: string }

beforeEach(async () => {
  ;[ada, ben, eve, conference] = [
    await makePerson(db),
    await makePerson(db),
    await makePerson(db),
    await makeConference(db),
  ]
  group = await makeGroup(ada, 'Team')
})

async function makeGroup(person: Person | undefined, name: string): Promise<{ id: string; secret: string }> {
  const made = await createGroup(db, person?.id ?? '', { conferenceId: conference.id, name }, now)
  if (!made.ok) throw new Error(made.reason)
  return made
}

const later = new Date(now.getTime() + 60_000)
const join = (person: Person | undefined, groupId = group.id) =>
  joinGroup(db, person?.id ?? '', { groupId, conferenceId: conference.id }, later)
const seenBy = async (person: Person | undefined) => (await listGroups(db, person?.id ?? '', conference.id)).groups
const pick = (
  person: Person | undefined,
  index: number,
  rank: 'first' | 'planB' | 'hidden',
  droppedAt: Date | null = null,
) =>
  db.pick.create({
    data: {
      userId: person?.id ?? '',
      conferenceId: conference.id,
      sessionId: conference.sessionIds[index] ?? '',
      rank,
      revision: 1n,
      droppedAt,
    },
  })

it('shows members each other’s picks by the names they chose, and nothing hidden, dropped or elsewhere', async () => {
  const [first = '', second = ''] = conference.sessionIds
  const elsewhere = await makeConference(db)
  await db.user.update({ where: { id: ben?.id }, data: { name: null } })
  expect(await join(ben)).toEqual({ ok: true })
  await Promise.all([
    pick(ada, 0, 'first'),
    pick(ada, 1, 'planB'),
    pick(ada, 2, 'hidden'),
    pick(ben, 0, 'first'),
    pick(ben, 1, 'first', now),
  ])
  await db.pick.create({
    data: {
      userId: ben?.id ?? '',
      conferenceId: elsewhere.id,
      sessionId: elsewhere.sessionIds[0] ?? '',
      rank: 'first',
      revision: 1n,
    },
  })
  const members = (mine: Person | undefined) => [
    { name: ada?.name, isMe: mine === ada, first: [first], planB: [second] },
    { name: null, isMe: mine === ben, ...(mine === ada && { id: ben?.id }), first: [first], planB: [] },
  ]
  expect(await seenBy(ada)).toEqual([{ id: group.id, name: 'Team', isOpen: true, members: members(ada) }])
  expect(await seenBy(ben)).toEqual([{ id: group.id, name: 'Team', isOpen: true, members: members(ben) }])
  expect(await seenBy(eve)).toEqual([])
})

it('takes a plan out at once when somebody leaves, and ends with the last', async () => {
  await join(ben)
  await pick(ben, 0, 'first')
  await leaveGroup(db, ben?.id ?? '', group.id)
  expect([(await seenBy(ada)).map(({ members }) => members.map(({ name }) => name)), await seenBy(ben)]).toEqual([
    [[ada?.name]],
    [],
  ])
  await leaveGroup(db, ada?.id ?? '', group.id)
  expect(await db.group.count({ where: { id: group.id } })).toBe(0)
})

it('lets in by the newest link only, and by none once it ended', async () => {
  expect(await findInvitation(db, group.secret)).toMatchObject({ groupId: group.id, name: 'Team', members: 1 })
  const { secret } = await renewInvitation(db, ada?.id ?? '', group.id)
  expect([await findInvitation(db, group.secret), (await findInvitation(db, secret))?.groupId]).toEqual([
    null,
    group.id,
  ])
  await endInvitation(db, ada?.id ?? '', group.id)
  expect([await findInvitation(db, secret), (await seenBy(ada))[0]?.isOpen]).toEqual([null, false])
})

it('joins once however often, and not when it is full', async () => {
  expect([await join(ben), await join(ben), await db.groupMember.count({ where: { groupId: group.id } })]).toEqual([
    { ok: true },
    { ok: true },
    2,
  ])
  const crowd = Array.from({ length: 47 }, () => ({ id: randomUUID() }))
  await db.user.createMany({ data: crowd.map(({ id }) => ({ id, email: `${id}@example.org` })) })
  await db.groupMember.createMany({ data: crowd.map(({ id }) => ({ groupId: group.id, userId: id, joinedAt: now })) })
  const late = await makePerson(db)
  expect((await Promise.all([join(eve), join(late)])).map(({ ok }) => ok).sort()).toEqual([false, true])
})

it('holds a person to ten groups a conference', async () => {
  for (let made = 1; made < 10; made++) await makeGroup(ada, `Group ${made}`)
  expect(await createGroup(db, ada?.id ?? '', { conferenceId: conference.id, name: 'One more' }, now)).toEqual({
    ok: false,
    reason: 'too-many-groups',
  })
  const theirs = await makeGroup(ben, 'Theirs')
  expect(await join(ada, theirs.id)).toEqual({ ok: false, reason: 'too-many-groups' })
})

describe('who is no member', () => {
  it.each([
    ['renames', (id: string) => renameGroup(db, id, group.id, 'Mine now')],
    ['makes a link', (id: string) => renewInvitation(db, id, group.id)],
    ['ends the link', (id: string) => endInvitation(db, id, group.id)],
    ['leaves', (id: string) => leaveGroup(db, id, group.id)],
  ])('nothing happens when they try: %s', async (_, attempt) => {
    await expect(attempt(eve?.id ?? '')).rejects.toThrow('NOT_FOUND')
    await join(ben)
    await leaveGroup(db, ben?.id ?? '', group.id)
    await expect(attempt(ben?.id ?? '')).rejects.toThrow('NOT_FOUND')
    expect([(await seenBy(ada))[0]?.name, (await findInvitation(db, group.secret))?.groupId]).toEqual([
      'Team',
      group.id,
    ])
  })
})

describe('requirePlanner', () => {
  const guest = { kind: 'guest' } as const
  it.each([
    ['a guest of a public conference', 'public', 'guest', 'UNAUTHENTICATED'],
    ['anybody signed in of a public conference', 'public', 'stranger', 'passes'],
    ['a guest of a private conference', 'private', 'guest', 'NOT_FOUND'],
    ['a stranger of a private conference', 'private', 'stranger', 'NOT_FOUND'],
    ['an attendee of a private conference', 'private', 'attendee', 'passes'],
  ] as const)('%s: %s, %s: %s', async (_, visibility, who, outcome) => {
    const { id } = await makeConference(db, { visibility })
    if (who === 'attendee')
      await db.membership.create({ data: { conferenceId: id, userId: ada?.id ?? '', role: 'attendee' } })
    const asked = requirePlanner(db, who === 'guest' || !ada ? guest : ada, id).then(
      () => 'passes',
      (error: Error) => error.message.split(':')[0],
    )
    expect(await asked).toBe(outcome)
  })
})
