import { describe, expect, it } from 'vitest'
import { capacityInName } from './room-capacity'

describe('capacityInName', () => {
  it.each([
    ['Presidents Suite 1 (150)', 150],
    ['D105 (300 places)', 300],
    ['Grand Hall - 1,200 seats', 1200],
    ['Salle 3 (80 personnes)', 80],
    ['Amphi B (cap. 250)', 250],
    ['Saal 2, Kapazität: 90', 90],
    ['Loft 40pax', 40],
  ])('reads %s', (name, capacity) => {
    expect(capacityInName(name)).toBe(capacity)
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
    expect(capacityInName(name)).toBe(null)
  })

  it('takes round numbers for doors when another room shows that they are', () => {
    const rooms = ['Room A (150)', 'Room B (151)', 'Room C (Ground Floor)']
    expect(rooms.map((name) => capacityInName(name, rooms))).toEqual([null, null, null])
  })

  it('takes round numbers for seats when all rooms have one', () => {
    const rooms = ['Suite 1 (150)', 'Suite 2 (80)', 'Foyer', 'Hall (300 places)']
    expect(rooms.map((name) => capacityInName(name, rooms))).toEqual([150, 80, null, 300])
  })
})
