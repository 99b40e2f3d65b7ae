// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { said, show } from '@/tests/show'
import type { Release } from '@/lib/schedule/releases/list-releases'
import { ReleaseFacts } from './release-facts'

const split: Release = {
  ...{ number: 6, kind: 'split', source: null, subject: 'Hall A + Hall B', into: null, rooms: [], note: null },
  ...{ merge: null, by: 'Ben', isByItself: false, isPlanned: false, isByGone: false },
  ...{ at: new Date('2026-03-24T08:00:00Z'), undoes: null, undoneBy: null, left: 0 },
  counts: { added: 0, cancelled: 0, restored: 0, changed: 0 },
}

it.each([
  ['en', ['Hall A', 'Hall B'], '“Hall A + Hall B” means several rooms: Hall A and Hall B'],
  ['fr', ['Hall A', 'Hall B'], '« Hall A + Hall B » désigne plusieurs salles : Hall A et Hall B'],
  ['en', [], '“Hall A + Hall B” is one of its own again'],
  ['fr', [], '« Hall A + Hall B » est de nouveau à part'],
] as const)('says in %s that a name means %j', (language, rooms, words) => {
  const saying = { timeZone: 'Europe/Paris', language }
  show(<ReleaseFacts release={{ ...split, rooms: [...rooms] }} saying={saying} />, language)
  expect(said()[0]).toBe(words)
})

it.each([
  ['en', '1 session left as it was changed since'],
  ['fr', '1 session laissée comme elle a été changée depuis'],
] as const)('says in %s what taking something back left', (language, words) => {
  const undo = { ...split, kind: 'undo' as const, undoes: 3, left: 1, counts: { ...split.counts, changed: 2 } }
  show(<ReleaseFacts release={undo} saying={{ timeZone: 'Europe/Paris', language }} />, language)
  expect(said().join(' ')).toContain(words)
})
