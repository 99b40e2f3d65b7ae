import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, it } from 'vitest'
import { openStore } from '@/lib/device'
import { conferenceDocument } from '@/lib/program/conference-document'
import { announcementsDocument } from '@/lib/rooms/announcements-document'
import { forAMoment, keepingOf } from './kept-documents'

it('keeps each document of each conference apart, and finds the announcements that a store of before has', async () => {
  const store = openStore(null, { indexedDB: new IDBFactory(), IDBKeyRange })
  const menu = conferenceDocument<{ soup: string }>({ name: 'menu.json', topic: 'menu', isKept: true })
  const here = () => Promise.resolve(store)
  const [announced, eaten] = [keepingOf(announcementsDocument, here), keepingOf(menu, here)]
  await store.announcements.put({ slug: 'days', list: [] })
  const said = { etag: '"1"', keptAt: '2027-05-11T09:00:00.000Z', version: 7 }
  await eaten.put('days', { soup: 'leek' }, said)
  await eaten.put('other', { soup: 'miso' }, said)
  await eaten.confirm('days', { ...said, version: 8 })
  await eaten.confirm('nowhere', said)
  expect([
    await announced.get('days'),
    await announced.get('other'),
    await eaten.get('days'),
    await eaten.get('nowhere'),
  ]).toEqual([{ json: [] }, undefined, { json: { soup: 'leek' }, ...said, version: 8 }, undefined])
  store.dexie.close()
})

it('gives back of what misleads when it is old only what the server said a moment ago', async () => {
  const store = openStore(null, { indexedDB: new IDBFactory(), IDBKeyRange })
  const menu = conferenceDocument<{ soup: string }>({ name: 'menu.json', topic: 'menu', isKept: false })
  const eaten = forAMoment(keepingOf(menu, () => Promise.resolve(store)))
  const ago = (seconds: number) => ({ etag: '"1"', keptAt: new Date(Date.now() - seconds * 1_000).toISOString() })
  const [before, now] = [
    { ...ago(90), version: 7 },
    { ...ago(5), version: 7 },
  ]
  await eaten.put('days', { soup: 'leek' }, before)
  expect(await eaten.get('days')).toBe(undefined)
  await eaten.confirm('days', now)
  expect(await eaten.get('days')).toEqual({ json: { soup: 'leek' }, ...now })
  store.dexie.close()
})
