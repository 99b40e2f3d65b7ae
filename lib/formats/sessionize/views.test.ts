import { expect, it } from 'vitest'
import { entriesOf, readView, type ViewEntry } from './views'

const view = (json: unknown) =>
  readView({ name: 'x.json', bytes: new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json)) })
const entries = (json: unknown) => {
  const found = view(json)
  return typeof found === 'string' ? found : entriesOf(found, 'x.json ')
}
const none = { sessions: [], speakers: [], rooms: [], questions: [], categories: [] }
const at = (path: string, value: unknown, dayOn: string | null = null): ViewEntry => ({ path, value, dayOn })

it('lays all of a programme side by side, each with its place in the file', () => {
  expect(
    entries({ sessions: [{ id: 1 }], speakers: ['a'], rooms: [], questions: [null], categories: [{}, {}], more: 1 }),
  ).toEqual({
    sessions: [at('x.json sessions[0]', { id: 1 })],
    speakers: [at('x.json speakers[0]', 'a')],
    rooms: [],
    questions: [at('x.json questions[0]', null)],
    categories: [at('x.json categories[0]', {}), at('x.json categories[1]', {})],
  })
})

it('takes the day of a grid for its sessions, where it is one', () => {
  const room = (id: number) => ({ id, name: `Room ${id}`, sessions: [`s${id}`] })
  const grid = [
    { date: '2027-07-06T00:00:00', rooms: [room(1), room(2)], timeSlots: [{ rooms: [room(1)] }] },
    { date: 'someday', rooms: [room(3)] },
  ]
  expect(entries(grid)).toEqual({
    ...none,
    sessions: [
      at('x.json [0].rooms[0].sessions[0]', 's1', '2027-07-06'),
      at('x.json [0].rooms[1].sessions[0]', 's2', '2027-07-06'),
      at('x.json [1].rooms[0].sessions[0]', 's3'),
    ],
    rooms: [at('x.json [0].rooms[0]', room(1)), at('x.json [0].rooms[1]', room(2)), at('x.json [1].rooms[0]', room(3))],
  })
})

it('tells a list of sessions from one of speakers', () => {
  expect(entries([{ groupId: 1, groupName: 'Talks', sessions: ['a', 'b'] }])).toEqual({
    ...none,
    sessions: [at('x.json [0].sessions[0]', 'a'), at('x.json [0].sessions[1]', 'b')],
  })
  const speaker = { id: 'a', fullName: 'Ann', sessions: [1], bio: 'x' }
  expect(entries([speaker])).toEqual({ ...none, speakers: [at('x.json [0]', speaker)] })
})

it.each([
  ['{', 'not-json'],
  ['', 'not-json'],
  ['[]', 'not-sessionize'],
  ['null', 'not-json'],
  ['{"sessions":[]}', 'not-sessionize'],
  ['[{"name":"x"}]', 'not-sessionize'],
])('says of %j that it is %s', (text, said) => {
  expect(view(text)).toBe(said)
})
