import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBase64, toBase64 } from './base64'

it('writes and reads base64 as others do', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40_000 }), (bytes) => {
      const text = toBase64(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64'))
      expect(Buffer.from(fromBase64(text)).equals(Buffer.from(bytes))).toBe(true)
    }),
  )
})

it('refuses what is none', () => {
  expect(() => fromBase64('a')).toThrow(DOMException)
  expect(() => fromBase64('!')).toThrow(DOMException)
})
