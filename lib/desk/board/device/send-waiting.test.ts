import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Step } from '../moving/desk'
import { sendInTurn, sendWaitingSteps, type SentStep } from './send-waiting'
import { keepWaitingSteps, listWaitingSteps } from './waiting-steps'

const key = { conferenceId: 'c', userId: 'u' }
const place = { dayOn: '2026-03-24', startAt: null, endAt: null, roomIds: ['hall'] }
const step = (id: string): Step => ({
  ...{ id, at: '2026-03-01T10:00:00.000Z', seen: 3 },
  changes: [{ sessionId: id, title: id, from: place, before: null, after: { place } }],
})
const kept = () => listWaitingSteps(key).map(({ id }) => id)
const DONE: SentStep = { ok: true, version: 4, overtaken: [] }
beforeEach(() => {
  let last: Promise<unknown> = Promise.resolve()
  const request = (_name: string, work: () => Promise<unknown>) => (last = last.then(work))
  vi.stubGlobal('navigator', { locks: { request } })
})
afterEach(() => {
  keepWaitingSteps(key, [])
  vi.unstubAllGlobals()
})

/** A server that takes all but these. */
function serverWith(refusals: Record<string, string> = {}) {
  const asked: string[] = []
  const send = ({ id }: Step): Promise<SentStep> => {
    asked.push(id)
    const reason = refusals[id]
    return Promise.resolve(reason === undefined ? DONE : { ok: false, reason })
  }
  return { asked, send }
}

it('sends what a board left behind, in order, and keeps it no longer', async () => {
  keepWaitingSteps(key, [step('a'), step('b')])
  const { asked, send } = serverWith()
  expect([await sendWaitingSteps(key, send), asked, kept()]).toEqual(['sent', ['a', 'b'], []])
})

it('stops where the server does not answer, or will not have it, and keeps that and what comes after', async () => {
  for (const [reason, became] of [
    ['UNAVAILABLE', 'away'],
    ['sessions-gone', 'refused'],
  ] as const) {
    keepWaitingSteps(key, [step('a'), step('b'), step('c')])
    const { asked, send } = serverWith({ b: reason })
    expect([await sendWaitingSteps(key, send), asked, kept()]).toEqual([became, ['a', 'b'], ['b', 'c']])
  }
})

it('does not send again what the board had on its way when it was left', async () => {
  keepWaitingSteps(key, [step('a'), step('b')])
  const { asked, send } = serverWith()
  let answer = () => {}
  const answered = new Promise<void>((resolve) => (answer = resolve))
  const first = sendInTurn(key, step('a'), async (one) => [await answered, await send(one)][1] ?? DONE)
  const rest = sendWaitingSteps(key, send)
  answer()
  expect([await first, await rest, asked, kept()]).toEqual([DONE, 'sent', ['a', 'b'], []])
})
