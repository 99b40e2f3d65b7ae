import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { checkBegun } from './check-begun'
import { openStore } from '@/lib/device'

const memory = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (key: string) => memory.get(key) ?? null,
  setItem: (key: string, value: string) => memory.set(key, value),
  removeItem: (key: string) => memory.delete(key),
})

it('says that a store was emptied only of one that was here, whoever else begins it at the same moment', async () => {
  const [page, twin] = [openStore('ada'), openStore('ada')]
  const told: string[] = []
  const tell = (storage: string) => void told.push(storage)
  await Promise.all([checkBegun(page, tell), checkBegun(twin, tell)])
  expect(told).toEqual([])
  twin.dexie.close()
  await page.dexie.delete()
  await checkBegun(openStore('ada'), tell)
  expect(told).toEqual(['gone'])
})
