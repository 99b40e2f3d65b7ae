import { beforeEach, expect, it } from 'vitest'
import { hashToken } from '@/lib/platform/ids'
import { testDatabase } from '@/tests/db'
import { MOST_PARCEL_BYTES } from '../parcel-limits'
import { keepParcel, purgeParcels, giveOutParcel } from './parcels'

const { db } = await testDatabase()
const at = (time: string) => new Date(`2026-03-24T${time}:00.000Z`)
const sealed = Buffer.from('sealed')
const guest = { kind: 'address', key: '192.0.2.7' } as const

beforeEach(() => db.parcel.deleteMany())

it('is kept for ten minutes and given once, to whoever has its token', async () => {
  expect(await keepParcel(db, guest, hashToken('secret'), sealed, at('09:00'))).toEqual({ expiresAt: at('09:10') })
  await expect(giveOutParcel(db, 'other', at('09:05'))).rejects.toThrow('NOT_FOUND')
  expect(Buffer.from(await giveOutParcel(db, 'secret', at('09:09')))).toEqual(sealed)
  await expect(giveOutParcel(db, 'secret', at('09:09'))).rejects.toThrow('NOT_FOUND')
  expect(await db.parcel.count()).toBe(0)
})

it('is given to one of two who ask at the same moment', async () => {
  await keepParcel(db, guest, hashToken('secret'), sealed, at('09:00'))
  const asked = await Promise.allSettled([
    giveOutParcel(db, 'secret', at('09:01')),
    giveOutParcel(db, 'secret', at('09:01')),
  ])
  expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

it('is gone after ten minutes, taken or not', async () => {
  await keepParcel(db, guest, hashToken('late'), sealed, at('09:00'))
  await expect(giveOutParcel(db, 'late', at('09:10'))).rejects.toThrow('NOT_FOUND')
  await keepParcel(db, guest, hashToken('forgotten'), sealed, at('09:00'))
  expect([await purgeParcels(db, at('09:09')), await purgeParcels(db, at('09:10')), await db.parcel.count()]).toEqual([
    0, 1, 0,
  ])
})

it.each([
  ['an empty one', Buffer.alloc(0)],
  ['one that is too large', Buffer.alloc(MOST_PARCEL_BYTES + 1)],
])('refuses %s', async (_, bytes) => {
  await expect(keepParcel(db, guest, hashToken('secret'), bytes, at('09:00'))).rejects.toThrow('INVALID')
  expect(await db.parcel.count()).toBe(0)
})

it('takes a token once', async () => {
  await keepParcel(db, guest, hashToken('secret'), sealed, at('09:00'))
  await expect(keepParcel(db, guest, hashToken('secret'), Buffer.from('another'), at('09:01'))).rejects.toThrow(
    'CONFLICT',
  )
  expect(Buffer.from(await giveOutParcel(db, 'secret', at('09:02')))).toEqual(sealed)
})

const countOf = (key: string) => db.parcel.count({ where: { sender: hashToken(`address ${key}`) } })

it('of one client lets the oldest go, and of nobody else', async () => {
  await keepParcel(db, { kind: 'address', key: '198.51.100.1' }, hashToken('hers'), sealed, at('09:00'))
  for (let number = 0; number < 210; number++)
    await keepParcel(db, guest, hashToken(`${number}`), sealed, new Date(at('09:01').getTime() + number))
  expect([await countOf(guest.key), await countOf('198.51.100.1')]).toEqual([200, 1])
  await expect(giveOutParcel(db, '0', at('09:02'))).rejects.toThrow('NOT_FOUND')
  expect(Buffer.from(await giveOutParcel(db, '209', at('09:02')))).toEqual(sealed)
  for (let number = 0; number < 25; number++)
    await keepParcel(
      db,
      { kind: 'person', key: 'ada' },
      hashToken(`ada ${number}`),
      sealed,
      new Date(at('09:01').getTime() + number),
    )
  expect(await db.parcel.count({ where: { sender: hashToken('person ada') } })).toBe(20)
})

it('lets those of whoever has most go where all are too many, so that anybody can still carry', async () => {
  const rows = (sender: string, count: number) =>
    Array.from({ length: count }, (_, number) => ({
      tokenHash: hashToken(`${sender} ${number}`),
      sender: hashToken(`address ${sender}`),
      sealed: new Uint8Array(sealed),
      expiresAt: at('09:10'),
    }))
  await db.parcel.createMany({
    data: Array.from({ length: 10 }, (_, number) => rows(`203.0.113.${number}`, 200)).flat(),
  })
  await keepParcel(db, guest, hashToken('mine'), sealed, at('09:01'))
  expect([await db.parcel.count(), await countOf(guest.key)]).toEqual([2_000, 1])
  expect(Buffer.from(await giveOutParcel(db, 'mine', at('09:02')))).toEqual(sealed)
})

it('of one client keeps no more than so many bytes', async () => {
  const large = Buffer.alloc(MOST_PARCEL_BYTES, 1)
  for (let number = 0; number < 55; number++)
    await keepParcel(db, guest, hashToken(`${number}`), large, new Date(at('09:00').getTime() + number))
  expect(await countOf(guest.key)).toBe(50)
})
