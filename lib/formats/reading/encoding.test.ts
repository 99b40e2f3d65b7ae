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
