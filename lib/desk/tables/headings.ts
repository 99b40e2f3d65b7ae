import { looseKey } from '@/lib/program/name-key'
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
  company: 'company|organization|organisation|entreprise|société|affiliation',
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
    const key = looseKey(cell)
    const column = columnsOf[kind].find(
      (one) => !taken.has(one) && [names[one] ?? '', ...known[one].split('|')].some((name) => looseKey(name) === key),
    )
    if (key === '' || !column) return null
    taken.add(column)
    return column
  })
  const said = row.filter((cell) => cell !== '').length
  return taken.size > 0 && taken.size * 2 >= said ? found : null
}
