import { expect, it } from 'vitest'
import { findAdapter } from '@/lib/formats/registry'
import { messagesOf } from '@/lib/i18n/messages'
import type { SessionKind } from '@/lib/program/session-kinds'
import { readHeadings } from './headings'
import { columnsFrom, planPaste } from './paste-plan'
import { readBlock } from './pasted'
import type { TableColumn } from './columns'
import type { TableLine } from './table'
import { writeTableFile } from './write-table'

function room(name: string, cells: TableLine['cells']): TableLine {
  const plain = { keys: [], own: [], locked: null, slug: null, isCancelled: false }
  return { id: name, cells: { name, capacity: '', capacityKind: 'seats', floor: '', zone: '', ...cells }, ...plain }
}
const headings: Partial<Record<TableColumn, string>> = { capacityKind: 'Capacity counts' }
const headingOf = (column: TableColumn) => headings[column] ?? `${column.charAt(0).toUpperCase()}${column.slice(1)}`
const words = {
  headingOf,
  sayKind: (kind: SessionKind) => messagesOf('fr').session.kind[kind],
  status: { heading: 'Statut', cancelled: messagesOf('fr').session.cancelled },
}

it('is a file in which nothing is a formula', () => {
  const lines = [room('=1+1', { capacity: '80' }), room('Hall, "left"', { zone: '@A' })]
  const rows = [
    '\ufeffName,Capacity,Capacity counts,Floor,Zone',
    `"'=1+1",80,seats,,`,
    `"Hall, ""left""",,seats,,"'@A"`,
    '',
  ]
  expect(writeTableFile('rooms', lines, words)).toBe(rows.join('\r\n'))
})

it('changes nothing when it is pasted back', () => {
  const lines = [room('Hall', { capacity: '120', floor: '2' }), room('Loft;\nattic', { capacityKind: 'headsets' })]
  const block = readBlock(writeTableFile('rooms', lines, words))
  const columns = readHeadings('rooms', block[0] ?? [], {}) ?? columnsFrom('rooms', null, 5)
  const plan = planPaste({ kind: 'rooms', block: block.slice(1), columns, lines, start: null, choices: {} })
  expect(plan.map(({ id, state }) => [id, state])).toEqual([
    ['Hall', 'same'],
    ['Loft;\nattic', 'same'],
  ])
})

it('puts nobody in quotes whose name is but a name', () => {
  const cells = { title: 'Talk', speakers: 'Speaker 2; Zoë O’Hara, Acme' }
  const file = writeTableFile('sessions', [{ ...room('s', {}), cells }], words)
  expect(readBlock(file)[1]).toEqual(expect.arrayContaining(['Speaker 2; Zoë O’Hara', '; Acme']))
})

it('says of what is cancelled that it is, as the importer reads it', () => {
  const cells = { title: 'Talk', dayOn: '2027-06-01', start: '09:00', end: '09:30' }
  const lines = [
    { ...room('a', {}), cells },
    { ...room('b', {}), cells: { ...cells, title: 'Panel' }, isCancelled: true },
  ]
  const french = { ...words, headingOf: (column: TableColumn) => messagesOf('fr').manage.table.heading[column] }
  const files = [{ name: 'a.csv', bytes: new TextEncoder().encode(writeTableFile('sessions', lines, french)) }]
  const { program } = findAdapter(files)?.parse(files, { timeZone: 'UTC' }) ?? {}
  expect(program?.sessions.map(({ title, cancelled }) => [title, cancelled])).toEqual([
    ['Talk', false],
    ['Panel', true],
  ])
})
