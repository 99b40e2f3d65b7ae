// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { openStore } from '@/lib/device'
import { noteShownVersion } from '@/lib/program/device/shown-version'
import type { ProgramChange } from '@/lib/program/program-change'
import { provideDevice } from '@/lib/sync/client/store/device-code'
import { localState, untilLocalState, withEngine } from '@/lib/sync/client/store/local-state'
import { keepNobody, keepViewer } from '@/lib/sync/client/viewer/known-viewer'
import { loseTheNetwork } from '@/tests/no-network'
import { attendanceAsked } from './asked-attendance'
import { askRanks, rankAsked, readRanks } from './asked-ranks'
import { readAttendances, useAttendances } from './use-attendances'
import { useBlocks } from './use-blocks'
import { useChanges } from './use-changes'
import { usePicks } from './use-picks'
import { useUnreadCount } from './use-unread-count'

loseTheNetwork()
provideDevice(() => import('@/lib/device'))

/** A conference of its own for each test. */
let c = ''
let count = 0
beforeEach(async () => {
  cleanup()
  c = `c${++count}`
  await be(null)
})

/** From now on this person is here; null: a guest. */
async function be(person: string | null) {
  const engine = await withEngine()
  act(() => (person === null ? keepNobody('guest') : void keepViewer(person)))
  await waitFor(() => expect(engine.store().person).toBe(person), { timeout: 20_000 })
  await act(async () => void (await untilLocalState(({ ready }) => ready)))
}

const soon = (check: () => void) => waitFor(check, { timeout: 20_000 })
const inOutbox = async () =>
  (await (await withEngine()).store().outbox.toArray())
    .filter(({ conferenceId }) => conferenceId === c)
    .map(({ mutation: { name, args } }) => [name, args])

/** No room for another change, from now on. @returns how there is room again */
function fillTheDisk(): () => void {
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  return () => full.mockRestore()
}

it('picks with what was shown, and what comes back or is ranked anew knows what it knew', async () => {
  const { result } = renderHook(() => usePicks(c))
  noteShownVersion({ id: c, version: 4 })
  await act(() => result.current.set('s', 'first'))
  await soon(() => expect([...result.current.picks]).toEqual([['s', 'first']]))
  noteShownVersion({ id: c, version: 9 })
  await act(() => result.current.set('s', 'planB'))
  await soon(() => expect([...result.current.picks]).toEqual([['s', 'planB']]))
  await act(() => result.current.drop('s'))
  await soon(() => expect([...result.current.picks]).toEqual([]))
  await act(() => result.current.set('s', 'first'))
  await act(() => result.current.set('t', 'hidden'))
  expect(await inOutbox()).toEqual([
    ['setPick', { sessionId: 's', rank: 'first', knownVersion: 4 }],
    ['setPick', { sessionId: 's', rank: 'planB' }],
    ['dropPick', { sessionId: 's' }],
    ['setPick', { sessionId: 's', rank: 'first', knownVersion: 4 }],
    ['setPick', { sessionId: 't', rank: 'hidden', knownVersion: 9 }],
  ])
})

it('shows in every tab what one of them picked', async () => {
  const { result } = renderHook(() => usePicks(c))
  const other = openStore(null)
  await other.outbox.add({
    conferenceId: c,
    mutation: { id: `m${c}`, at: '2026-03-24T12:00:00.000Z', name: 'setPick', args: { sessionId: 's', rank: 'planB' } },
  })
  await soon(() => expect([...result.current.picks]).toEqual([['s', 'planB']]))
  other.dexie.close()
})

it('shows what a full disk has no room for, says that it is kept nowhere, and stores it in its order', async () => {
  const { result } = renderHook(() => usePicks(c))
  await act(() => result.current.set('a', 'first'))
  const makeRoom = fillTheDisk()
  let isKept = false
  void result.current.set('a', 'planB').then(() => (isKept = true))
  void result.current.set('b', 'first')
  await soon(() =>
    expect([[...result.current.picks], localState().storage, localState().unkept, isKept]).toEqual([
      [
        ['a', 'planB'],
        ['b', 'first'],
      ],
      'full',
      2,
      false,
    ]),
  )
  expect(await inOutbox()).toEqual([['setPick', { sessionId: 'a', rank: 'first' }]])
  makeRoom()
  await act(() => result.current.drop('b'))
  await soon(() => expect([localState().storage, localState().unkept, isKept]).toEqual(['ok', 0, true]))
  expect(await inOutbox()).toEqual([
    ['setPick', { sessionId: 'a', rank: 'first' }],
    ['setPick', { sessionId: 'a', rank: 'planB' }],
    ['setPick', { sessionId: 'b', rank: 'first' }],
    ['dropPick', { sessionId: 'b' }],
  ])
})

it('hands what a guest picked to whoever signs in, and shows nothing of one person to the next', async () => {
  const { result } = renderHook(() => usePicks(c))
  const shown = () => [...result.current.picks]
  await act(() => result.current.set('guests', 'first'))
  await be('ann')
  await soon(() => expect(shown()).toEqual([['guests', 'first']]))
  await act(() => result.current.set('anns', 'planB'))
  await be('bob')
  expect([shown(), await inOutbox()]).toEqual([[], []])
  await act(() => result.current.set('bobs', 'hidden'))
  await be('ann')
  await soon(() =>
    expect(new Map(shown())).toEqual(
      new Map([
        ['guests', 'first'],
        ['anns', 'planB'],
      ]),
    ),
  )
  await be(null)
  expect([shown(), await inOutbox()]).toEqual([[], []])
})

