import { beforeEach, expect, it } from 'vitest'
import { hashToken } from '@/lib/platform/ids'
import { testDatabase } from '@/tests/db'
import { MOST_PARCEL_BYTES } from '../parcel-limits'
import { keepParcel, purgeParcels, takeParcel } from './parcels'

const { db } = await testDatabase()
const at = (time: string) => new Date(`2026-03-24T${time}:00.000Z`)
const sealed = Buffer.from('sealed')

beforeEach(() => db.parcel.deleteMany())

it('is kept for ten minutes and given once, to whoever has its token', async () => {
  expect(await keepParcel(db, hashToken('secret'), sealed, at('09:00'))).toEqual({ expiresAt: at('09:10') })
  await expect(takeParcel(db, 'other', at('09:05'))).rejects.toThrow('NOT_FOUND')
  expect(Buffer.from(await takeParcel(db, 'secret', at('09:09')))).toEqual(sealed)
  await expect(takeParcel(db, 'secret', at('09:09'))).rejects.toThrow('NOT_FOUND')
  expect(await db.parcel.count()).toBe(0)
})

it('is given to one of two who ask at the same moment', async () => {
  await keepParcel(db, hashToken('secret'), sealed, at('09:00'))
  const asked = await Promise.allSettled([takeParcel(db, 'secret', at('09:01')), takeParcel(db, 'secret', at('09:01'))])
  expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

it('is gone after ten minutes, taken or not', async () => {
  await keepParcel(db, hashToken('late'), sealed, at('09:00'))
  await expect(takeParcel(db, 'late', at('09:10'))).rejects.toThrow('NOT_FOUND')
  await keepParcel(db, hashToken('forgotten'), sealed, at('09:00'))
  expect([await purgeParcels(db, at('09:09')), await purgeParcels(db, at('09:10')), await db.parcel.count()]).toEqual([0, 1, 0])
})

it.each([
  ['an empty one', Buffer.alloc(0)],
  ['one that is too large', Buffer.alloc(MOST_PARCEL_BYTES + 1)],
])('refuses %s', async (_, bytes) => {
  await expect(keepParcel(db, hashToken('secret'), bytes, at('09:00'))).rejects.toThrow('INVALID')
  expect(await db.parcel.count()).toBe(0)
})

it('takes a token once', async () => {
  await keepParcel(db, hashToken('secret'), sealed, at('09:00'))
  await expect(keepParcel(db, hashToken('secret'), Buffer.from('another'), at('09:01'))).rejects.toThrow('CONFLICT')
  expect(Buffer.from(await takeParcel(db, 'secret', at('09:02')))).toEqual(sealed)
})
