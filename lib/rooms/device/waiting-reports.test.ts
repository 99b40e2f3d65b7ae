import { beforeEach, expect, it, vi } from 'vitest'
import { forget, recall, remember } from '@/lib/platform/device-memory'
import { keepWaiting, listWaiting, type Report } from './waiting-reports'

const now = new Date('2026-03-24T10:00:00.000Z')
const report = (id: string, minutesAgo: number): Report => ({
  id,
  at: new Date(now.getTime() - minutesAgo * 60_000).toISOString(),
  sessionId: 's',
  level: 'full',
})

beforeEach(() => {
  vi.useFakeTimers({ now })
  forget('hallway-reports-c')
  return () => void vi.useRealTimers()
})

it('waits for half an hour, each conference’s for itself', () => {
  keepWaiting('c', [report('old', 30), report('new', 29)])
  expect([listWaiting('c'), listWaiting('other')]).toEqual([[report('new', 29)], []])
})

it('leaves nothing behind when nothing waits', () => {
  keepWaiting('c', [report('a', 0)])
  keepWaiting('c', [])
  expect(recall('hallway-reports-c')).toBe(null)
})

it.each(['{', '7', 'null', '{"at":1}'])('takes no %j for what waits', (kept) => {
  remember('hallway-reports-c', kept)
  expect(listWaiting('c')).toEqual([])
})
