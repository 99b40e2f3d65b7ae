import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugify } from './slug'
import { uniqueSlug } from './unique-slug'

describe('slugify', () => {
  it.each([
    ['Łukasz', 'lukasz'],
    ['Straße', 'strasse'],
    ['Café: what’s next?', 'cafe-whats-next'],
    ['Ærø & Þór', 'aero-thor'],
    ['Đà Nẵng', 'da-nang'],
    ['Жук', 'zhuk'],
    ['Αθήνα', 'athina'],
    ['ガイド', 'gaido'],
    ['カイト', 'kaito'],
    ['कमल', 'kml'],
    ['कोमल', 'koml'],
    ['مقدمة في Kubernetes', 'mqdmh-fy-kubernetes'],
    ['שלום', 'slvm'],
    ['한국어', 'hangugeo'],
    ['🐳 🦀', 'whale-crab'],
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['#1 fan', '1-fan'],
    ['Level -1', 'level-minus-1'],
    ['Level +1', 'level-plus-1'],
    ['Room A+', 'room-a-plus'],
    ['2026-2027', '2026-2027'],
    ['…', 'room'],
    ['', 'room'],
  ])('writes %j as %s', (name, slug) => {
    expect(slugify(name, 'room')).toBe(slug)
  })

  it('gives a word of an address for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(slugify(name, 'room')).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slugify(name, 'room').length).toBeLessThanOrEqual(60)
      }),
    )
  })
})

it('numbers what is taken', () => {
  expect([uniqueSlug('a', new Set()), uniqueSlug('a', new Set(['a', 'a-2']))]).toEqual(['a', 'a-3'])
})
