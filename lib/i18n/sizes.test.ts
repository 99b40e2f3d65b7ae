import { expect, it } from 'vitest'
import { saySize } from './sizes'

it.each([
  [0, 'en', '0 byte'],
  [999, 'en', '999 byte'],
  [1_000, 'en', '1 kB'],
  [48_300, 'en', '48 kB'],
  [1_400_000, 'en', '1.4 MB'],
  [1_400_000, 'fr', '1,4 Mo'],
  [23e9, 'en', '23 GB'],
  [5e15, 'en', '5,000 TB'],
])('%d bytes in %s are %s', (bytes, language, said) => {
  expect(saySize(bytes, language).replaceAll(/[\u00A0\u202F]/g, ' ')).toBe(said)
})
