import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeHallwayDays } from '@/tests/factories/hallway-days'
import { countDemo } from './count-demo'
import { redateDemo } from './redate-demo'

const { db } = await testDatabase()
const yesterday = new Date('2026-03-24T12:00:00Z')
// Already the next day in Paris.
const night = new Date('2026-03-24T23:30:00Z')

it('does nothing where there is no demo', async () => {
  expect(await redateDemo(db, night)).toBe(false)
})

it('moves every session to the day that it is in Paris, cancelling none', async () => {
  await makeHallwayDays(db, '2026-03-24', yesterday)
  const daysOf = () =>
    db.session.groupBy({ by: ['dayOn', 'status'], orderBy: [{ dayOn: 'asc' }, { status: 'asc' }], _count: true })
  const before = await daysOf()

  expect(await redateDemo(db, night)).toBe(true)
  const oneDayLater = before.map((row) => ({ ...row, dayOn: new Date(row.dayOn.getTime() + 24 * 3600 * 1000) }))
  expect(await daysOf()).toEqual(oneDayLater)
})

it('keeps of what its nights changed and its stewards said the last two days', async () => {
  const { id: conferenceId } = await db.conference.findUniqueOrThrow({ where: { slug: 'hallway-days' } })
  const rows = async () => ({
    changes: await db.change.count({ where: { conferenceId } }),
    releases: await db.release.count({ where: { conferenceId } }),
    runs: await db.importRun.count({ where: { source: { conferenceId } } }),
    readings: await db.reading.count({ where: { conferenceId } }),
  })
  const after = async (days: number) => {
    const at = new Date(night.getTime() + days * 24 * 3600 * 1000)
    await countDemo(db, at)
    await redateDemo(db, at)
    return rows()
  }
  const nights = []
  for (let days = 1; days <= 6; days++) nights.push(await after(days))
  const [, , third, fourth, fifth, sixth] = nights
  expect(third?.changes).toBeGreaterThan(100)
  expect([fourth, fifth, sixth]).toEqual([third, third, third])
  expect(await db.release.findFirst({ where: { conferenceId }, orderBy: { number: 'desc' } })).toMatchObject({
    number: 8,
  })
})
