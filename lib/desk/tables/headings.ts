import { readListed, writePeople } from '@/lib/program/names/listed'
import { looseKey } from '@/lib/program/names/name-key'
import { columnsOf, type TableColumn, type TableKind } from './columns'

/** What columns are called in the spreadsheets of organizers, besides what the screen calls them. */
const known: Record<TableColumn, string> = {
  name: 'name|nom|room|rooms|salle|location|lieu|track|piste|speaker|intervenant|intervenante|hall',
  title: 'title|titre|session|talk|name',
  capacity: 'capacity|capacité|seats|places|cap|jauge|pax|max',
  capacityKind: 'capacity counts|capacity kind|counts|on compte',
  floor: 'floor|étage|level|niveau',
  zone: 'zone|area|building|bâtiment',
  color: 'color|colour|couleur',
  company: 'company|companies|organization|organisation|entreprise|société|affiliation',
  tagline: 'tagline|headline|job title|in one line|accroche|fonction',
  dayOn: 'day|date|jour',
  start: 'start|starts|begin|from|début|heure de début',
  end: 'end|ends|to|until|fin|heure de fin',
  room: 'room|salle|location|lieu|venue',
  track: 'track|piste|stream',
  kind: 'kind|type|format|genre',
  speakers: 'speakers|speaker|intervenants|intervenant|orateurs',
  language: 'language|langue|lang',
  level: 'level|niveau',
  soldOut: 'sold out|complet|full',
  separateRegistration: 'separate registration|inscription séparée|registration',
}

/**
 * A block in whose first row speakers and their companies stand apart, with each in the speaker's own cell, "Ann Lee,
 * Acme"; else as it is. One company is that of all of them.
 */
export function withCompanies(block: string[][], kind: TableKind, names: Partial<Record<TableColumn, string>>) {
  const [head = [], ...rows] = block
  const speakers = readHeadings(kind, head, names)?.indexOf('speakers') ?? -1
  const companies = head.findIndex((cell) => isCalled(cell, 'company'))
  if (kind !== 'sessions' || speakers === -1 || companies === -1) return block
  const joined = rows.map((row) => {
    const people = readListed(row[speakers] ?? '').flatMap(({ text }) => text || [])
    const listed = readListed(row[companies] ?? '').map(({ text }) => text || null)
    const of = (index: number) => (listed.length === 1 ? listed[0] : listed[index]) ?? null
    return row.with(speakers, writePeople(people.map((name, index) => ({ name, company: of(index) }))))
  })
  return [head, ...joined].map((row) => row.filter((_, index) => index !== companies))
}

function isCalled(cell: string, column: TableColumn, name = ''): boolean {
  const key = looseKey(cell)
  return key !== '' && [name, ...known[column].split('|')].some((one) => looseKey(one) === key)
}

/**
 * Which column each cell of a first row names; null: none of them, so it is no row of headings.
 * @param names what the screen calls the columns
 */
export function readHeadings(
  kind: TableKind,
  row: readonly string[],
  names: Partial<Record<TableColumn, string>>,
): (TableColumn | null)[] | null {
  const taken = new Set<TableColumn>()
  const found = row.map((cell) => {
    const column = columnsOf[kind].find((one) => !taken.has(one) && isCalled(cell, one, names[one]))
    if (!column) return null
    taken.add(column)
    return column
  })
  const said = row.filter((cell) => cell !== '').length
  return taken.size > 0 && taken.size * 2 >= said ? found : null
}
