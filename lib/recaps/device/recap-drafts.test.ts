import { randomUUID } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecapDraft } from '@/lib/recaps/draft'
import { openStore } from '@/lib/device'
import type { PersonStore } from '@/lib/sync/client/kind'
import { draftPlaceIn, keptDrafts } from './recap-drafts'

const draftOf = (text: string): RecapDraft => ({
  title: 'Day 1',
  summary: '',
  text,
  language: 'en',
  tags: [],
  coverId: null,
  canonicalUrl: '',
})
const [recap, from] = [randomUUID(), '2026-04-01T10:00:00.000Z']
let store: PersonStore
const held = new Set<string>()
const locks = {
  query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
  request: async (name: string, work: () => Promise<void>) => {
    held.add(name)
    await work()
    held.delete(name)
  },
}
const place = (given: { store?: () => Promise<PersonStore>; locks?: () => undefined } = {}, id = recap) =>
  draftPlaceIn(id, { store: () => Promise.resolve(store), locks: () => locks, ...given })
const texts = async () => (await keptDrafts(() => Promise.resolve(store))).map(({ draft }) => draft.text)

beforeEach(() => {
  held.clear()
  store = openStore(randomUUID(), { indexedDB: new IDBFactory(), IDBKeyRange })
})
afterEach(() => store.dexie.close())

describe('an editor’s place', () => {
  it('has what it holds now, and nobody else’s', async () => {
    const [mine, other] = [place(), place()]
    expect([
      await mine.keep(from, draftOf('a')),
      await mine.keep(from, draftOf('ab')),
      await other.keep(from, draftOf('c')),
    ]).toEqual([true, true, true])
    expect((await texts()).sort()).toEqual(['ab', 'c'])
  })

  it('lets go of what the server has, not of what was written since', async () => {
    const mine = place()
    await mine.keep(from, draftOf('ab'))
    await mine.drop(draftOf('a'))
    expect(await texts()).toEqual(['ab'])
    await mine.drop({ ...draftOf('ab'), title: ' Day 1 ' })
    expect(await texts()).toEqual([])
  })

  it('finds what editors left that are no longer open, of this recap alone', async () => {
    const [closed, open, elsewhere, here] = [place(), place(), place({}, randomUUID()), place()]
    await closed.keep(from, draftOf('closed'))
    await open.keep(from, draftOf('open'))
    await elsewhere.keep(from, draftOf('elsewhere'))
    await here.keep(from, draftOf('here'))
    const close = open.open()
    expect((await here.leftBehind()).map(({ draft, editedFrom }) => [draft.text, editedFrom])).toEqual([
      ['closed', from],
    ])
    close()
    await Promise.resolve()
    await expect.poll(async () => (await here.leftBehind()).length).toBe(2)
    const [left] = await here.leftBehind()
    if (left) await here.drop(left.draft, left.id)
    expect((await here.leftBehind()).length).toBe(1)
  })

  it('takes what another open tab writes for left behind where the browser has no locks', async () => {
    const [other, here] = [place(), place({ locks: () => undefined })]
    other.open()
    await other.keep(from, draftOf('open'))
    expect((await here.leftBehind()).map(({ draft }) => draft.text)).toEqual(['open'])
    expect(here.open()).toBeTypeOf('function')
  })

  it('says that nothing is kept where there is no store to be had', async () => {
    const nowhere = () => Promise.reject(new Error('private window'))
    const mine = place({ store: nowhere })
    expect([await mine.keep(from, draftOf('a')), await mine.leftBehind(), await keptDrafts(nowhere)]).toEqual([
      false,
      [],
      [],
    ])
    await expect(mine.drop(draftOf('a'))).resolves.toBe(undefined)
  })
})
