import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOfBefore, looseKey, nameKey } from './name-key'

describe('nameKey', () => {
  it.each([
    ['Hall A', 'HALL  a'],
    ['Main-Stage', 'Main Stage'],
    ['Main – Stage', 'main stage'],
    ['Saal 1–2', 'Saal 1 - 2'],
    ['STRASSE', 'Straße'],
    ['ＨＡＬＬ　１', 'hall 1'],
    ['ｶﾞｲﾄﾞ', 'ガイド'],
    ['Cafe\u0301', 'Café'],
    ['Hall\u200b A\u200f', 'Hall A'],
    ['☕', '☕\ufe0f'],
    ['Room\u00a0A', 'Room A'],
  ])('takes %j and %j for one', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b))
  })

  it.each([
    ['Level -1', 'Level 1'],
    ['Level +1', 'Level 1'],
    ['Level −1', 'Level 1'],
    ['Level-1', 'Level 1'],
    ['Level 1.1', 'Level 11'],
    ['C', 'C++'],
    ['C++', 'C#'],
    ['F', 'F#'],
    ['.NET', 'NET'],
    ['Room A', 'Room A+'],
    ['Room A', 'Room A*'],
    ['Room A’', 'Room A’’'],
    ['Room (A)', 'Room A'],
    ['1-2', '12'],
    ['1-2', '1 2'],
    ['ガイド', 'カイト'],
    ['कमल', 'कोमल'],
    ['บ้าน', 'บาน'],
    ['שׁ', 'שׂ'],
    ['Salle Évariste', 'Salle Evariste'],
    ['Hall ①', 'Hall 1'],
    ['Saal ²', 'Saal 2'],
    ['🐳', '🦀'],
    ['👩‍💻', '👩💻'],
  ])('keeps %j and %j apart', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b))
  })

  it('gives a key that is its own key, and never one for two names that were told apart before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name))
      }),
    )
    for (const [a, b] of [
      ['Main-Stage', 'Main Stage'],
      ['STRASSE', 'Straße'],
      ['Saal 1–2', 'Saal 1 - 2'],
    ] as const)
      expect(keyOfBefore(a).replace('ß', 'ss')).toBe(keyOfBefore(b).replace('ß', 'ss'))
  })
})

describe('looseKey', () => {
  it('sees the same title through its punctuation and accents, and other words as others', () => {
    expect(looseKey('RUST for Opérators!')).toBe(looseKey('Rust: for operators'))
    expect(looseKey('C++ in 30 minutes')).not.toBe(looseKey('C# in 30 minutes'))
    expect(looseKey('ガイド')).not.toBe(looseKey('カイト'))
    expect(looseKey('…')).toBe('…')
  })
})
