import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { holdAlerts } from '@/lib/desk/server/alert-hold'
import { testDatabase } from '@/tests/db'
import { answersFor, signEverybodyIn, visibilities, type Everybody } from '@/tests/everybody'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import { makePerson } from '@/tests/factories/person'
import { startPushService } from '@/tests/push-service'
import { endHoldAction, holdAlertsAction } from './actions'
import { endHold, getHold } from './alert-holds'
import { alertPeople } from './alert-people'
import { saveAlertSettings, subscribe } from './subscriptions'
import { loadVapidKeys } from './vapid'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
vi.mock('next/headers', () => import('@/tests/next-headers'))
const service = await startPushService()
const pusher = { vapid: await loadVapidKeys(db), contact: 'https://hallway.example.org', allowLoopback: true }
const at = (time: string) => new Date(`2026-03-23T${time}:00Z`)

// Sessions at 8, 9 and 10 UTC the day after; ada picked the second and the third.
let conference: Awaited<ReturnType<typeof makeConference>>
let [first, second, third] = ['', '', '']
let grant: ReturnType<typeof granted<'editSchedule'>>
beforeEach(async () => {
  await db.alert.deleteMany()
  await db.pushSubscription.deleteMany()
  service.take()
  conference = await makeConference(db, { sessions: 3 })
  ;[first = '', second = '', third = ''] = conference.sessionIds
  const ada = await makePerson(db)
  await subscribe(db, { userId: ada.id, signInId: null }, service.browser('ada'), at('00:00'))
  grant = granted<'editSchedule'>(conference.id, ada.id)
  for (const sessionId of [second, third])
    await db.pick.create({
      data: {
        ...{ userId: ada.id, sessionId, conferenceId: conference.id, createdAt: at('00:00') },
        ...{ rank: 'first', revision: 1 },
      },
    })
})

let version = 1
const [published, elsewhere] = ['2026-03-24T09:00:00.000Z', '2026-03-24T15:00:00.000Z']
const move = (sessionId: string, time: string, from = published, to = elsewhere) =>
  db.change.create({
    data: {
      ...{ conferenceId: conference.id, sessionId, field: 'startAt', oldValue: from, newValue: to },
      ...{ version: ++version, createdAt: at(time) },
    },
  })
/** What people are told within the minute. */
async function told(time: string) {
  await alertPeople(db, pusher, at(time))
  return service.take().map(({ message }) => JSON.stringify(message).match(/Session \d/g))
}

