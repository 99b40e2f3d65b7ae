import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makeLevel } from '@/tests/factories/level'
import { makePerson } from '@/tests/factories/person'
import { findAnnouncements } from './find-announced'
import { findDigests } from './find-digests'
import { findFullRooms } from './find-full'
import { findMovedSessions } from './find-moved'
import { findNextSessions } from './find-next'
import { findWaitingSources } from './find-waiting'
import { keepAlerts, type NewAlert } from './new-alert'
import { loadWays } from './ways'

const { db } = await testDatabase()
const at = (time: string, day = 24) => new Date(`2026-03-${day}T${time}:00Z`)

type Conference = Awaited<ReturnType<typeof makeConference>>
type Rank = 'first' | 'planB' | 'hidden'

// Sessions at 8, 9 and 10 UTC; Paris is an hour ahead.
let conference: Conference
let [first, second, third] = ['', '', '']
/** Names of people, by their ids. */
const names = new Map<string, string>()
beforeEach(async () => {
  await db.user.deleteMany()
  await db.reading.deleteMany()
  await db.conference.deleteMany()
  names.clear()
  conference = await makeConference(db, { sessions: 3 })
  ;[first = '', second = '', third = ''] = conference.sessionIds
})

/** Somebody whose browser takes alerts since then; with null, none does. */
async function person(name: string, since: Date | null = at('00:00')): Promise<string> {
  const { id } = await makePerson(db)
  names.set(id, name)
  if (since)
    await db.pushSubscription.create({
      data: { userId: id, endpoint: `https://push.example.org/${id}`, keys: {}, createdAt: since },
    })
  return id
}

type Picked = { rank?: Rank; createdAt?: Date; droppedAt?: Date; conferenceId?: string }

async function pick(userId: string, sessionId: string, picked: Picked = {}): Promise<void> {
  const data = { rank: 'first' as const, conferenceId: conference.id, createdAt: at('00:00'), revision: 1 }
  await db.pick.create({ data: { ...data, userId, sessionId, ...picked } })
}

const binned = () =>
  db.conference.update({
    where: { id: conference.id },
    data: { deletedAt: at('00:00'), visibility: 'private', visibilityBefore: 'public' },
  })
const cancel = (id: string) =>
  db.session.update({ where: { id }, data: { status: 'cancelled', cancelledAt: at('00:00') } })
const told = (alerts: readonly NewAlert[]) => alerts.map(({ userId }) => names.get(userId)).sort()

async function makeRoom(name: string, zone: string | null = null, conferenceId = conference.id): Promise<string> {
  return (await db.room.create({ data: { conferenceId, slug: name.toLowerCase(), name, zone, capacity: 10 } })).id
}
const place = (sessionId: string, roomId: string) => db.sessionRoom.create({ data: { sessionId, roomId, position: 0 } })

/** One of each way to have, or not to have, the first session in a plan. */
async function everyKindOfPick(): Promise<void> {
  await pick(await person('first choice'), first)
  await pick(await person('plan B'), first, { rank: 'planB' })
  await pick(await person('hidden'), first, { rank: 'hidden' })
  await pick(await person('dropped'), first, { droppedAt: at('01:00') })
  await pick(await person('without a browser', null), first)
  await pick(await person('another session'), third)
}

