import { describe, expect, it } from 'vitest'
import { roomNameOf, venueSuffix } from './venue-suffix'

describe('venueSuffix', () => {
  it('finds the address that most places end with', () => {
    expect(
      venueSuffix([
        'Hall 8 | Room E, Brest, France',
        'Entrance C, Brest, France',
        'Pub, 2 rue Noire, 29200 Brest, France',
        'Foyer, Brest, France',
      ]),
    ).toBe(', Brest, France')
  })

  it('counts a place once, however many events it has', () => {
    expect(
      venueSuffix([
        'Main Hall, Level 2, Lyon',
        'Main Hall, Level 2, Lyon',
        'Main Hall, Level 2, Lyon',
        'Attic, Level 9, Lyon',
      ]),
    ).toBe(', Lyon')
  })

  it('finds none among decks of a ship, nor among nothing', () => {
    expect([
      venueSuffix(['Lido, Deck 9, Aft', 'Bar, Deck 3, Midship', 'Attic, Deck 11, Forward']),
      venueSuffix(['', '']),
    ]).toEqual(['', ''])
  })
})

describe('roomNameOf', () => {
  it.each([
    ['Hall 8 | Room E, Brest, France', 'Hall 8 | Room E'],
    ['Pub, 2 rue Noire, 29200 Brest, France', 'Pub, 2 rue Noire, 29200 Brest, France'],
    ['Whole Ship, ', 'Whole Ship'],
    ['TBA, Brest, France', null],
    ['', null],
  ])('calls %j %j', (place, room) => {
    expect(roomNameOf(place, ', Brest, France')).toBe(room)
  })
})
