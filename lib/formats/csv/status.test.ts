import { expect, it } from 'vitest'
import { statusInCell } from './status'

it.each([
  ['Y', 'active', 'published'],
  ['N', 'active', 'hidden'],
  ['non', 'Publié', 'hidden'],
  ['', 'Status', 'published'],
  ['Accepted', 'Status', 'published'],
  ['whatever', 'Status', 'published'],
  ['Draft', 'Status', 'hidden'],
  ['refusé', 'Statut', 'hidden'],
  ['Cancelled', 'Status', 'cancelled'],
  ['annulée', 'Statut', 'cancelled'],
  ['yes', 'Cancelled', 'cancelled'],
  ['no', 'Cancelled', 'published'],
  ['', 'Annulé', 'published'],
])('takes %j in a column called %s for %s', (cell, header, status) => {
  expect(statusInCell(cell, header)).toBe(status)
})
