import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { announcementsDocument } from '@/lib/rooms/announcements-document'
import type { AnnouncementList } from '@/lib/rooms/announcements-schema'
import { until } from '@/tests/until'
import type { PokeListener } from '../exchange/pokes'
import { provideDevice } from '../store/device-code'
import type { Answer } from './fetch-newer'
import { follow } from './follow'
import type { Kept, Said } from './kept-documents'
import { markKept } from './trust'

provideDevice(() => import('@/lib/device'))

const said = (text: string): AnnouncementList => [
  { id: text, text, language: 'en', room: null, session: null, at: '2027-05-11T09:00:00.000Z' },
]
const told = (text: string): Answer<AnnouncementList> => ({ value: said(text), etag: text })
const days = { id: 'c', slug: 'days' }

/** A page that follows announcements, with a server whose answers come when the test gives them. */
function openPage({ kept, told: version = null }: { kept?: Kept; told?: number | null } = {}) {
  if (kept) markKept(announcementsDocument, 'days')
  const [asked, answers]: [(string | null)[], ((answer: Answer<AnnouncementList>) => void)[]] = [[], []]
  const [pokes, put] = [new Map<string, PokeListener>(), new Map<string, AnnouncementList>()]
  const versions: (number | null)[] = []
  const confirmed: Said[] = []
  const followed = follow(announcementsDocument, {
    keeping: {
      get: () => Promise.resolve(kept),
      put: async (slug, value, at) => (versions.push(at.version), void put.set(slug, value)),
      confirm: async (_, said) => void confirmed.push(said),
    },
    isWorthHolding: (_, fetched) => fetched.length > 0,
    wire: {
      ask: (_, etag) => (asked.push(etag), new Promise((answer) => answers.push(answer))),
      onPoke: (topic, listener) => (pokes.set(topic, listener), () => void pokes.delete(topic)),
      lastTold: () => version,
    },
  })
  const heard: (string | undefined)[] = []
  const text = () => followed.held('days').value?.[0]?.text
  /** Answers the question that waits longest. */
  async function answer(given: Answer<AnnouncementList>): Promise<void> {
    const give = await until(
      async () => answers.shift(),
      (waiting) => waiting !== undefined,
    )
    give?.(given)
    await Promise.resolve()
  }
  const listen = () => void (heard.at(-1) !== text() && heard.push(text()))
  return { followed, asked, pokes, put, versions, confirmed, heard, text, answer, listen }
}

describe('a document that is watched', () => {
  it('is this device’s own until the server’s comes, which is kept, and asked for by its tag', async () => {
    const { followed, asked, pokes, put, text, answer, heard, listen } = openPage({
      kept: { json: said('yesterday'), etag: 'y', keptAt: '2027-05-10T09:00:00.000Z' },
    })
    const stop = followed.watch(days, listen)
    await until(async () => text(), Boolean)
    expect(followed.held('days')).toEqual({
      value: said('yesterday'),
      failed: false,
      asOf: '2027-05-10T09:00:00.000Z',
      goneAt: null,
      looked: true,
    })
    await answer(told('today'))
    await until(async () => put.get('days'), Boolean)
    pokes.get('announcements:c')?.(2)
    await answer('unchanged')
    expect([asked, heard, put.get('days')]).toEqual([['y', 'today'], ['yesterday', 'today'], said('today')])
    stop()
    expect([...pokes]).toEqual([])
  })

  it('is kept with the version that the page was told of before, and is not asked for again', async () => {
    const { followed, asked, pokes, put, versions, answer, listen } = openPage({ told: 7 })
    followed.watch(days, listen)
    await answer(told('today'))
    await until(async () => put.get('days'), Boolean)
    pokes.get('announcements:c')?.(7)
    await followed.brought('days')
    expect([asked, versions]).toEqual([[null], [7]])
  })

  it('is asked for where the page was told, before anybody listened, that it is another', async () => {
    const kept = { json: said('lately'), etag: 'l', keptAt: new Date().toISOString(), version: 6 }
    const same = openPage({ kept, told: 6 })
    same.followed.watch(days, same.listen)
    const other = openPage({ kept, told: 7 })
    other.followed.watch(days, other.listen)
    await other.answer(told('today'))
    await until(async () => other.put.get('days'), Boolean)
    expect([same.asked, other.asked, other.versions]).toEqual([[], ['l'], [7]])
  })

  it('stays as it is while the server fails, has none, or tells what is not worth holding', async () => {
    const { followed, pokes, text, answer, listen } = openPage()
    followed.watch(days, listen)
    await answer(told('good'))
    await until(async () => text(), Boolean)
    const outcomes = []
    const answers: Answer<AnnouncementList>[] = [null, 'gone', { value: [], etag: 'none' }, 'unchanged']
    for (const given of answers) {
      pokes.get('announcements:c')?.(null)
      const before = followed.held('days')
      await answer(given)
      if (typeof given !== 'object' || given === null)
        await until(
          async () => followed.held('days'),
          (held) => held !== before,
        )
      const { failed, goneAt } = followed.held('days')
      outcomes.push([text(), failed, goneAt !== null])
    }
    expect(outcomes).toEqual([
      ['good', true, false],
      ['good', true, true],
      ['good', true, true],
      ['good', false, false],
    ])
  })

  it('is asked for again where one that it was told of could not be fetched, until nobody watches', async () => {
    const { followed, asked, pokes, text, answer, listen } = openPage()
    const stop = followed.watch(days, listen)
    await answer(told('first'))
    await until(async () => text(), Boolean)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    pokes.get('announcements:c')?.(2)
    await vi.advanceTimersByTimeAsync(0)
    await answer(null)
    expect([asked.length, text()]).toEqual([2, 'first'])
    await vi.advanceTimersByTimeAsync(1_000)
    await answer(told('second'))
    await vi.advanceTimersByTimeAsync(0)
    expect([asked, text()]).toEqual([[null, 'first', 'first'], 'second'])

    pokes.get('announcements:c')?.(3)
    await vi.advanceTimersByTimeAsync(0)
    stop()
    await answer(null)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(asked.length).toBe(4)
  })

  it('is asked for again once the server is heard that could not be asked, though it is still the same', async () => {
    const { followed, asked, pokes, answer } = openPage({
      kept: { json: said('here'), etag: 'h', keptAt: '2027-05-10T09:00:00.000Z', version: 7 },
      told: 7,
    })
    const stop = followed.watch(days, () => undefined)
    await answer(null)
    await until(async () => followed.held('days').failed, Boolean)
    pokes.get('announcements:c')?.(7)
    await answer('unchanged')
    await until(
      async () => followed.held('days').failed,
      (failed) => !failed,
    )
    pokes.get('announcements:c')?.(7)
    await followed.looked('days')
    expect(asked).toEqual(['h', 'h'])
    stop()
  })

  it('is asked for once more, however often it moved while it was asked for', async () => {
    const { followed, asked, pokes, text, answer, listen } = openPage()
    followed.watch(days, listen)
    for (let times = 0; times < 3; times++) pokes.get('announcements:c')?.(times)
    await answer(told('first'))
    await answer(told('second'))
    await until(
      async () => text(),
      (now) => now === 'second',
    )
    expect(asked).toEqual([null, 'first'])
  })
})

