import { beforeEach, describe, expect, it } from 'vitest'
import { announce, withdrawAnnouncement } from '@/lib/rooms/server/announce'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makeLevel } from '@/tests/factories/level'
import { makePerson } from '@/tests/factories/person'
import { startPushService, vapidClaims } from '@/tests/push-service'
import { granted } from '@/tests/factories/granted'
import { alertPeople } from './alert-people'
import { saveAlertSettings, subscribe } from './subscriptions'
import { loadVapidKeys } from './vapid'

const { db } = await testDatabase()
const service = await startPushService()
const vapid = await loadVapidKeys(db)
const pusher = { vapid, contact: 'https://hallway.example.org', allowLoopback: true }
const at = (time: string) => new Date(`2026-03-24T${time}:00Z`)
const run = (time: string, other = db) => alertPeople(other, pusher, at(time))
const titles = () => service.take().map(({ browser, message }) => [browser, message])

// Sessions at 8, 9 and 10 UTC; Paris is an hour ahead.
let conference: Awaited<ReturnType<typeof makeConference>>
let [first, second, third] = ['', '', '']
let [hall, loft] = ['', '']
let ada: Awaited<ReturnType<typeof makePerson>>
beforeEach(async () => {
  await db.user.deleteMany()
  await db.reading.deleteMany()
  await db.conference.deleteMany()
  service.take()
  conference = await makeConference(db, { sessions: 3 })
  ;[first = '', second = '', third = ''] = conference.sessionIds
  const rooms = await db.room.createManyAndReturn({
    data: [
      { conferenceId: conference.id, slug: 'hall', name: 'Hall', zone: 'North', capacity: 10 },
      { conferenceId: conference.id, slug: 'loft', name: 'Loft', zone: 'South', capacity: 10, position: 1 },
    ],
  })
  ;[hall = '', loft = ''] = rooms.map(({ id }) => id)
  await db.sessionRoom.createMany({
    data: [
      { sessionId: first, roomId: hall },
      { sessionId: second, roomId: loft },
      { sessionId: third, roomId: loft },
    ],
  })
  ada = await joined('ada')
})

async function joined(name: string) {
  const person = await makePerson(db)
  await subscribe(db, { userId: person.id, signInId: null }, service.browser(name), at('00:00'))
  return person
}
const pick = (sessionId: string, { id: userId } = ada, rank: 'first' | 'planB' | 'hidden' = 'first') =>
  db.pick.create({
    data: { userId, sessionId, conferenceId: conference.id, rank, revision: 1, createdAt: at('00:00') },
  })
const sayToAll = (body: string, time = '07:00') =>
  announce(db, granted(conference.id, ada.id), { roomId: null, sessionId: null, body, language: 'en' }, at(time))
const inTheBin = () =>
  db.conference.updateMany({
    data: { deletedAt: at('07:10'), visibility: 'private', visibilityBefore: 'public' },
  })
const settings = { off: [], quietFrom: null, quietTo: null, timeZone: null, digest: false }

