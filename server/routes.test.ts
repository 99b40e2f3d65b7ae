import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { serveRoutes, type Params } from './routes'

/** Who answers at a path, and with what values. */
function ask(path: string): [string, Params] | null {
  let answered: [string, Params] | null = null
  const routes = ['/feeds/:secret.ics', '/feeds/*', '/@:handle', '/@:handle/', '/@:handle/:slug', '/@*', '/api/live']
  const station = serveRoutes(
    Object.fromEntries(
      routes.map((route) => [route, (_, params) => (answered = [route, { ...params }]) && route !== '/@:handle/']),
    ),
  )
  const request = new IncomingMessage(new Socket())
  const isAnswered = station({
    request,
    response: new ServerResponse(request),
    requestId: '',
    path,
    query: '',
    headers: {},
  })
  return isAnswered ? answered : null
}

describe('an address', () => {
  it.each([
    ['/api/live', '/api/live', {}],
    ['/feeds/aB-3_.ics', '/feeds/:secret.ics', { secret: 'aB-3_' }],
    ['/feeds/a/b.ics', '/feeds/*', { '*': 'a/b.ics' }],
    ['/feeds/', '/feeds/*', { '*': '' }],
    ['/@ann', '/@:handle', { handle: 'ann' }],
    ['/@ann/day-1', '/@:handle/:slug', { handle: 'ann', slug: 'day-1' }],
    ['/@ann/day-1/', '/@*', { '*': 'ann/day-1/' }],
    ['/%40ann', '/@:handle', { handle: 'ann' }],
    [`/@ann/${'a'.repeat(1_000)}`, '/@:handle/:slug', { handle: 'ann', slug: 'a'.repeat(1_000) }],
  ])('%.30s is answered by %s', (path, route, params) => {
    expect(ask(path)).toEqual([route, params])
  })

  it.each([
    ['/@ann/caf%C3%A9', { handle: 'ann', slug: 'caf%C3%A9' }],
    ['/@ann/a%2Fb', { handle: 'ann', slug: 'a%2Fb' }],
    ['/@ann/a%2525b', { handle: 'ann', slug: 'a%2525b' }],
  ])('is taken as it was sent: %s', (path, params) => {
    expect(ask(path)).toEqual(['/@:handle/:slug', params])
  })

  it.each(['/', '/api', '/api/live/', '/api/live2', '/API/live', '/%61pi/live', '/%66eeds/a.ics', '/feeds', '/@ann/'])(
    'is left to the next station where nobody is for it, or wants it: %s',
    (path) => {
      expect(ask(path)).toBeNull()
    },
  )
})

it('has one who answers at an address', () => {
  expect(() => serveRoutes({ '/a/:b': () => true }, { '/a/:b': () => true })).toThrow(/already declared/)
})