describe('the next session', () => {
  it('is told to whoever has it as a first choice, and a browser', async () => {
    await everyKindOfPick()
    const [alert, ...others] = await findNextSessions(db, at('07:50'))
    expect([others, { ...alert, userId: names.get(alert?.userId ?? '') }]).toEqual([
      [],
      {
        userId: 'first choice',
        conferenceId: conference.id,
        kind: 'nextSession',
        subjectId: first,
        version: '2026-03-24T08:00:00.000Z',
        expiresAt: at('08:00'),
      },
    ])
  })

  it('is told from ten minutes before until it begins', async () => {
    await pick(await person('ada'), first)
    const heard = []
    for (const now of ['07:49', '07:50', '07:59', '08:00', '08:01'])
      heard.push((await findNextSessions(db, at(now))).length)
    expect(heard).toEqual([0, 1, 1, 0, 0])
  })

  it('is found once, and again where it begins at another time', async () => {
    await pick(await person('ada'), first)
    const found = async (now: string) => {
      const alerts = await findNextSessions(db, at(now))
      await keepAlerts(db, alerts, at(now))
      return alerts.map(({ version }) => version)
    }
    const heard = [await found('07:50'), await found('07:51')]
    await db.session.update({ where: { id: first }, data: { startAt: new Date('2026-03-24T08:01:00.500Z') } })
    heard.push(await found('07:52'), await found('07:53'))
    expect(heard).toEqual([['2026-03-24T08:00:00.000Z'], [], ['2026-03-24T08:01:00.500Z'], []])
  })

  it.each([
    ['cancelled', () => cancel(first)],
    ['without a time', () => db.session.update({ where: { id: first }, data: { startAt: null, endAt: null } })],
    ['of a conference in the bin', binned],
  ])('is not told where it is %s', async (_, change) => {
    await pick(await person('ada'), first)
    await change()
    expect(await findNextSessions(db, at('07:55'))).toEqual([])
  })
})

describe('the way to the next session', () => {
  const ways = async (userId: string) => [
    ...(await loadWays(db, [{ userId, sessionId: second, conferenceId: conference.id, startAt: at('09:00') }])),
  ]
  let ada = ''
  beforeEach(async () => {
    await db.walk.create({ data: { conferenceId: conference.id, fromZone: 'North', toZone: 'South', minutes: 7 } })
    await place(first, await makeRoom('Hall', 'North'))
    await place(second, await makeRoom('Loft', 'South'))
    ada = await person('ada')
  })

  it('goes from the last session of the same plan, and is left in time for its walk', async () => {
    await pick(ada, first)
    expect(await ways(ada)).toEqual([
      [ada + second, expect.objectContaining({ walkMinutes: 7, leaveAt: at('08:50').getTime() })],
    ])
  })

  it.each<[string, () => Promise<unknown>]>([
    ['nobody was anywhere', () => Promise.resolve()],
    ['it was only a plan B', () => pick(ada, first, { rank: 'planB' })],
    ['it was dropped', () => pick(ada, first, { droppedAt: at('01:00') })],
    ['it was cancelled', async () => [await pick(ada, first), await cancel(first)]],
    [
      'it ended an hour before',
      async () => {
        await pick(ada, first)
        await db.session.update({ where: { id: first }, data: { startAt: at('07:00'), endAt: at('08:00') } })
      },
    ],
    [
      'it is still on when the next begins',
      async () => {
        await pick(ada, first)
        await db.session.update({ where: { id: first }, data: { endAt: at('09:05') } })
      },
    ],
  ])('is not told where %s', async (_, given) => {
    await given()
    expect(await ways(ada)).toEqual([])
  })

  it('takes as long as this conference says, not another whose zones are called so', async () => {
    const other = await makeConference(db, { sessions: 2 })
    const [before = '', after = ''] = other.sessionIds
    await place(before, await makeRoom('Hall', 'North', other.id))
    await place(after, await makeRoom('Loft', 'South', other.id))
    await pick(ada, first)
    await pick(ada, before, { conferenceId: other.id })
    const startAt = at('09:00')
    const found = await loadWays(db, [
      { userId: ada, sessionId: second, conferenceId: conference.id, startAt },
      { userId: ada, sessionId: after, conferenceId: other.id, startAt },
    ])
    expect([found.get(ada + second)?.walkMinutes, found.get(ada + after)?.walkMinutes]).toEqual([7, 5])
  })

  it('is one’s own: another who goes there from elsewhere has another', async () => {
    const bob = await person('bob')
    await pick(bob, first)
    const coming = { sessionId: second, conferenceId: conference.id, startAt: at('09:00') }
    const found = await loadWays(
      db,
      [ada, bob].map((userId) => ({ userId, ...coming })),
    )
    expect([...found.keys()]).toEqual([bob + second])
  })

  it('begins where the later of two sessions was', async () => {
    await pick(ada, first)
    await pick(ada, third)
    await db.session.update({ where: { id: third }, data: { startAt: at('08:00'), endAt: at('08:30') } })
    await place(third, await makeRoom('Yard', 'South'))
    expect((await ways(ada)).map(([, { walkMinutes }]) => walkMinutes)).toEqual([7])
    await db.session.update({ where: { id: third }, data: { endAt: at('09:00') } })
    await db.session.update({ where: { id: first }, data: { endAt: at('08:30') } })
    expect((await ways(ada)).map(([, { walkMinutes }]) => walkMinutes)).toEqual([2])
  })
})

