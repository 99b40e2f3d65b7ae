import { pino } from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import { AppError, type RefusalCode } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { takePassing } from '@/lib/platform/faults/passed-pages'
import { issuesOf, logBug, logPageBug, logRefusal, NOT_NOW } from './failure'

let lines: string[]
beforeEach(() => {
  lines = []
  const stream: { write: (line: string) => void } = Reflect.get(log, pino.symbols.streamSym)
  vi.spyOn(stream, 'write').mockImplementation((line) => void lines.push(line))
})
afterEach(() => vi.restoreAllMocks())
const logged = () => lines.map((line) => ({ ...JSON.parse(line), time: 'then' }))

const ada: Viewer = { kind: 'user', id: 'ada', email: 'ada@secret.example', name: 'Ada Secret', language: 'en' }
const headers = new Headers({
  'x-request-id': 'r-7',
  'x-hallway-address': '2001:db8:1:2:3:4:5:6',
  cookie: 'session=hidden',
  authorization: 'Bearer hidden',
})

it.each<[RefusalCode, boolean]>([
  ['FORBIDDEN', true],
  ['RATE_LIMITED', true],
  ['NOT_FOUND', false],
  ['UNAUTHENTICATED', false],
  ['INVALID', false],
  ['CONFLICT', false],
])('a refusal as %s leaves a line: %s', (code, isLogged) => {
  logRefusal(new AppError(code, 'organizers only'), headers, ada)
  expect(logged()).toEqual(
    isLogged
      ? [
          {
            level: 40,
            time: 'then',
            requestId: 'r-7',
            reason: code,
            detail: 'organizers only',
            who: 'ada',
            from: '2001:db8:1:2::/64',
            msg: 'A request was refused',
          },
        ]
      : [],
  )
})

it.each<[string, Viewer | null, Headers, object]>([
  ['a guest', { kind: 'guest' }, headers, { who: 'guest', requestId: 'r-7' }],
  ['somebody not known yet, from nowhere', null, new Headers(), { who: 'guest', from: 'unknown', requestId: null }],
])('says who was refused: %s', (_, who, sent, said) => {
  logRefusal(new AppError('FORBIDDEN'), sent, who)
  expect(logged()).toEqual([expect.objectContaining(said)])
})

it('writes of a bug what it was and where, under the request’s id, and nothing that opens a door', () => {
  const bug = Object.assign(new TypeError('broken'), { token: 'hidden', headers: { cookie: 'hidden' } })
  const path = `/feeds/${'a'.repeat(32)}/plan.ics?secret=hidden`
  expect(logBug(bug, headers, { method: 'GET', path })).toBe('r-7')
  expect(logged()).toMatchObject([
    { level: 50, requestId: 'r-7', method: 'GET', path: '/feeds/[hidden]/plan.ics', err: { message: 'broken' } },
  ])
  expect(lines.join()).not.toMatch(/secret=hidden|"hidden"|Bearer|aaaaaaaa/)
})

it('makes an id where the request has none, another for each', () => {
  const ids = [logBug(new Error('a'), new Headers(), {}), logBug(new Error('b'), new Headers(), {})]
  expect([new Set(ids).size, logged().map(({ requestId }) => requestId)]).toEqual([2, ids])
})

it('is found by what a person is shown: the id of an action’s request, what Next calls a page’s error', () => {
  const [ofAction, ofPage] = [new Error('a'), Object.assign(new Error('p'), { digest: '123' })]
  logBug(ofAction, headers, {})
  const where = { method: 'GET', path: '/c/x?secret=hidden', requestId: 'r-8' }
  logPageBug(ofAction, where)
  logPageBug(ofPage, where)
  expect(ofAction).toMatchObject({ digest: 'r-7' })
  expect(logged()).toMatchObject([
    { requestId: 'r-7', msg: 'A request broke' },
    { requestId: 'r-8', digest: '123', path: '/c/x', msg: 'A page broke' },
  ])
})

it('writes of a page that a fault kept from being drawn that it passes, and notes it for the front door', () => {
  const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'P1001', digest: '7' })
  logPageBug(away, { method: 'GET', path: '/c/x', requestId: 'r-9' })
  expect(logged()).toMatchObject([{ requestId: 'r-9', path: '/c/x', reason: 'database-P1001', msg: NOT_NOW }])
  expect([takePassing('r-9'), takePassing('r-9'), takePassing('r-8')]).toEqual([true, false, false])
})

it('names each wrong field by its way through what was sent', () => {
  const schema = z.object({ title: z.string('title'), parts: z.array(z.object({ at: z.string('date') })) })
  const { error } = schema.safeParse({ title: 7, parts: [{ at: 'now' }, { at: null }] })
  expect(error && issuesOf(error)).toEqual([
    { path: 'title', message: 'title' },
    { path: 'parts.1.at', message: 'date' },
  ])
})
