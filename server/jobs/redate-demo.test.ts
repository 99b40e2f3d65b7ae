import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeHallwayDays } from '@/tests/factories/hallway-days'
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
