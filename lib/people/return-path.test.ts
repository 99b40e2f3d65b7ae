import { describe, expect, it } from 'vitest'
import { isWebAddress, returnPath } from './return-path'

describe('returnPath', () => {
  it.each(['/', '/c/kcd/plan', '/c/kcd/schedule/2024-07-01?room=a%20b#s12', '/c/été'.normalize()])(
    'keeps %s',
    (path) => {
      expect(returnPath(path)).toBe(encodeURI(decodeURI(path)))
    },
  )

  it.each([
    undefined,
    null,
    '',
    'c/kcd',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    '/.//evil.example',
    '/./\\evil.example',
    '/c/..//evil.example',
    'javascript:alert(1)',
    ' /c/kcd',
    '/sign-in',
    '/sign-in/link?token=x',
    '/api/auth/signout',
    'http:/evil.example',
    '/\n/evil.example',
  ])('leads to the start page instead of %j', (path) => {
    expect(returnPath(path)).toBe('/')
  })
})

it.each([
  ['/c/kcd', true],
  ['//evil.example', true],
  ['https://evil.example/', true],
  ['http://localhost:3000/sign-in/done', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['c/kcd', false],
  ['http://[', false],
  ['//[', false],
  ['', false],
])('knows whether %s is an address of the web', (wanted, isOne) => {
  expect(isWebAddress(wanted)).toBe(isOne)
})