it('goes by what was asked for last, until the store tells of it, or could not keep it', async () => {
  let [keep, fail] = [() => undefined as void, () => undefined as void]
  askRanks(c, [['s', 'first']], new Promise<void>((done) => (keep = done)))
  askRanks(c, [['t', 'planB']], new Promise<void>((_, reject) => (fail = () => reject(new Error('no room')))))
  expect([rankAsked(c, 's'), rankAsked(c, 't'), rankAsked(c, 'u')]).toEqual(['first', 'planB', undefined])
  expect(await readRanks(c, ['t', 'u', 's'])).toEqual([
    ['t', 'planB'],
    ['u', undefined],
    ['s', 'first'],
  ])
  fail()
  await soon(() => expect(rankAsked(c, 't')).toBeUndefined())
  const { record } = await withEngine()
  await record(c, { name: 'setPick', args: { sessionId: 's', rank: 'first' } })
  keep()
  await soon(() => expect(localState().picks?.get(c)?.get('s')).toBe('first'))
  await record(c, { name: 'dropPick', args: { sessionId: 's' } })
  await soon(() => expect(rankAsked(c, 's')).toBeUndefined())
})

it('adds to what became of a session, tap by tap, and reads it for whoever is not drawn', async () => {
  const { result } = renderHook(() => useAttendances(c))
  await act(async () => {
    const kept = [result.current.set('s', { status: 'attended' }), result.current.set('s', { findSlides: true })]
    expect(result.current.saidOf('s')).toEqual({ status: 'attended', watchReplay: false, findSlides: true })
    await Promise.all(kept)
  })
  const said = { status: 'attended', watchReplay: false, findSlides: true }
  await soon(() => expect([...result.current.attendances]).toEqual([['s', said]]))
  await soon(() => expect(attendanceAsked(c, 's')).toEqual(said))
  expect([[...(await readAttendances(c))], [...(await readAttendances('another'))], await inOutbox()]).toEqual([
    [['s', said]],
    [],
    [
      ['setAttendance', { sessionId: 's', status: 'attended' }],
      ['setAttendance', { sessionId: 's', findSlides: true }],
    ],
  ])
})

it('says of a block of one’s own what was changed of it, and of a new one all', async () => {
  const { result } = renderHook(() => useBlocks(c))
  const lunch = {
    id: `b${c}`,
    conferenceId: c,
    title: 'Lunch',
    startAt: '2026-03-24T12:00:00.000Z',
    endAt: '2026-03-24T13:00:00.000Z',
    daily: true,
  }
  await act(() => result.current.save(lunch))
  await soon(() => expect(result.current.blocks).toEqual([lunch]))
  const longer = { ...lunch, endAt: '2026-03-24T14:00:00.000Z' }
  await act(() => result.current.save(longer, lunch))
  await soon(() => expect(result.current.blocks).toEqual([longer]))
  await act(() => result.current.drop(lunch.id))
  await soon(() => expect(result.current.blocks).toEqual([]))
  const { id, conferenceId, startAt } = lunch
  expect(await inOutbox()).toEqual([
    ['setBlock', lunch],
    ['setBlock', { id, conferenceId, startAt, endAt: longer.endAt }],
    ['dropBlock', { id }],
  ])
})

/** What changed in the conference's programme, as this device was told. */
async function keepChanged(...changes: Pick<ProgramChange, 'sessionId' | 'version'>[]) {
  const whole = changes.map((change) => ({
    ...change,
    field: 'title',
    old: 'Old',
    new: `New ${change.version}`,
    at: '2026-03-24T12:00:00.000Z',
  }))
  const { changes: table } = (await withEngine()).store()
  await table.put({ slug: `of-${c}`, conferenceId: c, version: 9, etag: null, changes: whole })
}

it('tells what changed in my sessions until I answer, and again what an answer was taken back of', async () => {
  const { record } = await withEngine()
  for (const sessionId of ['a', 'b'])
    await record(c, { name: 'setPick', args: { sessionId, rank: 'first', knownVersion: 1 } })
  await keepChanged(
    { sessionId: 'a', version: 3 },
    { sessionId: 'b', version: 5 },
    { sessionId: 'not-mine', version: 6 },
  )
  const { result } = renderHook(() => ({ ...useChanges({ id: c, slug: `of-${c}` }), count: useUnreadCount(`of-${c}`) }))
  const tells = (...sessions: string[]) =>
    soon(() =>
      expect([result.current.news?.map(({ sessionId }) => sessionId), result.current.count]).toEqual([
        sessions,
        sessions.length,
      ]),
    )
  const answer = async (say: (news: NonNullable<typeof result.current.news>) => () => void, ...left: string[]) => {
    const undo = say(result.current.news ?? [])
    await tells(...left)
    undo()
    await tells('b', 'a')
  }
  const newsOf = (news: NonNullable<typeof result.current.news>, id: string) => {
    const found = news.find(({ sessionId }) => sessionId === id)
    if (!found) throw new Error('No news')
    return found
  }
  await tells('b', 'a')
  await answer((news) => result.current.keep(newsOf(news, 'a')), 'b')
  await answer((news) => result.current.drop(newsOf(news, 'b')), 'a')
  await answer((news) => result.current.replace(newsOf(news, 'a'), 'instead'), 'b')
  expect([...(localState().picks?.get(c) ?? [])].sort()).toEqual([
    ['a', 'first'],
    ['b', 'first'],
  ])
  await answer(() => result.current.keepAll())
})
