import { describe, expect, it } from 'vitest'
import type { Answers, OpenQuestion } from './questions'
import { capacityReader } from './room-capacity'

function read(names: string[], answer?: Answers['room-brackets']) {
  const questions: OpenQuestion[] = []
  const capacityOf = capacityReader(names, { 'room-brackets': answer }, { addQuestion: (one) => questions.push(one) })
  return { capacities: names.map(capacityOf), questions }
}
const capacityIn = (name: string) => read([name]).capacities[0]

describe('capacityReader', () => {
  it.each([
    ['Presidents Suite 1 (150)', 150],
    ['D105 (300 places)', 300],
    ['Grand Hall - 1,200 seats', 1200],
    ['Salle 3 (80 personnes)', 80],
    ['Amphi B (cap. 250)', 250],
    ['Saal 2, Kapazität: 90', 90],
    ['Loft 40pax', 40],
  ])('reads %s', (name, capacity) => {
    expect(capacityIn(name)).toBe(capacity)
  })

  it.each([
    'Breakout Room 1 (146)',
    'Breakout Room 3 (E59-1)',
    'Room 150',
    'Hall 8 | Room E',
    'Studio (5)',
    'Track 1 (Ground Floor)',
    'Room 0 seats',
    'Place 3',
  ])('takes no capacity from %s', (name) => {
    expect(capacityIn(name)).toBe(null)
  })

  it('takes round numbers for doors when another room shows that they are', () => {
    expect(read(['Room A (150)', 'Room B (151)', 'Room C (Ground Floor)']).capacities).toEqual([null, null, null])
  })

  it('takes round numbers for seats when all rooms have one, beside rooms that say theirs in words', () => {
    const rooms = ['Suite 1 (150)', 'Suite 2 (80)', 'Foyer', 'Hall (300 places)', 'Loft (45pax)']
    expect(read(rooms).capacities).toEqual([150, 80, null, 300, 45])
  })

  it('asks what bare numbers are, with the guess and what an answer would make of one', () => {
    const choices = (becomes: string) => [
      { choice: 'name', becomes: '' },
      { choice: 'capacity', becomes },
    ]
    const question = { id: 'room-brackets', answer: null, isPlain: true }
    expect(read(['Foyer', 'Suite 1 (150)', 'Suite 2 (80)']).questions).toEqual([
      { ...question, guess: 'capacity', why: 'round-numbers', example: 'Suite 1 (150)', choices: choices('150') },
    ])
    expect(read(['Room A (146)', 'Room B (150)']).questions).toEqual([
      { ...question, guess: 'name', why: 'odd-numbers', example: 'Room A (146)', choices: choices('146') },
    ])
  })

  it('does as it is answered', () => {
    expect(read(['Room A (146)', 'Room B (150)', 'Foyer'], 'capacity')).toMatchObject({
      capacities: [146, 150, null],
      questions: [{ guess: 'name', answer: 'capacity' }],
    })
    expect(read(['Suite 1 (150)', 'D105 (300 places)'], 'name').capacities).toEqual([null, 300])
  })

  it('asks nothing where letters in brackets tell, and where there is no bare number', () => {
    expect(read(['Room A (150)', 'Room B (E59-1)'], 'capacity')).toEqual({ capacities: [null, null], questions: [] })
    expect(read(['Foyer', 'Hall (300 places)', 'Track 1 (Ground Floor)']).questions).toEqual([])
  })
})
