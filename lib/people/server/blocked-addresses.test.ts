import { expect, it } from 'vitest'
import { DAY_MS } from '@/lib/platform/time'
import { testDatabase } from '@/tests/db'
import { blockedSince, forgetBlocked, keepBlocked, purgeBlocked } from './blocked-addresses'

const { db } = await testDatabase()
const now = new Date('2026-03-24T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)

it('remembers a blocked address for two years, as a hash alone, and other settings for good', async () => {
  await db.setting.create({ data: { key: 'another', value: daysAgo(900).toISOString() } })
  for (const days of [729, 731]) await keepBlocked(db, `${days}@example.org`, daysAgo(days))
  expect((await db.setting.findMany()).filter(({ key, value }) => `${key}${value}`.includes('@'))).toEqual([])
  expect(await purgeBlocked(db, now)).toBe(1)
  expect([await blockedSince(db, '729@example.org'), await blockedSince(db, '731@example.org')]).toEqual([
    daysAgo(729),
    null,
  ])
  expect(await db.setting.count()).toBe(2)
  await forgetBlocked(db, '729@example.org')
  expect([await blockedSince(db, '729@example.org'), await purgeBlocked(db, now)]).toEqual([null, 0])
})
