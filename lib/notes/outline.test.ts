import { expect, it } from 'vitest'
import { byTime, outlineOf, type PlacedNote } from './outline'

const talk: PlacedNote = {
  id: 'b',
  text: '> Late — Ann\n[ ] one\n[x] two',
  notedAt: '2026-03-25T12:00:00.000Z',
  title: 'Queues',
  startAt: '2026-03-25T09:00:00.000Z',
}
const hallway: PlacedNote = {
  id: 'a',
  text: '@ Bo, Acme\n$ Initech\n? who\nhttps://example.org',
  notedAt: '2026-03-25T10:00:00.000Z',
  place: 'Hall 7',
}

it('gathers the marks of many notes by kind, in the order of the conference', () => {
  const earlier: PlacedNote = { id: 'z', text: '[ ] zero', notedAt: '2026-03-24T10:00:00.000Z' }
  expect(outlineOf([hallway, talk, earlier])).toEqual({
    todo: [
      { note: earlier, mark: { kind: 'todo', line: 0, text: 'zero', done: false } },
      { note: talk, mark: { kind: 'todo', line: 1, text: 'one', done: false } },
      { note: talk, mark: { kind: 'todo', line: 2, text: 'two', done: true } },
    ],
    quote: [{ note: talk, mark: { kind: 'quote', line: 0, text: 'Late', by: 'Ann' } }],
    question: [{ note: hallway, mark: { kind: 'question', line: 2, text: 'who' } }],
    person: [{ note: hallway, mark: { kind: 'person', line: 0, text: 'Bo, Acme', name: 'Bo', company: 'Acme' } }],
    sponsor: [{ note: hallway, mark: { kind: 'sponsor', line: 1, text: 'Initech', company: 'Initech' } }],
    link: [{ note: hallway, mark: { kind: 'link', line: 3, text: 'https://example.org', url: 'https://example.org' } }],
  })
})

it('gathers the marks of 2,000 notes', () => {
  const notes = Array.from({ length: 2000 }, (_, index) => ({
    ...talk,
    id: String(index),
    text: `${talk.text}\n${'plain words here '.repeat(40)}`,
  }))
  expect(outlineOf(notes).todo).toHaveLength(4000)
})

it('orders notes by where they belong, then by when they were noted, then by id, on every device alike', () => {
  const note = (id: string, noted: number, start?: number): PlacedNote => ({
    id,
    text: '',
    notedAt: new Date(Date.UTC(2026, 2, 24, noted)).toISOString(),
    ...(start !== undefined && { startAt: new Date(Date.UTC(2026, 2, 24, start)).toISOString() }),
  })
  const sorted = [note('z', 20, 8), note('a', 9), note('b', 9), note('c', 11, 9), note('d', 10)]
  for (let turn = 0; turn < sorted.length; turn++) {
    const mixed = [...sorted.slice(turn), ...sorted.slice(0, turn)].reverse()
    expect(mixed.sort(byTime).map(({ id }) => id)).toEqual(['z', 'a', 'b', 'c', 'd'])
  }
  expect(byTime(note('a', 9), note('a', 9))).toBe(0)
  expect([byTime(note('a', 9), note('b', 9)), byTime(note('b', 9), note('a', 9))]).toEqual([-1, 1])
})
