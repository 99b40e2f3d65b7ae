import { expect, it } from 'vitest'
import { mayBeOne } from './may-be-one'

it.each([
  [
    ['Level -1', 'Level 1', 'Level 2'],
    ['Level -1 ~ Level 1', 'Level 1 ~ Level -1'],
  ],
  [
    ['C', 'C++', 'C#', 'D'],
    ['C ~ C++, C#', 'C++ ~ C, C#', 'C# ~ C, C++'],
  ],
  [
    ['G104-105', 'G104 - 105 | Community Hub', 'G106 | Community Hub'],
    ['G104-105 ~ G104 - 105 | Community Hub', 'G104 - 105 | Community Hub ~ G104-105'],
  ],
  [
    ['Salle Évariste', 'salle evariste'],
    ['Salle Évariste ~ salle evariste', 'salle evariste ~ Salle Évariste'],
  ],
  [
    ['ガイド', 'カイト', '🐳', '🦀'],
    ['ガイド ~ カイト', 'カイト ~ ガイド'],
  ],
  [['Hall 1', 'Hall 11', 'Hall'], []],
  [['Hall 7 | Room A', 'Hall 7 | Room B', 'Hall 8 | Room A'], []],
])('of %j asks about %j', (names, pairs) => {
  const found = mayBeOne(names.map((name) => ({ id: name, name })))
  expect([...found].map(([id, others]) => `${id} ~ ${others.map(({ name }) => name).join(', ')}`)).toEqual(pairs)
})