describe('my next session', () => {
  it('is told ten minutes before, once, encrypted for my browser and signed by us', async () => {
    await pick(first)
    expect(await run('07:49')).toEqual({ found: 0, people: 0, sent: 0, waiting: 0, dropped: 0 })
    expect(await run('07:50')).toEqual({ found: 1, people: 1, sent: 1, waiting: 0, dropped: 0 })
    expect(await run('07:51')).toEqual({ found: 0, people: 0, sent: 0, waiting: 0, dropped: 0 })
    const [pushed, ...none] = service.take()
    expect([pushed?.message, none]).toEqual([
      {
        title: 'In 10\u00a0min: Session 1',
        body: '09:00 · Hall',
        url: `/c/${conference.slug}/sessions/1-session-1`,
        tag: `nextSession-${first}`,
        language: 'en',
      },
      [],
    ])
    expect(pushed?.headers).toMatchObject({ ttl: '600', urgency: 'high', 'content-encoding': 'aes128gcm' })
    expect(vapidClaims(pushed?.headers ?? {}, vapid.publicKey)).toEqual({
      aud: service.origin,
      sub: 'https://hallway.example.org',
      exp: expect.any(Number),
    })
  })

  it('says when to leave where there is a walk, early enough for a long one', async () => {
    await db.walk.create({ data: { conferenceId: conference.id, fromZone: 'North', toZone: 'South', minutes: 12 } })
    await pick(first)
    await pick(second)
    await run('07:50')
    service.take()
    await run('08:42')
    expect(titles()).toEqual([])
    await run('08:43')
    expect(titles()).toEqual([
      ['ada', expect.objectContaining({ title: 'In 17\u00a0min: Session 2', body: '10:00 · Loft · leave by 09:48' })],
    ])
  })

  it('is told again when it moves, and is not told when it is cancelled, dropped, hidden or a plan B', async () => {
    const [bob, cem, dea] = [await joined('bob'), await joined('cem'), await joined('dea')]
    await pick(first)
    await pick(first, bob, 'planB')
    await pick(first, cem, 'hidden')
    await pick(second, dea)
    await run('07:50')
    expect(titles()).toEqual([['ada', expect.objectContaining({ title: 'In 10\u00a0min: Session 1' })]])
    await db.session.update({ where: { id: first }, data: { startAt: at('08:30') } })
    await db.session.update({ where: { id: second }, data: { status: 'cancelled', cancelledAt: at('05:00') } })
    await run('08:20')
    await run('08:50')
    expect(titles()).toEqual([
      ['ada', expect.objectContaining({ title: 'In 10\u00a0min: Session 1', body: '09:30 · Hall' })],
    ])
  })
})

describe('my room', () => {
  it('is told to be as early as what I am in before lets me be, and to leave when the plan says so', async () => {
    const start = { startAt: at('09:10'), endAt: at('10:00') }
    await db.session.update({ where: { id: third }, data: start })
    await pick(first)
    await pick(third)
    for (let other = 0; other < 20; other++) await pick(third, await makePerson(db))
    await run('08:40')
    expect(titles()).toEqual([
      [
        'ada',
        expect.objectContaining({
          title: 'Likely full: Session 3',
          body: '10:10 · Loft · be there 5\u00a0min early',
        }),
      ],
    ])
    await run('08:57')
    expect(titles()).toEqual([])
    await run('08:58')
    expect(titles()).toEqual([
      ['ada', expect.objectContaining({ title: 'In 12\u00a0min: Session 3', body: '10:10 · Loft · leave by 10:00' })],
    ])
  })

  const report = (level: string, time: string, who: { stewardLinkId: string } | { deviceId: string }) =>
    makeLevel(db, { conferenceId: conference.id, roomId: hall, level, readAt: at(time) }, who)

  it('is told when it is nearly full and when it is full, and never twice the same', async () => {
    const { id: stewardLinkId } = await db.stewardLink.create({
      data: { conferenceId: conference.id, roomId: hall, tokenHash: conference.id, name: 'Door' },
    })
    await pick(first)
    await report('nearlyFull', '07:35', { stewardLinkId })
    await run('07:36')
    await report('full', '07:37', { stewardLinkId })
    await run('07:38')
    await report('nearlyFull', '07:39', { stewardLinkId })
    await run('07:40')
    const told = {
      url: `/c/${conference.slug}/plan`,
      tag: `roomFull-${first}`,
      language: 'en',
      body: '09:00 · Hall · see your plan B',
    }
    expect(titles()).toEqual([
      ['ada', { ...told, title: 'Nearly full: Session 1' }],
      ['ada', { ...told, title: 'Full: Session 1' }],
    ])
  })

  it('alarms nobody on the word of one attendee', async () => {
    await pick(first)
    await report('full', '07:35', { deviceId: crypto.randomUUID() })
    await run('07:36')
    expect(titles()).toEqual([])
    await report('full', '07:36', { deviceId: crypto.randomUUID() })
    await run('07:37')
    expect(titles()).toEqual([['ada', expect.objectContaining({ title: 'Full: Session 1' })]])
  })

  it('is likely to be full where many more picked it than fit in', async () => {
    await pick(first)
    for (let index = 0; index < 40; index++) await pick(first, await makePerson(db))
    await run('07:10')
    expect(titles()).toEqual([
      [
        'ada',
        expect.objectContaining({ title: 'Likely full: Session 1', body: '09:00 · Hall · be there 15\u00a0min early' }),
      ],
    ])
  })
})