describe('a full room', () => {
  let hall = ''
  beforeEach(async () => {
    hall = await makeRoom('Hall')
    await place(first, hall)
  })
  async function say(level: string, readAt: Date) {
    const { id: stewardLinkId } = await db.stewardLink.create({
      data: { conferenceId: conference.id, roomId: hall, tokenHash: crypto.randomUUID(), name: 'Door' },
    })
    await makeLevel(db, { conferenceId: conference.id, roomId: hall, level, readAt }, { stewardLinkId })
  }

  it('is told to whoever has it as a first choice', async () => {
    await everyKindOfPick()
    await say('full', at('07:35'))
    expect(told(await findFullRooms(db, at('07:36')))).toEqual(['first choice'])
  })

  it('is full, too, where the door is closed', async () => {
    await pick(await person('ada'), first)
    await say('closed', at('07:35'))
    expect((await findFullRooms(db, at('07:36'))).map(({ version }) => version)).toEqual(['full'])
  })

  it('is told again to each only when it is worse than what they were told', async () => {
    const [ada, bob] = [await person('ada'), await person('bob')]
    await pick(ada, first)
    await say('nearlyFull', at('07:35'))
    await keepAlerts(db, await findFullRooms(db, at('07:36')), at('07:36'))
    await pick(bob, first)
    expect(told(await findFullRooms(db, at('07:37')))).toEqual(['bob'])
    await say('full', at('07:38'))
    expect(told(await findFullRooms(db, at('07:39')))).toEqual(['ada', 'bob'])
  })

  it('is believed to be empty of a steward who says so, whatever was reckoned before', async () => {
    await pick(await person('ada'), first)
    for (let index = 0; index < 40; index++) await pick(await person(`one of many ${index}`, null), first)
    expect(told(await findFullRooms(db, at('07:36')))).toEqual(['ada'])
    await say('open', at('07:37'))
    expect(await findFullRooms(db, at('07:38'))).toEqual([])
  })
})

describe('a change', () => {
  const change = (field: string, version: number, time: string, sessionId = first) =>
    db.change.create({ data: { conferenceId: conference.id, sessionId, field, version, createdAt: at(time) } })

  /** From one hour to another. */
  const shift = (from: number, to: number, time: string, version: number) =>
    db.change.create({
      data: {
        ...{ conferenceId: conference.id, sessionId: first, field: 'startAt', version, createdAt: at(time) },
        ...{ oldValue: `2026-03-24T0${from}:00:00.000Z`, newValue: `2026-03-24T0${to}:00:00.000Z` },
      },
    })

  it('is told to whoever picked it before, as a first choice or a plan B, and had a browser before', async () => {
    await everyKindOfPick()
    await pick(await person('picked since'), first, { createdAt: at('05:01') })
    await pick(await person('subscribed since', at('05:01')), first)
    await change('startAt', 2, '05:00')
    expect(told(await findMovedSessions(db, at('05:02')))).toEqual(['first choice', 'plan B'])
  })

  it('is told with the last of several, and while the session is not over', async () => {
    await pick(await person('ada'), first)
    await change('rooms', 7, '05:00')
    await shift(8, 9, '05:02', 9)
    await change('dayOn', 8, '05:01')
    expect((await findMovedSessions(db, at('05:03'))).map(({ version, expiresAt }) => [version, expiresAt])).toEqual([
      ['9', at('09:00')],
    ])
  })

  it('that is taken back is told to whoever was told of it, or picked it meanwhile, and to nobody else', async () => {
    await pick(await person('picked before'), first)
    await shift(8, 9, '05:00', 2)
    await pick(await person('picked meanwhile'), first, { createdAt: at('05:00') })
    await pick(await person('picked after it'), first, { createdAt: at('05:01') })
    await shift(9, 8, '05:02', 3)
    expect(told(await findMovedSessions(db, at('05:03')))).toEqual(['picked after it', 'picked meanwhile'])

    await pick(await person('was told'), first)
    const [alert] = (await findMovedSessions(db, at('05:01'))).filter(({ userId }) => names.get(userId) === 'was told')
    if (alert) await keepAlerts(db, [alert], at('05:01'))
    expect(told(await findMovedSessions(db, at('05:03')))).toEqual(['picked after it', 'picked meanwhile', 'was told'])
  })

  it('is worth telling for a day where nothing says when the session ends', async () => {
    await pick(await person('ada'), first)
    await db.session.update({ where: { id: first }, data: { startAt: null, endAt: null } })
    await change('startAt', 2, '05:00')
    expect((await findMovedSessions(db, at('05:01'))).map(({ expiresAt }) => expiresAt)).toEqual([at('05:00', 25)])
  })

  it.each([
    ['dayOn', 1],
    ['startAt', 1],
    ['rooms', 1],
    ['cancelled', 1],
    ['restored', 1],
    ['title', 0],
    ['description', 0],
    ['speakers', 0],
  ])('of %s alerts %i', async (field, count) => {
    await pick(await person('ada'), first)
    await change(field, 2, '05:00')
    expect(await findMovedSessions(db, at('05:01'))).toHaveLength(count)
  })

  it.each<[string, () => Promise<unknown>, string]>([
    ['the session is over', () => change('startAt', 2, '08:30'), '09:00'],
    ['the conference is in the bin', async () => [await change('startAt', 2, '08:30'), await binned()], '08:31'],
    ['it was two hours ago', () => change('startAt', 2, '06:31'), '08:31'],
    ['it is still to come', () => change('startAt', 2, '08:32'), '08:31'],
  ])('is not told where %s', async (_, given, now) => {
    await pick(await person('ada'), first)
    await given()
    expect(await findMovedSessions(db, at(now))).toEqual([])
  })
})

