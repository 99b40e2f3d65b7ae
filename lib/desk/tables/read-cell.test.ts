import { expect, it } from 'vitest'
import type { TableColumn } from './columns'
import { readCell } from './read-cell'

const choices = {
  capacityKind: [
    { value: 'seats', name: 'places' },
    { value: 'headsets', name: 'casques' },
  ],
  room: [
    { value: '', name: 'Aucune' },
    { value: 'Café', name: 'Café' },
    { value: 'Cafe', name: 'Cafe' },
  ],
  soldOut: [
    { value: '1', name: 'Oui' },
    { value: '', name: 'Non' },
  ],
}

it.each<[TableColumn, string, string]>([
  ['capacity', '120', '120'],
  ['capacity', ' 1 200 ', '1200'],
  ['capacity', '1\u202f200', '1200'],
  ['capacity', '1,200', '1200'],
  ['capacity', '1.200.000', '1200000'],
  ['capacity', '1’200', '1200'],
  ['capacity', '120.00', '120'],
  ['capacity', '12.5', '12.5'],
  ['capacity', 'about 80', 'about 80'],
  ['start', '9:05', '09:05'],
  ['start', '9:05:00', '09:05'],
  ['start', '9h05', '09:05'],
  ['start', '14h', '14:00'],
  ['end', '9.30', '09:30'],
  ['end', '2:30 PM', '14:30'],
  ['end', '12:15 a.m.', '00:15'],
  ['end', 'noon', '12:00'],
  ['start', '9', '09:00'],
  ['start', '9 am', '09:00'],
  ['end', '24:00', '00:00'],
  ['end', '24.00 Uhr', '00:00'],
  ['start', '24:00', '24:00'],
  ['end', '25:00', '25:00'],
  ['end', '10:75', '10:75'],
  ['end', 'soon', 'soon'],
  ['dayOn', '2026-3-4', '2026-03-04'],
  ['dayOn', '2026/03/04 00:00:00', '2026-03-04'],
  ['dayOn', '04/03/2026', '04/03/2026'],
  ['capacityKind', 'Places', 'seats'],
  ['capacityKind', 'HEADSETS', 'headsets'],
  ['capacityKind', 'chairs', 'chairs'],
  ['room', 'cafe', 'Café'],
  ['room', 'Cafe', 'Cafe'],
  ['room', 'Aucune', ''],
  ['room', 'Nowhere', 'Nowhere'],
  ['soldOut', 'oui', '1'],
  ['soldOut', 'non', ''],
  ['speakers', 'Ann Lee, Acme\nBo ;  ', 'Ann Lee, Acme; Bo'],
  ['name', '  Hall\u00a0  A ', 'Hall A'],
  ['name', '', ''],
])('reads %s %j as %j', (column, given, cell) => {
  expect(readCell(column, given, choices)).toBe(cell)
})
