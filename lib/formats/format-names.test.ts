import { expect, it } from 'vitest'
import english from '@/lib/i18n/messages/en.json'
import french from '@/lib/i18n/messages/fr.json'
import { formatNames } from './format-names'
import { adapters } from './registry'

it('names every format, in both languages', () => {
  const names = adapters.map(({ format }) => format)
  expect([...formatNames].sort()).toEqual([...names].sort())
  for (const { bringIn } of [english, french]) expect(Object.keys(bringIn.formatName).sort()).toEqual([...names].sort())
})
