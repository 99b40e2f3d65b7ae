import { expect, it } from 'vitest'
import { likelySpeakers, type NamedSpeaker } from './likely-speakers'
import { tellApart } from './tell-apart'

/** "Ann Lee, Acme @main: Rust, Go" */
function speaker(text: string): NamedSpeaker {
  const [who = '', where = ''] = text.split(' @')
  const [name = '', company = null] = who.split(', ')
  const [source = '', sessions = ''] = where.split(': ')
  return { id: text, name, company, sources: [source], sessions: sessions.split(', ').filter(Boolean) }
}

it.each([
  [
    'the same name in two sources, first the one that more is known of',
    ['Ann Lee @side: Go', 'Ann Lee, Acme @main: Rust'],
    ['Ann Lee, Acme @main: Rust = Ann Lee @side: Go (other-source)'],
  ],
  [
    'the words in another order, without marks',
    ['Éva Szabó @main: A, B', 'Szabo Eva @side: C'],
    ['Éva Szabó @main: A, B = Szabo Eva @side: C (other-source)'],
  ],
  [
    'one company and one session, the likeliest first',
    ['Bo Li @main: A, B', 'Bo Li @side: C', 'Ann Lee, Acme @main: A, B', 'Ann Lee, ACME @side: a'],
    [
      'Ann Lee, Acme @main: A, B = Ann Lee, ACME @side: a (same-company, same-session, other-source)',
      'Bo Li @main: A, B = Bo Li @side: C (other-source)',
    ],
  ],
  [
    'two of one source, with nothing else in common',
    ['Bo Li, A @main: A', 'Bo Li, B @main: B'],
    ['Bo Li, A @main: A = Bo Li, B @main: B ()'],
  ],
  ['other names', ['Ann Lee @main: A', 'Ann Li @side: A'], []],
])('offers %s', (_what, given, pairs) => {
  const said = likelySpeakers(given.map(speaker)).map(
    ({ parts: [one, other], why }) => `${one.id} = ${other.id} (${why.join(', ')})`,
  )
  expect(said).toEqual(pairs)
})

it('does not pair everybody who is to be announced with everybody else', () => {
  const many = Array.from({ length: 200 }, (_, nth) => speaker(`TBA @main: Talk ${nth}`))
  expect(likelySpeakers(many)).toHaveLength(199)
})

it('gives speakers names of which no two are the same', () => {
  const of = (id: string, name: string, company: string | null) => ({ id, name, company, slug: `slug-${id}` })
  expect(tellApart([of('1', 'Ann', 'Acme'), of('2', 'Ann', null), of('3', 'Bo', null), of('4', 'Bo', null)])).toEqual([
    { id: '1', name: 'Ann, Acme' },
    { id: '2', name: 'Ann' },
    { id: '3', name: 'Bo (slug-3)' },
    { id: '4', name: 'Bo (slug-4)' },
  ])
})
