import { beforeEach, expect, it } from 'vitest'
import { AppError } from '@/lib/platform/errors'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import { mayBeOne } from '../bring-in/may-be-one'
import { pairsOf, partAnswered } from '../merging/likely-pairs'
import { listDifferent, setDifferent } from './different-parts'

const { db } = await testDatabase()

let conferenceId: string
beforeEach(async () => {
  conferenceId = (await makeConference(db, { sessions: 0 })).id
})

async function makeRooms(...names: string[]) {
  return Promise.all(
    names.map((name, index) =>
      db.room.create({ data: { conferenceId, slug: `room-${index}`, name }, select: { id: true, name: true } }),
    ),
  )
}

const say = (part: string, other: string, isDifferent: boolean) =>
  setDifferent(db, granted(conferenceId), { part, other, isDifferent })

it('asks no more about two of which somebody said that they are different, until that is taken back', async () => {
  const rooms = await makeRooms('Level 1', 'Level -1', 'level 1')
  const [one = '', other = ''] = rooms.map(({ id }) => id)
  const asked = async () => {
    const pairs = pairsOf(
      mayBeOne(rooms.map((room) => ({ ...room, sessions: 0 }))),
      rooms.map((room) => ({ ...room, sessions: 0 })),
    )
    const { open, two } = partAnswered(pairs, await listDifferent(db, conferenceId))
    return [open.length, two.length]
  }
  expect(await asked()).toEqual([3, 0])
  await say(other, one, true)
  await say(one, other, true)
  expect(await asked()).toEqual([2, 1])
  await say(one, other, false)
  expect(await asked()).toEqual([3, 0])
})

it('knows nothing of rooms elsewhere, and of a room that should be a track', async () => {
  const [room] = await makeRooms('Hall')
  const track = await db.track.create({ data: { conferenceId, slug: 'hall', name: 'Hall', color: 1 } })
  const elsewhere = await db.room.create({
    data: { conferenceId: (await makeConference(db, { sessions: 0 })).id, slug: 'hall', name: 'Hall' },
  })
  for (const { id } of [track, elsewhere])
    await expect(say(room?.id ?? '', id, true)).rejects.toEqual(new AppError('NOT_FOUND', 'part'))
  expect(await listDifferent(db, conferenceId)).toEqual([])
})
