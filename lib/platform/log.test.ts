import { describe, expect, it } from 'vitest'
import { makeToken } from './ids'
import { loggablePath } from './log'

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