describe('what changed', () => {
  const values = { oldValue: '2026-03-24T10:00:00.000Z', newValue: '2026-03-24T15:00:00.000Z' }
  const change = (sessionId: string, field: string, version: number, time: string) =>
    db.change.create({
      data: {
        ...{ conferenceId: conference.id, sessionId, field, version, createdAt: at(time) },
        ...(field === 'startAt' && values),
      },
    })

  it('is told of sessions that I picked before, as they stand now, several changes at once', async () => {
    await pick(third)
    await pick(second, ada, 'planB')
    await db.session.update({ where: { id: third }, data: { startAt: at('15:00'), endAt: at('16:00') } })
    await db.session.update({ where: { id: second }, data: { status: 'cancelled', cancelledAt: at('05:00') } })
    for (const [index, field] of ['startAt', 'rooms', 'description'].entries())
      await change(third, field, 5 + index, '05:00')
    await change(second, 'cancelled', 5, '05:00')
    await change(first, 'startAt', 5, '05:00')
    await run('05:01')
    await run('05:02')
    expect(titles()).toEqual([
      [
        'ada',
        {
          title: 'Cancelled: Session 2',
          body: 'It was planned for Tue 24 Mar 10:00 · Loft.\n+ Moved: Session 3',
          url: `/c/${conference.slug}/sessions/2-session-2`,
          tag: `sessionMoved-${second}`,
          language: 'en',
        },
      ],
    ])
  })

  const shift = (from: number, to: number, version: number, time: string) =>
    db.change.create({
      data: {
        ...{ conferenceId: conference.id, sessionId: third, field: 'startAt', version, createdAt: at(time) },
        ...{ oldValue: at(`${from}:00`).toISOString(), newValue: at(`${to}:00`).toISOString() },
      },
    })

  it('is not told at the end of quiet hours where it came to nothing by then, and is where it did not', async () => {
    await pick(third)
    await saveAlertSettings(db, ada.id, { ...settings, quietFrom: '05:00', quietTo: '08:00' })
    await shift(10, 12, 5, '05:00')
    expect(await run('05:01')).toMatchObject({ found: 1, waiting: 1 })
    await shift(12, 10, 6, '05:30')
    await run('05:31')
    expect([await run('07:00'), titles()]).toEqual([{ found: 0, people: 1, sent: 0, waiting: 0, dropped: 1 }, []])

    await saveAlertSettings(db, ada.id, settings)
    await shift(10, 13, 7, '07:10')
    await run('07:11')
    expect(titles()).toEqual([['ada', expect.objectContaining({ tag: `sessionMoved-${third}` })]])
    await saveAlertSettings(db, ada.id, { ...settings, quietFrom: '08:00', quietTo: '09:00' })
    await shift(13, 14, 8, '07:20')
    await run('07:21')
    await shift(14, 13, 9, '07:30')
    expect([await run('08:00'), titles()]).toEqual([expect.objectContaining({ sent: 0 }), []])
  })

  it('and moved back is told at the end of quiet hours to whoever was told of it before they began', async () => {
    await pick(third)
    await shift(10, 12, 5, '05:00')
    await run('05:01')
    expect(titles()).toHaveLength(1)
    await saveAlertSettings(db, ada.id, { ...settings, quietFrom: '06:00', quietTo: '08:00' })
    await shift(12, 10, 6, '05:30')
    await run('05:31')
    await run('07:00')
    expect(titles()).toHaveLength(1)
  })
})

