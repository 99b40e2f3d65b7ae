import { describe, expect, it } from 'vitest'
import { decodeText } from './encoding'

const text = 'Été à “Zürich” — 20 €'

function utf16(value: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...value].map((character) => character.charCodeAt(0))
  return new Uint8Array(units.flatMap((unit) => (littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff])))
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', 'UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', 'UTF-8', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16 little-endian with a mark', 'UTF-16', utf16(text, true, true)],
    ['UTF-16 big-endian with a mark', 'UTF-16', utf16(text, false, true)],
    ['UTF-16 without a mark', 'UTF-16', utf16(text, true, false)],
    [
      'Windows-1252',
      'Windows-1252',
      new Uint8Array([
        0xc9, 0x74, 0xe9, 0x20, 0xe0, 0x20, 0x93, 0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68, 0x94, 0x20, 0x97, 0x20, 0x32,
        0x30, 0x20, 0x80,
      ]),
    ],
  ])('reads %s', (_, encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text, encoding, damaged: false })
  })

  it('knows every letter that Windows has where Latin-1 has controls', () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index)
    expect(decodeText(bytes)).toEqual({
      text: '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ',
      encoding: 'Windows-1252',
      damaged: false,
    })
  })

  it('shows where UTF-8 and UTF-16 are cut off', () => {
    expect(decodeText(new TextEncoder().encode('aé é').subarray(0, 5)).text).toBe('aé \ufffd')
    expect(decodeText(utf16('ab', true, true).subarray(0, 5)).text).toBe('a\ufffd')
  })

  it('keeps UTF-8 with a broken byte and shows where', () => {
    expect(decodeText(new Uint8Array([...new TextEncoder().encode('Été, Zürich '), 0xff, 0x61]))).toEqual({
      text: 'Été, Zürich \ufffda',
      encoding: 'UTF-8',
      damaged: true,
    })
  })

  it('reads nothing from nothing', () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'UTF-8', damaged: false })
  })
})

describe('what the bytes themselves show', () => {
  it('is UTF-16 by its zeros, in either order', () => {
    expect(decodeText(utf16('plain text', false, false))).toMatchObject({ text: 'plain text', encoding: 'UTF-16' })
    expect(decodeText(utf16('plain text', true, false))).toMatchObject({ text: 'plain text', encoding: 'UTF-16' })
  })

  it('is no mark by one of its two bytes', () => {
    const bytes = (...first: number[]) => decodeText(new Uint8Array([...first, ...new TextEncoder().encode('plain')]))
    expect(
      [bytes(0xff, 0x61), bytes(0x61, 0xfe), bytes(0xfe, 0x61), bytes(0x61, 0xff)].map((read) => read.encoding),
    ).toEqual(['Windows-1252', 'Windows-1252', 'Windows-1252', 'Windows-1252'])
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0xe9, 0x00])).text).toBe('é')
    expect(decodeText(new Uint8Array([0xfe, 0xff, 0x00, 0xe9])).text).toBe('é')
  })

  it('is no UTF-16 where a zero stands here and there', () => {
    expect(decodeText(new TextEncoder().encode('a\u0000bcdefgh')).encoding).toBe('UTF-8')
    expect(decodeText(new TextEncoder().encode('ab\u0000cdefgh')).encoding).toBe('UTF-8')
  })

  it('keeps what Windows has no letter for', () => {
    expect(decodeText(new Uint8Array([0x81, 0x80, 0x9f, 0xff])).text).toBe('\u0081€Ÿÿ')
    expect(decodeText(new TextEncoder().encode('é\u0080')).text).toBe('é\u0080')
  })
})
