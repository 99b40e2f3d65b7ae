import { expect, it } from 'vitest'
import { loadRoomsNow } from '@/lib/rooms/server/queries'
import { testDatabase } from '@/tests/db'
import { makeHallwayDays } from '@/tests/factories/hallway-days'
import { countDemo } from './count-demo'

const { db } = await testDatabase()
const at = (time: string) => new Date(`2027-01-09T${time}:00Z`)

it('does nothing where there is no demo', async () => {
  expect(await countDemo(db, at('09:50'))).toBe(0)
})

it('counts so that rooms are of every state, and again only when that holds no more', async () => {
  const id = await makeHallwayDays(db, '2027-01-09', at('08:00'))
  const statesAt = async (now: Date) =>
    (await loadRoomsNow(db, id, null, now)).map(({ occupancy: { state, origin } }) => [state, origin])
  const doors = await countDemo(db, at('09:40'))
  expect(doors).toBeGreaterThan(3)
  const states = await statesAt(at('09:40'))
  for (const state of ['open', 'filling', 'nearlyFull', 'full', 'unknown'])
    expect(states.map(([known]) => known)).toContain(state)
  expect(await countDemo(db, at('09:45'))).toBe(0)
  expect(await statesAt(at('09:50'))).toEqual(states)
  expect(await countDemo(db, at('10:05'))).toBeGreaterThan(0)
})
