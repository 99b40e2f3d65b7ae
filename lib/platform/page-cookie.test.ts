import { afterEach, expect, it, vi } from 'vitest'
import { writePageCookie } from './page-cookie'

afterEach(() => vi.unstubAllGlobals())

it.each([
  ['https:', 'hallway-language=fr; path=/; max-age=60; samesite=lax; secure'],
  ['http:', 'hallway-language=fr; path=/; max-age=60; samesite=lax'],
])('is sent by nothing less safe than what the page came by: %s', (protocol, written) => {
  const page = { cookie: '' }
  vi.stubGlobal('location', { protocol })
  vi.stubGlobal('document', page)
  writePageCookie('hallway-language', 'fr', 60)
  expect(page.cookie).toBe(written)
})
