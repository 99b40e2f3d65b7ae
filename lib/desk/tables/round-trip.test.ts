import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findAdapter } from '@/lib/formats/registry'
import { messagesOf } from '@/lib/i18n/messages'
import { sessionKinds, type SessionKind } from '@/lib/program/session-kinds'
import { writeListed, writePeople } from '@/lib/program/names/listed'
import { columnsOf, type TableColumn } from './columns'
import { readHeadings, withCompanies } from './headings'
import { planPaste } from './paste-plan'
import { readBlock } from './pasted'
import type { TableLine } from './table'
import { writeTableFile } from './write-table'

/** As the screen calls them in English, where that is another word than the column's. */
const called: Partial<Record<TableColumn, string>> = {
  ...{ dayOn: 'Day', soldOut: 'Sold out', separateRegistration: 'Separate registration' },
}
const headingOf = (column: TableColumn) => called[column] ?? `${column.charAt(0).toUpperCase()}${column.slice(1)}`
const sayKind = (kind: SessionKind) => messagesOf('fr').session.kind[kind]
const words = { headingOf, sayKind, status: { heading: 'Status', cancelled: 'Cancelled' } }
const names = Object.fromEntries(columnsOf.sessions.map((column) => [column, headingOf(column)]))

/** Names of people, companies and rooms with what separates, quotes and leads formulas. */
const name = fc
  .array(fc.constantFrom('Ada', 'Brook', 'Lee', 'Zoé', 'and', '&', ',', ';', '"', '=', '-', '(Jr.)', '2'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => `N${parts.join(' ')}`)
const person = fc.record({ name, company: fc.option(name) })
const session = fc.record({
  kind: fc.constantFrom(...sessionKinds),
  rooms: fc.uniqueArray(name, { maxLength: 3 }),
  speakers: fc.uniqueArray(person, { maxLength: 3, selector: ({ name }) => name }),
})
const sessions = fc.array(session, { minLength: 1, maxLength: 5 })
type Told = { kind: SessionKind; rooms: string[]; speakers: { name: string; company: string | null }[] }

function linesOf(told: readonly Told[]): TableLine[] {
  return told.map(({ kind, rooms, speakers }, index) => ({
    ...{ id: `${index}`, keys: [], own: [], locked: null, slug: null, isCancelled: false },
    cells: {
      ...{ title: `Session ${index}`, dayOn: '2027-06-01', start: '09:00', end: '09:30', track: '', kind },
      ...{ room: writeListed(rooms), speakers: writePeople(speakers), language: '', level: '', capacity: '' },
      ...{ soldOut: '', separateRegistration: '' },
    },
  }))
}
const fileOf = (told: readonly Told[]) => writeTableFile('sessions', linesOf(told), words)

it('changes nothing when a file of sessions is pasted back, whatever its rooms and speakers are called', () => {
  fc.assert(
    fc.property(sessions, (told) => {
      const kinds = sessionKinds.map((value) => ({ value, name: sayKind(value) }))
      const choices = { kind: kinds, room: told.flatMap(({ rooms }) => rooms.map(asChoice)) }
      const lines = linesOf(told)
      const [head = [], ...block] = withCompanies(readBlock(fileOf(told)), 'sessions', names)
      const columns = readHeadings('sessions', head, names) ?? []
      const plan = planPaste({ kind: 'sessions', block, columns, lines, start: null, choices })
      expect(plan.map(({ id, state, set }) => [id, state, set])).toEqual(lines.map(({ id }) => [id, 'same', {}]))
    }),
  )
})

function asChoice(name: string) {
  return { value: name, name }
}

it('keeps all rooms, and speakers with their companies, when it is brought in as a source', () => {
  fc.assert(
    fc.property(sessions, (told) => {
      const files = [{ name: 'sessions.csv', bytes: new TextEncoder().encode(fileOf(told)) }]
      const { program } = findAdapter(files)?.parse(files, { timeZone: 'Europe/Paris' }) ?? {}
      const [rooms, speakers] = [program?.rooms ?? [], program?.speakers ?? []]
      const read = program?.sessions.map((one) => ({
        kind: one.kind,
        rooms: one.roomKeys.map((key) => rooms.find((room) => room.key === key)?.name),
        speakers: one.speakerKeys.map((key) => {
          const known = speakers.find((speaker) => speaker.key === key)
          return { name: known?.name, company: known?.company ?? null }
        }),
      }))
      expect(read).toEqual(told)
    }),
  )
})