describe('alerts that are held back', () => {
  it('wait for their word, and are then one for all that moved meanwhile, of what was picked', async () => {
    await holdAlerts(db, grant, at('05:00'))
    for (const session of [first, second, third]) await move(session, '05:10')
    const held = [await told('05:11'), await getHold(db, conference.id)]
    expect(await endHold(db, grant, true, at('09:00'))).toEqual({ isAnnounced: true, before: null })
    expect([held, await told('09:01'), await told('09:02'), await getHold(db, conference.id)]).toEqual([
      [[], { heldAt: at('05:00'), sessions: 3 }],
      [['Session 2', 'Session 3']],
      [],
      null,
    ])
  })

  it('count and tell nothing that was moved and taken back meanwhile', async () => {
    await holdAlerts(db, grant, at('05:00'))
    await move(second, '05:10')
    await move(third, '05:10')
    await move(second, '05:20', elsewhere, published)
    const held = await getHold(db, conference.id)
    await endHold(db, grant, true, at('05:30'))
    expect([held?.sessions, await told('05:31')]).toEqual([1, [['Session 3']]])
  })

  it('are let go without a word, and what moves then is told as ever', async () => {
    await holdAlerts(db, grant, at('05:00'))
    await move(second, '05:10')
    await endHold(db, grant, false, at('05:20'))
    const silent = await told('05:21')
    await move(third, '05:30')
    expect([silent, await told('05:31')]).toEqual([[], [['Session 3']]])
  })

  it.each(['stands', 'ended without a word'])(
    'are told nothing at the end of quiet hours of what was taken back while a hold %s',
    async (hold) => {
      const quiet = { quietFrom: '05:00', quietTo: '08:00', timeZone: 'UTC' }
      await saveAlertSettings(db, grant.userId, { off: [], digest: false, ...quiet })
      await move(second, '05:10')
      await move(third, '05:10')
      const night = [await told('05:11')]
      await holdAlerts(db, grant, at('05:20'))
      await move(second, '05:30', elsewhere, published)
      night.push(await told('05:31'))
      if (hold !== 'stands') await endHold(db, grant, false, at('05:40'))
      expect([night, await told('08:00')]).toEqual([[[], []], [['Session 3']]])
    },
  )

  it.each([
    ['nobody who was never told of it', 0, []],
    ['whoever has seen it', 1_000_000, [['Session 2']]],
  ])('and taken back much later, are told to %s', async (_, seen, heard) => {
    await holdAlerts(db, grant, at('05:00'))
    await move(second, '05:10')
    await endHold(db, grant, false, at('05:20'))
    const silent = await told('05:21')
    const { userId, conferenceId } = grant
    await db.changeReceipt.create({ data: { userId, conferenceId, version: seen, revision: 1 } })
    await move(second, '12:00', elsewhere, published)
    expect([silent, await told('12:01')]).toEqual([[], heard])
  })

  it('leave what moved before it to be told, and another conference alone', async () => {
    const other = await makeConference(db, { sessions: 1 })
    await move(second, '04:59')
    await holdAlerts(db, grant, at('05:00'))
    await holdAlerts(db, granted(other.id), at('05:00'))
    await endHold(db, granted(other.id, grant.userId), false, at('05:01'))
    expect([await told('05:02'), (await getHold(db, conference.id))?.heldAt]).toEqual([[['Session 2']], at('05:00')])
  })

  it('are held once, however often somebody says so, and ended by one', async () => {
    await Promise.all([holdAlerts(db, grant, at('05:00')), holdAlerts(db, grant, at('05:00'))])
    await holdAlerts(db, grant, at('06:00'))
    const before = await getHold(db, conference.id)
    const ends = await Promise.all([endHold(db, grant, true, at('07:00')), endHold(db, grant, false, at('07:00'))])
    expect([before?.heldAt, ends.filter((end) => end?.before === null).length]).toEqual([at('05:00'), 1])
  })

  it('say who ended them before, and how, to whoever comes second', async () => {
    const bo = await makePerson(db)
    const none = await endHold(db, grant, true, at('04:00'))
    await holdAlerts(db, grant, at('05:00'))
    const first = await endHold(db, granted<'editSchedule'>(conference.id, bo.id), true, at('06:00'))
    const second = await endHold(db, grant, false, at('06:01'))
    const again = await endHold(db, granted<'editSchedule'>(conference.id, bo.id), false, at('06:02'))
    expect([none, first, second, again]).toEqual([
      null,
      { isAnnounced: true, before: null },
      { isAnnounced: true, before: { isMe: false, by: bo.name } },
      { isAnnounced: true, before: { isMe: true, by: bo.name } },
    ])
  })
})

describe.each(visibilities)('in a %s conference', (visibility) => {
  let everybody: Everybody
  beforeAll(async () => {
    everybody = await signEverybodyIn(db)
  })

  it('organizers alone hold them and let them go', async () => {
    const { id, slug } = await makeConference(db, { visibility, sessions: 1 })
    await everybody.join(id)
    const allowed = answersFor(['organizer', 'owner'], visibility)
    expect([
      await everybody.ask(() => holdAlertsAction({ conference: slug })),
      await everybody.ask(() => endHoldAction({ conference: slug, announce: 'yes' })),
    ]).toEqual([allowed, allowed])
  })
})
