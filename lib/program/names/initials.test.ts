import { expect, it } from 'vitest'
import { initialsOf, letterOf } from './initials'

it.each([
  ['Ada Lovelace', 'AL', 'A'],
  ['ada', 'A', 'A'],
  ['Jean-Luc de la Tour', 'JT', 'J'],
  ['Émile Zola', 'ÉZ', 'E'],
  ['Øyvind Ås', 'ØÅ', 'Ø'],
  ['“Bo” (she/her)', 'BS', 'B'],
  ['山田 太郎', '山', '山'],
  ['محمد علي', 'م', 'م'],
  ['2Pac', 'P', '#'],
  ['', '', '#'],
  ['🎉', '🎉', '#'],
  ['42', '4', '#'],
])('%s has the initials %s and stands under %s', (name, initials, letter) => {
  expect([initialsOf(name), letterOf(name)]).toEqual([initials, letter])
})
