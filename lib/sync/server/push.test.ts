import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '@/lib/platform/errors'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import type { Push } from '../protocol'
import { pull, push } from '@/lib/handlers'

const { db } = await testDatabase()
const [now, later] = [new Date('2026-03-20T12:00:00Z'), new Date('2026-03-20T12:05:00Z')]

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

const at = '2026-03-20T11:59:00.000Z'
const set = (sessionId: string, rank = 'first', id = randomUUID()) => ({
  id,
  name: 'setPick',
  args: { sessionId, rank },
  at,
})
const drop = (sessionId: string, id = randomUUID()) => ({ id, name: 'dropPick', args: { sessionId }, at })
const pushOf = (person: Person, mutations: Push['mutations']): Push => ({
  person: person.id,
  device: randomUUID(),
  mutations,
})
const send = (person: Person, mutations: Push['mutations'], when = now) =>
  push(db, person, pushOf(person, mutations), when)
const pickRows = (userId: string) =>
  db.pick.findMany({ where: { userId }, orderBy: { revision: 'asc' }, omit: { userId: true } })

describe('push', () => {
  it('writes picks, changes their rank, leaves a tombstone, and brings one back', async () => {
    const rows = (sessionId: string) => ({ sessionId, conferenceId: conference.id, knownVersion: 1, createdAt: now })
    const answer = await send(ada, [set(first), set(second, 'hidden'), set(first, 'planB'), drop(second)])
    expect(answer).toEqual({
      results: answer.results.map(({ id }) => ({ id, ok: true })),
      revision: 4,
      mark: expect.stringMatching(/^4-/),
    })
    expect(await pickRows(ada.id)).toEqual([
      { ...rows(first), rank: 'planB', sequence: 1, revision: 3n, droppedAt: null, updatedAt: now },
      { ...rows(second), rank: 'hidden', sequence: 1, revision: 4n, droppedAt: now, updatedAt: now },
    ])
    await send(ada, [set(second, 'hidden')], later)
    expect(await pickRows(ada.id)).toMatchObject([
      { sessionId: first },
      { ...rows(second), rank: 'hidden', sequence: 2, revision: 5n, droppedAt: null, updatedAt: later },
    ])
  })

  it('changes nothing when it is replayed, and gives the same answer', async () => {
    const mutations = [set(first), drop(first), set(second), set(randomUUID())]
    const answer = await send(ada, mutations)
    const state = async () => ({
      picks: await pickRows(ada.id),
      user: await db.user.findUnique({ where: { id: ada.id } }),
      mutations: await db.mutation.findMany({ where: { userId: ada.id }, orderBy: { id: 'asc' } }),
    })
    const before = await state()
    expect([await send(ada, mutations, later), await send(ada, [...mutations, ...mutations], later)]).toEqual([
      answer,
      { ...answer, results: [...answer.results, ...answer.results] },
    ])
    expect(await state()).toEqual(before)
  })

  it('takes no revision for what is so already', async () => {
    await send(ada, [set(first)])
    const before = await pickRows(ada.id)
    expect((await send(ada, [set(first), drop(second), drop(randomUUID())], later)).revision).toBe(1)
    expect(await pickRows(ada.id)).toEqual(before)
  })

  it('keeps which version of the programme a pick knew, which is no change of the plan', async () => {
    await db.conference.update({ where: { id: conference.id }, data: { version: 7 } })
    const known = (sessionId: string, knownVersion: number, rank = 'first') => ({
      id: randomUUID(),
      name: 'setPick',
      args: { sessionId, rank, knownVersion },
      at,
    })
    const rows = async () =>
      (await pickRows(ada.id)).map(({ rank, knownVersion, sequence, revision, updatedAt }) => ({
        rank,
        knownVersion,
        sequence,
        revision,
        updatedAt,
      }))
    await send(ada, [set(first), known(second, 3)])
    expect(await rows()).toEqual([
      { rank: 'first', knownVersion: 7, sequence: 0, revision: 1n, updatedAt: now },
      { rank: 'first', knownVersion: 3, sequence: 0, revision: 2n, updatedAt: now },
    ])
    await send(ada, [known(first, 7), known(second, 99)], later)
    expect((await rows())[1]).toEqual({ rank: 'first', knownVersion: 7, sequence: 0, revision: 3n, updatedAt: now })
    await send(ada, [known(second, 3), set(second, 'planB')], later)
    expect((await rows())[1]).toEqual({ rank: 'planB', knownVersion: 3, sequence: 1, revision: 5n, updatedAt: later })
    expect((await pull(db, ada, { person: ada.id, after: 4 })).picks).toEqual([
      {
        sessionId: second,
        conferenceId: conference.id,
        rank: 'planB',
        knownVersion: 3,
        updatedAt: later.toISOString(),
        droppedAt: null,
      },
    ])
    expect(
      (await send(ada, [known(first, -1), known(first, 1.5), known(first, 1e300)], later)).results.map(
        (result) => 'code' in result && result.code,
      ),
    ).toEqual(['INVALID', 'INVALID', 'INVALID'])
  })

  it('notes up to where changes were seen: never back, unless what was noted last is undone', async () => {
    const seen = (version: number, undoes?: number) => ({
      id: randomUUID(),
      name: 'acknowledgeChanges',
      args: { conferenceId: conference.id, version, ...(undoes !== undefined && { undoes }) },
      at,
    })
    const after = async (...mutations: Push['mutations']) => (
      await send(ada, mutations),
      (await pull(db, ada, { person: ada.id, after: 0 })).seen
    )
    expect(await after(seen(2, 0), seen(5))).toEqual([{ conferenceId: conference.id, version: 5 }])
    expect(await after(seen(3))).toEqual([{ conferenceId: conference.id, version: 5 }])
    expect(await after(seen(3, 4), seen(9, 5))).toEqual([{ conferenceId: conference.id, version: 5 }])
    expect(await after(seen(3, 5))).toEqual([{ conferenceId: conference.id, version: 3 }])
  })

  it('refuses each bad one by itself and runs the rest', async () => {
    const [unknown, odd, bare] = [
      set(randomUUID()),
      { id: randomUUID(), name: 'makeCoffee', args: {}, at },
      { id: randomUUID() },
    ]
    const [wrong, good] = [set(first, 'third'), set(first)]
    expect(await send(ada, [unknown, odd, bare, wrong, good])).toEqual({
      results: [
        { id: unknown.id, ok: false, code: 'NOT_FOUND' },
        { id: odd.id, ok: false, code: 'INVALID' },
        { id: bare.id, ok: false, code: 'INVALID' },
        { id: wrong.id, ok: false, code: 'INVALID' },
        { id: good.id, ok: true },
      ],
      revision: 1,
      mark: expect.stringMatching(/^1-/),
    })
  })

  it('keeps a refusal: what became possible since takes a new mutation', async () => {
    const hidden = await makeConference(db, { visibility: 'private' })
    const early = set(hidden.sessionIds[0] ?? '')
    const refused = await send(ada, [early])
    await db.conference.update({ where: { id: hidden.id }, data: { visibility: 'public' } })
    expect([refused.results, (await send(ada, [early])).results]).toEqual([
      [{ id: early.id, ok: false, code: 'NOT_FOUND' }],
      refused.results,
    ])
    expect((await send(ada, [set(hidden.sessionIds[0] ?? '')])).results).toMatchObject([{ ok: true }])
  })

  it('hides a private conference from all but its members, and lets who lost sight of one drop its picks', async () => {
    const hidden = await makeConference(db, { visibility: 'private' })
    const sessionId = hidden.sessionIds[0] ?? ''
    await db.membership.create({ data: { conferenceId: hidden.id, userId: ada.id, role: 'attendee' } })
    const bob = await makePerson(db)
    expect((await send(ada, [set(sessionId)])).results).toMatchObject([{ ok: true }])
    expect((await send(bob, [set(sessionId)])).results).toMatchObject([{ ok: false, code: 'NOT_FOUND' }])
    await db.membership.delete({ where: { conferenceId_userId: { conferenceId: hidden.id, userId: ada.id } } })
    expect((await send(ada, [set(sessionId, 'planB'), drop(sessionId)])).results).toMatchObject([
      { ok: false, code: 'NOT_FOUND' },
      { ok: true },
    ])
    expect(await pickRows(ada.id)).toMatchObject([{ rank: 'first', droppedAt: now }])
  })

  it('takes nothing for one person from the browser of another, or of nobody', async () => {
    const bob = await makePerson(db)
    const refusal = new AppError('UNAUTHENTICATED', 'person')
    await expect(push(db, bob, pushOf(ada, [set(first)]), now)).rejects.toEqual(refusal)
    await expect(push(db, { kind: 'guest' }, pushOf(ada, [set(first)]), now)).rejects.toEqual(refusal)
    await expect(pull(db, bob, { person: ada.id, after: 0 })).rejects.toEqual(refusal)
    await expect(pull(db, { kind: 'guest' }, { person: ada.id, after: 0 })).rejects.toEqual(refusal)
    expect(await db.pick.count({ where: { userId: { in: [ada.id, bob.id] } } })).toBe(0)
  })

  it('lets two people use the same mutation id', async () => {
    const [bob, id] = [await makePerson(db), randomUUID()]
    await send(ada, [set(first, 'first', id)])
    await send(bob, [set(second, 'planB', id)])
    expect([await pickRows(ada.id), await pickRows(bob.id)]).toMatchObject([
      [{ sessionId: first, rank: 'first' }],
      [{ sessionId: second, rank: 'planB' }],
    ])
  })

  it('runs twins that arrive at the same moment once', async () => {
    const twin = [set(first), drop(first), set(first, 'planB')]
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(ada, twin)))
    expect(answers.map(({ results }) => results)).toEqual(
      Array.from({ length: 6 }, () => twin.map(({ id }) => ({ id, ok: true }))),
    )
    expect(await pickRows(ada.id)).toMatchObject([{ rank: 'planB', sequence: 2, revision: 3n, droppedAt: null }])
  })

  it('takes devices that push at the same moment one after the other', async () => {
    const many = await makeConference(db, { sessions: 20 })
    await Promise.all(
      [0, 1, 2, 3].map((device) =>
        send(
          ada,
          many.sessionIds.slice(device * 5, device * 5 + 5).map((id) => set(id)),
        ),
      ),
    )
    const rows = await pickRows(ada.id)
    expect(rows.map(({ revision }) => revision)).toEqual(Array.from({ length: 20 }, (_, index) => BigInt(index + 1)))
    expect(new Set(rows.map(({ sessionId }) => sessionId))).toEqual(new Set(many.sessionIds))
  })
})