describe('an announcement', () => {
  it('reaches whoever it is for, in the language of each, and nobody once it is withdrawn', async () => {
    const [bob, cem] = [await joined('bob'), await joined('cem')]
    await db.user.update({ where: { id: bob.id }, data: { language: 'fr' } })
    await pick(second)
    await pick(third, bob)
    const say = (body: string, to: { roomId?: string; sessionId?: string }) =>
      announce(
        db,
        granted(conference.id, cem.id),
        { roomId: null, sessionId: null, ...to, body, language: 'en' },
        at('05:00'),
      )
    await say('For all', {})
    await say('For the hall', { roomId: hall })
    await say('For the second', { sessionId: second })
    await withdrawAnnouncement(db, granted(conference.id), (await say('Never mind', {})).id, at('05:00'))
    await run('05:01')
    const told = titles().sort()
    expect(told.map(([browser]) => browser)).toEqual(['ada', 'bob'])
    expect(told[1]?.[1]).toMatchObject({
      title: `${conference.name} : message de l’organisation`,
      body: 'For all',
      url: `/c/${conference.slug}`,
    })
  })
})

describe('alerts', () => {
  it('that are due at once are one message, the most urgent first', async () => {
    const { id: stewardLinkId } = await db.stewardLink.create({
      data: { conferenceId: conference.id, roomId: hall, tokenHash: conference.id, name: 'Door' },
    })
    await pick(first)
    await db.reading.create({
      data: {
        id: crypto.randomUUID(),
        conferenceId: conference.id,
        roomId: hall,
        kind: 'level',
        level: 'full',
        readAt: at('07:49'),
        stewardLinkId,
      },
    })
    await announce(
      db,
      granted(conference.id, ada.id),
      { roomId: null, sessionId: null, body: 'Hello', language: 'en' },
      at('07:49'),
    )
    await run('07:50')
    expect(titles()).toEqual([
      [
        'ada',
        {
          title: 'Full: Session 1',
          body: [
            '09:00 · Hall · see your plan B',
            '+ In 10\u00a0min: Session 1',
            `+ From the organizers of ${conference.name}`,
          ].join('\n'),
          url: `/c/${conference.slug}/plan`,
          tag: `roomFull-${first}`,
          language: 'en',
        },
      ],
    ])
  })

  it('are sent once by two servers that look at the same time', async () => {
    for (let index = 0; index < 20; index++) await pick(first, await joined(`browser ${index}`))
    await Promise.all([run('07:50'), run('07:50'), run('07:50')])
    expect(
      titles()
        .map(([browser]) => browser)
        .sort(),
    ).toEqual(Array.from({ length: 20 }, (_, index) => `browser ${index}`).sort())
  })

  it('wait for the end of quiet hours, and those that are pointless by then are not sent', async () => {
    await pick(first)
    await saveAlertSettings(db, ada.id, { ...settings, quietFrom: '22:00', quietTo: '09:30' })
    await announce(
      db,
      granted(conference.id, ada.id),
      { roomId: null, sessionId: null, body: 'Breakfast', language: 'en' },
      at('07:00'),
    )
    expect(await run('07:01')).toMatchObject({ sent: 0, waiting: 1 })
    await run('07:50')
    await run('08:29')
    expect(titles()).toEqual([])
    await run('08:30')
    expect(titles()).toEqual([['ada', expect.objectContaining({ body: 'Breakfast' })]])
  })

  it('of a kind that I switched off are not sent', async () => {
    await pick(first)
    await saveAlertSettings(db, ada.id, { ...settings, off: ['nextSession'] })
    expect(await run('07:50')).toMatchObject({ sent: 0, dropped: 1 })
    expect(titles()).toEqual([])
  })

  it('of the kinds that are wanted are sent beside those that are not', async () => {
    await pick(first)
    await saveAlertSettings(db, ada.id, { ...settings, off: ['nextSession'] })
    await sayToAll('Hello', '07:49')
    expect(await run('07:50')).toMatchObject({ found: 2, sent: 1, dropped: 1 })
    expect(titles()).toEqual([['ada', expect.objectContaining({ body: 'Hello' })]])
  })

  it('wait by the clocks of their person where they said so, over midnight', async () => {
    await pick(first)
    // In Tokyo it is nine hours later than in UTC, and eight than in Paris.
    await saveAlertSettings(db, ada.id, { ...settings, quietFrom: '23:00', quietTo: '16:30', timeZone: 'Asia/Tokyo' })
    await sayToAll('Good morning')
    expect(await run('07:01')).toMatchObject({ sent: 0, waiting: 1 })
    await run('07:29')
    expect(titles()).toEqual([])
    await run('07:30')
    expect(titles()).toEqual([['ada', expect.objectContaining({ body: 'Good morning' })]])
  })

  it.each<[string, () => Promise<unknown>]>([
    ['withdrawn', () => db.announcement.updateMany({ data: { withdrawnAt: at('07:10') } })],
    ['of a conference that is in the bin', () => inTheBin()],
    ['for somebody who may take part no more', () => db.conference.updateMany({ data: { visibility: 'private' } })],
    ['of a kind that is switched off', () => saveAlertSettings(db, ada.id, { ...settings, off: ['announcement'] })],
  ])('are not sent where what they tell is %s once quiet hours end', async (_, meanwhile) => {
    await pick(third)
    await saveAlertSettings(db, ada.id, { ...settings, quietFrom: '08:00', quietTo: '09:00' })
    await sayToAll('Never mind')
    expect(await run('07:01')).toMatchObject({ found: 1, waiting: 1 })
    await meanwhile()
    expect([await run('08:00'), titles()]).toEqual([{ found: 0, people: 1, sent: 0, waiting: 0, dropped: 1 }, []])
  })

  it.each<[string, () => Promise<unknown>]>([
    ['dropped', () => db.pick.updateMany({ data: { droppedAt: at('07:40') } })],
    ['hidden', () => db.pick.updateMany({ data: { rank: 'hidden' } })],
    ['cancelled', () => db.session.updateMany({ data: { status: 'cancelled', cancelledAt: at('07:40') } })],
    [
      'moved away',
      () => db.session.update({ where: { id: first }, data: { startAt: at('11:00'), endAt: at('12:00') } }),
    ],
  ])('of a session to come are not sent where it is %s by the second try', async (_, meanwhile) => {
    await pick(first)
    service.answer('ada', 503)
    expect(await run('07:50')).toMatchObject({ found: 1, sent: 0, waiting: 1 })
    service.answer('ada', 201)
    await meanwhile()
    expect([await run('07:52'), titles()]).toEqual([{ found: 0, people: 1, sent: 0, waiting: 0, dropped: 1 }, []])
  })

  it('of a full room are told as it is by then, and not where there is room again', async () => {
    const { id: stewardLinkId } = await db.stewardLink.create({
      data: { conferenceId: conference.id, roomId: hall, tokenHash: conference.id, name: 'Door' },
    })
    const report = (level: string, time: string) =>
      makeLevel(db, { conferenceId: conference.id, roomId: hall, level, readAt: at(time) }, { stewardLinkId })
    await pick(first)
    service.answer('ada', 503)
    await report('nearlyFull', '07:35')
    expect(await run('07:36')).toMatchObject({ found: 1, waiting: 1 })
    await report('full', '07:37')
    service.answer('ada', 201)
    // That it is full is found anew: both are one message.
    expect(await run('07:38')).toMatchObject({ found: 1, sent: 2 })
    expect(titles()).toEqual([
      ['ada', expect.objectContaining({ title: 'Full: Session 1', body: expect.not.stringContaining('+') })],
    ])
    await db.alert.deleteMany()
    service.answer('ada', 503)
    await run('07:39')
    await report('open', '07:40')
    service.answer('ada', 201)
    expect([await run('07:41'), titles()]).toEqual([{ found: 0, people: 1, sent: 0, waiting: 0, dropped: 1 }, []])
  })

  it('reach every browser of a person, are enough in one, and forget the one that is gone', async () => {
    await subscribe(db, { userId: ada.id, signInId: null }, service.browser('laptop'), at('00:01'))
    await subscribe(db, { userId: ada.id, signInId: null }, service.browser('old phone'), at('00:02'))
    await pick(first)
    service.answer('old phone', 410)
    service.answer('laptop', 503)
    expect(await run('07:50')).toMatchObject({ sent: 1, waiting: 0 })
    service.answer('laptop', 201)
    service.answer('old phone', 201)
    await run('07:55')
    expect([titles().map(([browser]) => browser), await db.pushSubscription.count()]).toEqual([['ada'], 2])
    await pick(second)
    await run('08:50')
    expect(
      titles()
        .map(([browser]) => browser)
        .sort(),
    ).toEqual(['ada', 'laptop'])
  })

  it('speak the person’s language, else the conference’s, else English', async () => {
    const languages = { bob: 'fr', cem: null, dea: 'tlh' }
    await db.conference.update({ where: { id: conference.id }, data: { language: 'fr' } })
    await db.user.update({ where: { id: ada.id }, data: { language: 'en' } })
    await pick(first)
    for (const [name, language] of Object.entries(languages)) {
      const person = await joined(name)
      await db.user.update({ where: { id: person.id }, data: { language } })
      await pick(first, person)
    }
    await run('07:50')
    const heard = service.take().map(({ browser, message }) => [browser, Object(message).language])
    expect(heard.sort()).toEqual([
      ['ada', 'en'],
      ['bob', 'fr'],
      ['cem', 'fr'],
      ['dea', 'fr'],
    ])
  })

  it.each([404, 410])('forget a browser whose push service says %i', async (status) => {
    await pick(first)
    service.answer('ada', status)
    await run('07:50')
    service.answer('ada', 201)
    expect([await db.pushSubscription.count(), titles()]).toEqual([0, []])
  })

  it('are tried again later and later, five times at most, while they are worth it', async () => {
    await announce(
      db,
      granted(conference.id, ada.id),
      { roomId: null, sessionId: null, body: 'Hello', language: 'en' },
      at('05:00'),
    )
    await pick(third)
    service.answer('ada', 503)
    const tries = []
    for (let minute = 1; minute < 120; minute++)
      if ((await alertPeople(db, pusher, new Date(at('05:00').getTime() + minute * 60_000))).people > 0)
        tries.push(minute)
    service.answer('ada', 201)
    expect([tries, (await db.alert.findMany()).map(({ outcome, tries: count }) => [outcome, count])]).toEqual([
      [1, 3, 7, 15, 31],
      [['failed', 5]],
    ])
  })
})