describe('an announcement', () => {
  const announce = (to: { roomId?: string; sessionId?: string } = {}, withdrawnAt: Date | null = null) =>
    db.announcement.create({
      data: { conferenceId: conference.id, body: 'Hello', language: 'en', createdAt: at('05:00'), withdrawnAt, ...to },
    })
  const audience = async () => told(await findAnnouncements(db, at('05:01')))

  it('for all reaches members and whoever picked something, with a browser since before', async () => {
    await everyKindOfPick()
    for (const [name, since] of [
      ['member', at('00:00')],
      ['member since', at('05:00')],
      ['member without a browser', null],
    ] as const)
      await db.membership.create({
        data: { conferenceId: conference.id, userId: await person(name, since), role: 'attendee' },
      })
    await person('stranger')
    await announce()
    expect(await audience()).toEqual(['another session', 'first choice', 'member', 'plan B'])
  })

  it('for a session reaches whoever picked that one', async () => {
    await everyKindOfPick()
    const [member, other] = [await person('member'), await makeConference(db, { sessions: 1 })]
    await db.membership.create({ data: { conferenceId: conference.id, userId: member, role: 'owner' } })
    await pick(await person('elsewhere'), other.sessionIds[0] ?? '', { conferenceId: other.id })
    await announce({ sessionId: first })
    expect(await audience()).toEqual(['first choice', 'plan B'])
  })

  it('for a room reaches whoever goes there within half a day', async () => {
    const hall = await makeRoom('Hall')
    for (const id of [first, second, third]) await place(id, hall)
    await db.session.update({ where: { id: second }, data: { startAt: at('17:01'), endAt: at('18:00') } })
    await db.session.update({ where: { id: third }, data: { startAt: at('04:00'), endAt: at('05:00') } })
    await pick(await person('soon'), first)
    await pick(await person('tonight'), second)
    await pick(await person('left already'), third)
    await announce({ roomId: hall })
    expect(await audience()).toEqual(['soon'])
  })

  it.each<[string, () => Promise<unknown>]>([
    ['it was withdrawn', () => announce({}, at('05:00'))],
    ['the conference is in the bin', async () => [await announce(), await binned()]],
  ])('reaches nobody where %s', async (_, given) => {
    await pick(await person('ada'), first)
    await given()
    expect(await audience()).toEqual([])
  })

  it('is found for half an hour, and worth telling for the hours that it is news', async () => {
    await pick(await person('ada'), first)
    await announce()
    expect([
      (await findAnnouncements(db, at('05:29'))).map(({ expiresAt }) => expiresAt),
      await findAnnouncements(db, at('05:30')),
      await findAnnouncements(db, at('04:59')),
    ]).toEqual([[at('05:00', 25)], [], []])
  })
})

