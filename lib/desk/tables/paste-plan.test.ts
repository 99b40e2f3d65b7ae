import { describe, expect, it } from 'vitest'
import type { TableColumn, TableKind } from './columns'
import { readHeadings } from './headings'
import { askedRows, columnsFrom, employedIn, planPaste } from './paste-plan'
import { isBlock, readBlock } from './pasted'
import type { TableLine } from './table'

function line(id: string, cells: TableLine['cells'], keys: string[] = []): TableLine {
  return { id, cells, keys, own: [], locked: null, slug: null, isCancelled: false }
}

const hall = line('hall', { name: 'Hall A', capacity: '100', floor: '1' }, ['hall a', 'grand hall'])
const loft = line('loft', { name: 'Loft', capacity: '', floor: '' }, ['loft'])
const lines = [hall, loft]
const plan = (
  block: string[][],
  columns: (TableColumn | null)[],
  more: Partial<Parameters<typeof planPaste>[0]> = {},
) =>
  planPaste({ kind: 'rooms', block, columns, lines, start: null, choices: {}, ...more }).map(
    ({ id, set, state }) => [id, set, state] as const,
  )

describe('a block', () => {
  it.each([
    [
      'Hall\t120\nLoft\t40\n',
      [
        ['Hall', '120'],
        ['Loft', '40'],
      ],
    ],
    [
      'Hall;120\r\nLoft;40',
      [
        ['Hall', '120'],
        ['Loft', '40'],
      ],
    ],
    [
      '"Hall, left",120\nLoft,40',
      [
        ['Hall, left', '120'],
        ['Loft', '40'],
      ],
    ],
    ['"Two\nlines"\tx', [['Two\nlines', 'x']]],
    ['1,200\n80', [['1,200'], ['80']]],
    ['Hall\n\n  \nLoft', [['Hall'], ['Loft']]],
    ['', []],
  ])('is read from %j', (text, block) => {
    expect(readBlock(text)).toEqual(block)
  })

  it.each([
    ['120', false],
    ['120\n', false],
    ['120\n80', true],
    ['Hall\t80', true],
  ])('is %j: %s', (text, expected) => {
    expect(isBlock(text)).toBe(expected)
  })
})

describe('headings', () => {
  it.each<[TableKind, string[], (TableColumn | null)[] | null]>([
    ['rooms', ['Room', 'Capacity'], ['name', 'capacity']],
    ['rooms', ['Salle', 'Jauge', 'Étage', '?'], ['name', 'capacity', 'floor', null]],
    ['rooms', ['places', 'nom'], ['capacity', 'name']],
    ['rooms', ['Hall', '120'], ['name', null]],
    ['rooms', ['Loft', '120'], null],
    ['sessions', ['Title', 'Room', 'Start', 'Track'], ['title', 'room', 'start', 'track']],
    ['sessions', ['Ada', 'Bo', 'Title'], null],
  ])('of %s: %j', (kind, row, expected) => {
    expect(readHeadings(kind, row, {})).toEqual(expected)
  })
})

it('finds rows by name, however sources call them, and has the others be new', () => {
  const block = [
    ['hall  a', '120'],
    ['Grand Hall', '100'],
    ['Attic', '40'],
    ['Loft', ''],
    ['', '3'],
  ]
  expect(plan(block, ['name', 'capacity'])).toEqual([
    ['hall', { capacity: '120' }, 'changed'],
    ['hall', {}, 'same'],
    [null, { name: 'Attic', capacity: '40' }, 'new'],
    ['loft', {}, 'same'],
    [null, { capacity: '3' }, 'no-row'],
  ])
})

it('goes on below the place where it was pasted when no column names rows', () => {
  const columns = columnsFrom('rooms', { row: 1, column: 'capacity' }, 1)
  const start = { row: 1, column: 'capacity' } as const
  expect(plan([['80'], ['90']], columns, { start })).toEqual([
    ['loft', { capacity: '80' }, 'changed'],
    [null, { capacity: '90' }, 'no-row'],
  ])
})

it('finds a session by its title where no two have it, and adds none', () => {
  const title = (name: string, id: string) => line(id, { title: name, level: '' })
  const sessions = [title('Rust', 'a'), title('Opening', 'b'), title('Opening', 'c')]
  const block = ['Rust', 'Opening', 'New'].map((name) => [name, 'Beginner'])
  expect(plan(block, ['title', 'level'], { kind: 'sessions', lines: sessions })).toEqual([
    ['a', { level: 'Beginner' }, 'changed'],
    [null, { title: 'Opening', level: 'Beginner' }, 'several'],
    [null, { title: 'New', level: 'Beginner' }, 'no-row'],
  ])
})

it('asks for each row of the table once, and for all that are new', () => {
  const block = ['Loft', 'Attic', 'loft', 'Attic'].map((name, index) => [name, `${index + 1}`])
  const columns = ['name', 'capacity'] as const
  const planned = planPaste({ kind: 'rooms', block, columns, lines, start: null, choices: {} })
  expect(askedRows(planned).map(({ index }) => index)).toEqual([0, 1, 3])
})

it('leaves out columns that are none, and what is right of the last', () => {
  expect([
    plan([['Loft', 'x', '40']], ['name', null, 'capacity']),
    columnsFrom('tracks', { row: 0, column: 'color' }, 3),
    columnsFrom('rooms', null, 2),
  ]).toEqual([[['loft', { capacity: '40' }, 'changed']], ['color', null, null], ['name', 'capacity']])
})

it('names whom rows to be written give a company', () => {
  const fog = line('fog', { title: 'Fog', speakers: 'Bo, Acme' })
  const block = ['Ada, Bob Lee', 'Lin; Bo, Acme; Kai, Loft', 'Olu', '"Lee, Ann"'].map((people) => ['Fog', people])
  const plans = block.map((row) =>
    planPaste({
      kind: 'sessions',
      block: [row],
      columns: ['title', 'speakers'],
      lines: [fog],
      start: null,
      choices: {},
    }),
  )
  expect(plans.map(employedIn)).toEqual([
    [{ name: 'Ada', company: 'Bob Lee' }],
    [{ name: 'Bo', company: 'Acme' }],
    [],
    [],
  ])
})