describe('a document that the page before had a moment ago', () => {
  const lately = () => ({ json: said('just now'), etag: 'j', version: 7, keptAt: new Date().toISOString() })

  it('is shown without the server being asked, until a poke says that it is another', async () => {
    const { followed, asked, pokes, text, answer, confirmed } = openPage({ kept: lately() })
    followed.watch(days, () => undefined)
    pokes.get('announcements:c')?.(7)
    await until(async () => text(), Boolean)
    expect([asked, text()]).toEqual([[], 'just now'])
    pokes.get('announcements:c')?.(8)
    await answer('unchanged')
    await until(async () => confirmed.length, Boolean)
    pokes.get('announcements:c')?.(8)
    pokes.get('announcements:c')?.(null)
    await answer(told('another'))
    await until(
      async () => text(),
      (now) => now === 'another',
    )
    expect([asked, confirmed]).toEqual([['j', 'j'], [{ etag: 'j', version: 8, keptAt: expect.any(String) }]])
  })
})

it('is brought once a page, and asked for again only while somebody listens', async () => {
  const { followed, asked, text, answer, listen } = openPage()
  followed.load('days')
  followed.load('days')
  await answer(told('once'))
  await until(async () => text(), Boolean)
  followed.refresh('days')
  expect(asked).toEqual([null])
  const stop = followed.listen('days', listen)
  followed.refresh('days')
  stop()
  expect(asked).toEqual([null, 'once'])
})

it('says of what is nowhere that it was looked for', async () => {
  const { followed, answer, listen } = openPage()
  followed.listen('days', listen)
  followed.load('days')
  await answer(null)
  const held = await until(
    async () => followed.held('days'),
    ({ looked, failed }) => looked && failed,
  )
  expect(held).toEqual({ value: null, failed: true, asOf: null, goneAt: null, looked: true })
})

it('is waited for by whoever needs it now: this device’s own, else the server’s, else there is none', async () => {
  const kept = openPage({ kept: { json: said('kept'), etag: 'k' } })
  expect(await kept.followed.brought('days')).toEqual(said('kept'))
  const fetched = openPage()
  const brought = fetched.followed.brought('days')
  await fetched.answer(told('fetched'))
  expect([await brought, await fetched.followed.brought('days')]).toEqual([said('fetched'), said('fetched')])
  const nowhere = openPage()
  const none = nowhere.followed.brought('days')
  await nowhere.answer(null)
  expect(await none).toBeNull()
})
