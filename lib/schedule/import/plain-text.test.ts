import { describe, expect, it } from 'vitest'
import { plainLine, plainText, shorten } from './plain-text'

describe('plainText', () => {
  it('keeps what people type and drops what only machines read', () => {
    expect(plainText('  <script>alert("1")</script>\r\n=1+1\tשלום 🚀\u0000\u0007\u202e  ')).toBe('<script>alert("1")</script>\n=1+1\tשלום 🚀\u202e')
  })

  it('drops half of a surrogate pair, which no database can store', () => {
    expect(plainText('a\ud83db')).toBe('ab')
  })

  it('says null when nothing is left', () => {
    expect([plainText(' \u0000 '), plainText(null), plainText(undefined)]).toEqual([null, null, null])
  })
})

describe('plainLine', () => {
  it('puts a title on one line', () => {
    expect(plainLine('Two\r\nlines \t here')).toBe('Two lines here')
  })
})

describe('shorten', () => {
  it('cuts at the limit, never through an emoji', () => {
    expect([shorten('abc', 3), shorten('abcd', 3), shorten('ab🚀', 3)]).toEqual(['abc', 'abc', 'ab'])
  })
})