it('lets nobody wait for what one person sends at once, and has what is too much of it come again', async () => {
  const ben = await makePerson(db)
  let answered = 0
  const codeOf = (error: unknown) => (error instanceof AppError ? error.code : error)
  const flood = Array.from({ length: 40 }, () =>
    send(
      ada,
      Array.from({ length: 100 }, () => set(first)),
    ).then(
      () => ++answered && 'ok',
      (error: unknown) => codeOf(error),
    ),
  )
  const { results } = await send(ben, [set(second)])
  expect({ results, overtaken: answered < 8 }).toEqual({
    results: results.map(({ id }) => ({ id, ok: true })),
    overtaken: true,
  })
  const codes = await Promise.all(flood)
  expect([codes.filter((code) => code === 'ok').length, new Set(codes)]).toEqual([8, new Set(['ok', 'RATE_LIMITED'])])
  await expect(send(ada, [set(first)])).resolves.toMatchObject({ results: [{ ok: true }] })
})

describe('a server that cannot write', () => {
  const noteOf = (text: string, id: string = randomUUID()) => ({
    id: randomUUID(),
    name: 'setBlock',
    args: {
      id,
      conferenceId: conference.id,
      title: text,
      startAt: '2026-03-24T08:00:00.000Z',
      endAt: '2026-03-24T09:00:00.000Z',
      daily: false,
    },
    at,
  })
  /** Has the database refuse what is larger than what fits in a row of a page that is there already. */
  const refuseLarge = async (state: string) => {
    await db.$executeRawUnsafe(
      `CREATE OR REPLACE FUNCTION refuse_large() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ` +
        `IF length(NEW."title") > 40 THEN RAISE EXCEPTION 'no room' USING ERRCODE = '${state}'; END IF; ` +
        `RETURN NEW; END $$`,
    )
    await db.$executeRawUnsafe(
      `CREATE OR REPLACE TRIGGER refuse_large BEFORE INSERT OR UPDATE ON "Block" FOR EACH ROW ` +
        `EXECUTE FUNCTION refuse_large()`,
    )
  }
  afterEach(() => db.$executeRawUnsafe('DROP TRIGGER IF EXISTS refuse_large ON "Block"'))

  it.each(['53100', '53200', '57014', '57P03', '58030', '08006', '25006', '40P01', '55P03'])(
    'names no change as broken where the database has no room for it or is not well (%s)',
    async (state) => {
      await refuseLarge(state)
      const large = noteOf('A podcast of which the whole story stands in its title')
      await expect(send(ada, [large])).rejects.toMatchObject({ code: 'UNAVAILABLE', detail: `database-${state}` })
      await db.$executeRawUnsafe('DROP TRIGGER refuse_large ON "Block"')
      expect((await send(ada, [large])).results).toEqual([{ id: large.id, ok: true }])
    },
  )

  it('takes what fits meanwhile, and answers nothing for what is about the same things', async () => {
    await refuseLarge('53100')
    const block = randomUUID()
    const [pick, large, after] = [set(first), noteOf('x'.repeat(60), block), noteOf('Short', block)]
    const answer = await send(ada, [pick, large, after])
    expect(answer).toEqual({
      results: [{ id: pick.id, ok: true }],
      revision: answer.revision,
      mark: expect.any(String),
    })
    await expect(send(ada, [large, after])).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  })

  it('still finds the one over which it breaks by a bug', async () => {
    await refuseLarge('P0001')
    const large = noteOf('x'.repeat(60))
    expect(await send(ada, [large])).toMatchObject({ results: [], broken: [large.id] })
  })
})
