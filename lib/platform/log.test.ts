import { pino } from 'pino'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { makeToken } from './ids'
import { log, loggablePath } from './log'

afterEach(() => vi.restoreAllMocks())

describe('a line', () => {
  const secrets = ['authorization', 'cookie', 'set-cookie', 'token', 'code', 'email']

  /** What stands in the log of this. */
  function lineOf(said: object): Record<string, unknown> {
    let line = ''
    const stream: { write: (text: string) => void } = Reflect.get(log, pino.symbols.streamSym)
    vi.spyOn(stream, 'write').mockImplementation((text) => void (line += text))
    log.error(said, 'Something happened')
    return JSON.parse(line)
  }

  it.each(secrets)('hides what %s is, whatever says it', (name) => {
    const request = { headers: { [name]: 'secret', accept: 'text/html' } }
    const line = lineOf({ [name]: 'secret', who: { [name]: 'secret', id: 'ada' }, request })
    expect(line).toMatchObject({
      [name]: '[hidden]',
      who: { [name]: '[hidden]', id: 'ada' },
      request: { headers: { [name]: '[hidden]', accept: 'text/html' } },
    })
    expect(JSON.stringify(line)).not.toContain('secret')
  })

  it('says when, and what, and where without what an address hides', () => {
    const line = lineOf({ requestId: 'r-7', path: `/stewards/${makeToken()}/count?token=secret` })
    expect(line).toEqual({
      level: 50,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      requestId: 'r-7',
      path: '/stewards/[hidden]/count',
      msg: 'Something happened',
    })
  })
})

describe('loggablePath', () => {
  it('keeps an ordinary address as it is', () => {
    expect(loggablePath('/c/kubecon-eu-2026/sessions/12-a-talk')).toBe('/c/kubecon-eu-2026/sessions/12-a-talk')
  })

  it('hides the secret of a feed, whatever its length', () => {
    expect(loggablePath(`/feeds/${makeToken()}.ics`)).toBe('/feeds/[hidden]')
    expect(loggablePath('/feeds/short.ics')).toBe('/feeds/[hidden]')
  })

  it('hides a token anywhere in the path', () => {
    expect(loggablePath(`/stewards/${makeToken()}/count`)).toBe('/stewards/[hidden]/count')
  })

  it('drops the query, where sign-in links carry their token', () => {
    expect(loggablePath(`/sign-in/link?token=${makeToken()}`)).toBe('/sign-in/link')
  })
})