describe('a source that waits', () => {
  it('is told to owners and organizers with a browser, for two hours', async () => {
    for (const [name, role, since] of [
      ['owner', 'owner', at('00:00')],
      ['organizer', 'organizer', at('00:00')],
      ['steward', 'steward', at('00:00')],
      ['attendee', 'attendee', at('00:00')],
      ['owner without a browser', 'owner', null],
    ] as const)
      await db.membership.create({
        data: { conferenceId: conference.id, userId: await person(name, since), role },
      })
    const waiting = { contentHash: 'x', address: 'https://example.org', format: 'csv', files: new Uint8Array() }
    const found = { fetched: [], problems: [], bytes: 1, reasons: ['many-gone'], createdAt: at('05:00') }
    await db.source.create({
      data: {
        conferenceId: conference.id,
        name: 'Site',
        format: 'csv',
        waiting: { create: { changesHash: 'first', ...waiting, ...found } },
      },
    })
    const heard = async (now: string) => told(await findWaitingSources(db, at(now)))
    expect([await heard('04:59'), await heard('05:00'), await heard('06:59'), await heard('07:00')]).toEqual([
      [],
      ['organizer', 'owner'],
      ['organizer', 'owner'],
      [],
    ])
    await binned()
    expect(await heard('05:01')).toEqual([])
  })
})

describe("a morning's mail", () => {
  const wants = async (name: string, digest = true) => {
    const id = await person(name, null)
    await db.alertSetting.create({ data: { userId: id, digest } })
    return id
  }

  it('is for whoever wants it and has something of that conference in their plan', async () => {
    await pick(await wants('first choice'), first)
    await pick(await wants('plan B'), first, { rank: 'planB' })
    await pick(await wants('hidden'), first, { rank: 'hidden' })
    await pick(await wants('dropped'), first, { droppedAt: at('01:00') })
    await pick(await wants('without mails', false), first)
    await pick(await person('undecided'), first)
    await wants('without a plan')
    expect(told(await findDigests(db, at('06:00')))).toEqual(['first choice', 'plan B'])
  })

  it.each([
    ['Europe/Paris', '2026-03-24', '2026-03-24T06:00:00Z', '2026-03-24T11:00:00Z'],
    // The clocks go forward at two that night.
    ['Europe/Paris', '2026-03-29', '2026-03-29T05:00:00Z', '2026-03-29T10:00:00Z'],
    // Their morning is the day before in UTC.
    ['Pacific/Auckland', '2026-03-24', '2026-03-23T18:00:00Z', '2026-03-23T23:00:00Z'],
    ['America/Los_Angeles', '2026-03-24', '2026-03-24T14:00:00Z', '2026-03-24T19:00:00Z'],
  ])('leaves at seven on the clocks of %s on %s, and is worth it until noon', async (timeZone, day, seven, noon) => {
    await db.conference.update({ where: { id: conference.id }, data: { timeZone } })
    await db.session.updateMany({ data: { dayOn: new Date(day) } })
    await pick(await wants('ada'), first)
    const minutes = (count: number) => new Date(Date.parse(seven) + count * 60_000)
    const found = async (now: Date) =>
      (await findDigests(db, now)).map(({ version, expiresAt }) => [version, expiresAt])
    expect([await found(minutes(-1)), await found(minutes(0)), await found(minutes(59)), await found(minutes(60))])
      // prettier-ignore
      .toEqual([[], [[day, new Date(noon)]], [[day, new Date(noon)]], []])
  })

  it.each<[string, () => Promise<unknown>]>([
    ['on a day without sessions', () => db.session.updateMany({ data: { dayOn: new Date('2026-03-25') } })],
    ['for a conference in the bin', binned],
  ])('does not leave %s', async (_, given) => {
    await pick(await wants('ada'), first)
    await given()
    expect(await findDigests(db, at('06:00'))).toEqual([])
  })
})
