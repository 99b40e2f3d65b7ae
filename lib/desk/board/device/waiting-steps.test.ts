import { afterEach, expect, it } from 'vitest'
import { forget, remember } from '@/lib/platform/device-memory'
import type { Step } from '../moving/desk'
import { keepWaitingSteps, listWaitingSteps } from './waiting-steps'

const key = { conferenceId: 'c', userId: 'u' }
const name = 'hallway-board-c-u'
const place = { dayOn: '2026-03-24', startAt: '2026-03-24T09:00:00.000Z', endAt: null, roomIds: ['hall'] }
const steps: Step[] = [
  {
    ...{ id: '1', at: '2026-03-01T10:00:00.000Z', seen: 3 },
    changes: [
      { sessionId: 'a', title: 'A', from: place, before: null, after: { place } },
      { sessionId: 'b', title: 'B', from: null, before: null, after: { place, created: { title: 'B', kind: 'talk' } } },
      { sessionId: 'c', title: 'C', from: place, before: { place }, after: null },
    ],
  },
]
afterEach(() => forget(name))

it('has on a page of later what one of before could not send, of the same person alone', () => {
  keepWaitingSteps(key, steps)
  expect(listWaitingSteps(key)).toEqual(steps)
  expect(listWaitingSteps({ ...key, userId: 'other' })).toEqual([])
  keepWaitingSteps(key, [])
  expect(listWaitingSteps(key)).toEqual([])
})

it('is nothing where something else is kept under its name', () => {
  for (const text of ['{', 'null', '[{"id":1}]']) {
    remember(name, text)
    expect(listWaitingSteps(key)).toEqual([])
  }
})