describe('a source that waits for a yes', () => {
  const wait = (changesHash: string, time: string) =>
    db.source.create({
      data: {
        conferenceId: conference.id,
        name: 'Site',
        format: 'csv',
        waiting: {
          create: {
            changesHash,
            contentHash: 'x',
            address: 'https://example.org',
            format: 'csv',
            files: new Uint8Array(),
            fetched: [],
            problems: [],
            bytes: 1,
            reasons: ['many-gone'],
            createdAt: at(time),
          },
        },
      },
    })

  it('is told once to those who may say it, and again when it is another change', async () => {
    const [owner, steward] = [await joined('owner'), await joined('steward')]
    for (const [{ id: userId }, role] of [
      [owner, 'organizer'],
      [steward, 'steward'],
    ] as const)
      await db.membership.create({ data: { conferenceId: conference.id, userId, role } })
    const { id } = await wait('first', '05:00')
    expect(await run('05:01')).toMatchObject({ found: 1, sent: 1 })
    expect(service.take().map(({ browser, message }) => [browser, message])).toEqual([
      [
        'owner',
        {
          title: expect.stringContaining('a source waits for your yes'),
          body: expect.stringContaining('Site'),
          url: `/c/${conference.slug}/manage/sources/${id}`,
          tag: `sourceWaits-${id}`,
          language: 'en',
        },
      ],
    ])
    expect(await run('05:02')).toMatchObject({ found: 0, sent: 0 })
    await db.waitingImport.update({ where: { sourceId: id }, data: { changesHash: 'second', createdAt: at('06:00') } })
    expect(await run('06:01')).toMatchObject({ found: 1, sent: 1 })
  })

  it('is not told once somebody answered', async () => {
    const { id: userId } = await joined('owner')
    await saveAlertSettings(db, userId, { ...settings, quietFrom: '05:00', quietTo: '07:00', timeZone: 'UTC' })
    await db.membership.create({ data: { conferenceId: conference.id, userId, role: 'owner' } })
    const { id } = await wait('first', '05:00')
    expect(await run('05:01')).toMatchObject({ found: 1, waiting: 1 })
    await db.waitingImport.delete({ where: { sourceId: id } })
    expect(await run('07:01')).toMatchObject({ sent: 0, dropped: 1 })
  })
})
