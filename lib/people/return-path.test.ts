import { describe, expect, it } from 'vitest'
import { returnPath } from './return-path'

describe('returnPath', () => {
  it.each(['/', '/c/kcd/plan', '/c/kcd/schedule/2024-07-01?room=a%20b#s12', '/c/été'.normalize()])('keeps %s', (path) => {
    expect(returnPath(path)).toBe(encodeURI(decodeURI(path)))
  })

  it.each([
    undefined, null, '', 'c/kcd', 'https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example', '\\\\evil.example',
    '/.//evil.example', '/./\\evil.example', '/c/..//evil.example', 'javascript:alert(1)', ' /c/kcd', '/sign-in', '/sign-in/link?token=x', '/api/auth/signout', 'http:/evil.example', '/\n/evil.example',
  ])('leads to the start page instead of %j', (path) => {
    expect(returnPath(path)).toBe('/')
  })
})
