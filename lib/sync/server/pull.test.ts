import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { countingClient } from '@/tests/query-counter'
import type { Push } from '../protocol'
import { pull, push } from '@/lib/handlers'

const { db, url } = await testDatabase()
const { counting, countQueries } = countingClient(url)
const now = new Date('2026-03-20T12:00:00Z')

type Person = Awaited<ReturnType<typeof makePerson>>
let ada: Person
let conference: Awaited<ReturnType<typeof makeConference>>
let first: string
let second: string

beforeEach(async () => {
  ada = await makePerson(db)
  conference = await makeConference(db)
  ;[first = '', second = ''] = conference.sessionIds
})

const set = (sessionId: string, rank = 'first') => ({
  id: randomUUID(),
  name: 'setPick',
  args: { sessionId, rank },
  at: now.toISOString(),
})
const drop = (sessionId: string) => ({ id: randomUUID(), name: 'dropPick', args: { sessionId }, at: now.toISOString() })
const send = (person: Person, mutations: Push['mutations']) =>
  push(db, person, { person: person.id, device: randomUUID(), mutations }, now)

describe('pull', () => {
  const told = (sessionId: string, rank = 'first', droppedAt: string | null = null) => ({
    sessionId,
    conferenceId: conference.id,
    rank,
    droppedAt,
  })

  it('brings what is newer than the cursor, tombstones included', async () => {
    await send(ada, [set(first), set(second, 'planB')])
    expect(await pull(db, ada, { person: ada.id, after: 0 })).toMatchObject({
      picks: [told(first), told(second, 'planB')],
      revision: 2,
    })
    await send(ada, [drop(first)])
    expect(await pull(db, ada, { person: ada.id, after: 2 })).toMatchObject({
      picks: [told(first, 'first', now.toISOString())],
      revision: 3,
    })
    expect(await pull(db, ada, { person: ada.id, after: 3 })).toMatchObject({ picks: [], revision: 3 })
  })

  it('asks how things stand, of what there is news, and for that alone', async () => {
    await send(ada, [set(first), set(second)])
    const ask = (after: number, mark?: string) => pull(counting, ada, { person: ada.id, after, mark })
    const { mark } = await ask(0, '')
    expect([await countQueries(() => ask(0, '')), await countQueries(() => ask(2, mark))]).toEqual([3, 2])
  })

  it('brings nothing of anybody else', async () => {
    const bob = await makePerson(db)
    await send(bob, [set(first)])
    expect(await pull(db, ada, { person: ada.id, after: 0 })).toMatchObject({ picks: [], revision: 0 })
  })

  it('tells a device all there is whose mark it does not know, whatever its cursor says', async () => {
    const { mark = '' } = await send(ada, [set(first)])
    const known = await pull(db, ada, { person: ada.id, after: 1, mark })
    expect(known).toMatchObject({ picks: [], revision: 1, mark })
    expect(known.isAll).toBeUndefined()
    for (const unknown of ['', `1-${randomUUID()}`, `${'9'.repeat(30)}-${randomUUID()}`, mark.replace('1-', '2-')]) {
      expect(await pull(db, ada, { person: ada.id, after: 1, mark: unknown })).toMatchObject({
        picks: [told(first)],
        revision: 1,
        mark,
        isAll: true,
      })
    }
  })

  it('knows no mark of another person', async () => {
    const bob = await makePerson(db)
    const { mark = '' } = await send(bob, [set(first)])
    await send(ada, [set(first)])
    expect(await pull(db, ada, { person: ada.id, after: 1, mark })).toMatchObject({ isAll: true })
  })

  it('tells a build without marks all there is while its cursor is ahead, and to forget nothing', async () => {
    await send(ada, [set(first)])
    expect(await pull(db, ada, { person: ada.id, after: 99 })).toMatchObject({ picks: [told(first)], revision: 99 })
  })

  it('never lets a cursor pass a write that is still to be committed', async () => {
    let other: Promise<unknown> = Promise.resolve()
    const during = await db.$transaction(async (tx) => {
      const { revision } = await tx.user.update({
        where: { id: ada.id },
        data: { revision: { increment: 1 } },
        select: { revision: true },
      })
      await tx.pick.create({
        data: { userId: ada.id, sessionId: first, conferenceId: conference.id, rank: 'first', revision },
      })
      other = send(ada, [set(second)])
      return pull(db, ada, { person: ada.id, after: 0 })
    })
    await other
    expect(during).toMatchObject({ picks: [], revision: 0 })
    expect(await pull(db, ada, { person: ada.id, after: during.revision })).toMatchObject({
      picks: [told(first), told(second)],
      revision: 2,
    })
  })
})
