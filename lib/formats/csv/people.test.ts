import { describe, expect, it } from 'vitest'
import { companiesFor, namesWithCommas, peopleSplitter } from './people'

describe('peopleSplitter', () => {
  it.each([
    ['semicolons', ['Ada Brook; Lin Marsh', 'Olu Sand'], [['Ada Brook', 'Lin Marsh'], ['Olu Sand']]],
    ['line breaks', ['Ada Brook\nLin Marsh'], [['Ada Brook', 'Lin Marsh']]],
    ['bars', ['Ada Brook | Lin Marsh'], [['Ada Brook', 'Lin Marsh']]],
    [
      'commas',
      ['Ada Brook, Lin Marsh', 'Olu Sand, Kai Reef, Mo Field'],
      [
        ['Ada Brook', 'Lin Marsh'],
        ['Olu Sand', 'Kai Reef', 'Mo Field'],
      ],
    ],
    [
      '&, and, et, und',
      ['Ada Brook & Lin Marsh', 'Olu Sand and Kai Reef', 'Zoé Marée et Noël Quai', 'Ada und Lin'],
      [
        ['Ada Brook', 'Lin Marsh'],
        ['Olu Sand', 'Kai Reef'],
        ['Zoé Marée', 'Noël Quai'],
        ['Ada', 'Lin'],
      ],
    ],
    ['commas and "and"', ['Ada Brook, Lin Marsh and Olu Sand'], [['Ada Brook', 'Lin Marsh', 'Olu Sand']]],
  ])('separates at %s', (_, cells, people) => {
    expect(cells.map(peopleSplitter(cells))).toEqual(people)
  })

  it.each([
    ['a family name that comes first', ['Brook, Ada', 'Marsh, Lin'], [['Brook, Ada'], ['Marsh, Lin']]],
    [
      'a degree',
      ['Ada Brook, PhD, Lin Marsh', 'Olu Sand, Kai Reef'],
      [
        ['Ada Brook, PhD', 'Lin Marsh'],
        ['Olu Sand', 'Kai Reef'],
      ],
    ],
    [
      'a title and a company',
      ['Ada Brook, Director of Tides, Acme', 'Lin Marsh, Head of Knots, Loft'],
      [['Ada Brook, Director of Tides, Acme'], ['Lin Marsh, Head of Knots, Loft']],
    ],
    [
      'commas where semicolons separate',
      ['Ada Brook, Acme; Lin Marsh, Loft', 'Olu Sand, Pier'],
      [['Ada Brook, Acme', 'Lin Marsh, Loft'], ['Olu Sand, Pier']],
    ],
    ['a band', ['Lin and the Riggers', 'Tide & Sons'], [['Lin and the Riggers'], ['Tide & Sons']]],
    ['nobody', ['', ' ; '], [[], []]],
  ])('leaves %s whole', (_, cells, people) => {
    expect(cells.map(peopleSplitter(cells))).toEqual(people)
  })
})

it('names whom a comma may have made one of two, but for those in quotes', () => {
  const cells = ['Speaker 7, Guest 7', '"Brook, Ada"; Lin Marsh, PhD', 'Olu Sand', 'Speaker 7, Guest 7']
  expect(namesWithCommas(cells, peopleSplitter(cells))).toEqual(['Speaker 7, Guest 7'])
})

describe('companiesFor', () => {
  it.each([
    [2, 'Acme; Loft', ['Acme', 'Loft']],
    [3, 'Acme; ; Loft', ['Acme', null, 'Loft']],
    [2, 'Acme, Loft', ['Acme', 'Loft']],
    [1, 'Acme, Inc.', ['Acme, Inc.']],
    [2, 'Acme, Inc.', ['Acme, Inc.', 'Acme, Inc.']],
    [3, 'Acme', ['Acme', 'Acme', 'Acme']],
    [2, '', [null, null]],
    [3, 'Acme; Loft', null],
  ])('gives %i people the companies of %j', (count, cell, companies) => {
    expect(companiesFor(count, cell)).toEqual(companies)
  })
})
