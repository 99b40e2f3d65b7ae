import { beforeEach, expect, it, vi } from 'vitest'

/** The browser's small memory, which its pages share. */
const kept = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
  key: (index: number) => [...kept.keys()][index] ?? null,
  get length() {
    return kept.size
  },
})

/** Another page of the same browser. */
async function openPage(): Promise<typeof import('./left')> {
  vi.resetModules()
  return import('./left')
}

beforeEach(() => kept.clear())

it('is there for whichever page comes next, and not for the one that made it', async () => {
  const [here, there] = [await openPage(), await openPage()]
  here.leftMemory('letters').keep('guest', 'one', { text: 'a' })
  here.changesLeft.keep('guest', 'm1', { entry: { conferenceId: 'c' } })
  expect([here.leftMemory('letters').left('guest'), here.changesLeft.left('guest')]).toEqual([[], []])
  const read = (left: { key: string; kept: string }[]) => left.map(({ key, kept: text }) => [key, JSON.parse(text)])
  expect(read(there.leftMemory('letters').left('guest'))).toEqual([
    ['hallway-letters-guest/one', { page: expect.any(String), text: 'a' }],
  ])
  expect(read(there.changesLeft.left('guest'))).toEqual([
    ['hallway-changes-guest/m1', { page: expect.any(String), entry: { conferenceId: 'c' } }],
  ])
})

it('belongs to its store alone', async () => {
  const [here, there] = [await openPage(), await openPage()]
  for (const store of ['guest', 'guest2']) here.leftMemory('letters').keep(store, 'one', { text: store })
  kept.set('another-guest/x', 'not ours')
  expect(there.leftMemory('letters').left('guest').length).toBe(1)
  there.dropAllLeft('guest')
  expect([...kept.keys()]).toEqual(['hallway-letters-guest2/one', 'another-guest/x'])
})

it('is gone when it is stored, but for what was made since', async () => {
  const [here, there] = [await openPage(), await openPage()]
  const [mine, theirs] = [here.leftMemory('letters'), there.leftMemory('letters')]
  mine.keep('guest', 'one', { text: 'a' })
  const [left] = theirs.left('guest')
  if (!left) throw new Error('nothing was left')
  mine.keep('guest', 'one', { text: 'ab' })
  there.settleLeft(left)
  expect(theirs.left('guest').map(({ kept: text }) => JSON.parse(text).text)).toEqual(['ab'])
  const [now] = theirs.left('guest')
  if (now) there.settleLeft(now)
  expect(kept).toEqual(new Map())
  mine.keep('guest', 'one', { text: 'abc' })
  mine.drop('guest', 'one')
  mine.drop('guest', 'one')
  expect(kept).toEqual(new Map())
})
