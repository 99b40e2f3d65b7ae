import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText, shorten } from './clean-text'

describe('cleanText', () => {
  it('keeps what people type and drops what only machines read', () => {
    expect(cleanText('  <script>alert("1")</script>\r\n=1+1\tשלום 🚀\u0000\u0007\u202e  ')).toBe(
      '<script>alert("1")</script>\n=1+1\tשלום 🚀\u202e',
    )
  })

  it('drops half of a surrogate pair, which no database can store', () => {
    expect(cleanText('a\ud83db')).toBe('ab')
  })

  it('says null when nothing is left', () => {
    expect([cleanText(' \u0000 '), cleanText(null), cleanText(undefined)]).toEqual([null, null, null])
  })
})

describe('cleanLine', () => {
  it('puts a title on one line', () => {
    expect(cleanLine('Two\r\nlines \t here')).toBe('Two lines here')
  })
})

describe('shorten', () => {
  it('cuts at the limit, never through an emoji', () => {
    expect([shorten('abc', 3), shorten('abcd', 3), shorten('ab🚀', 3)]).toEqual(['abc', 'abc', 'ab'])
  })
})
