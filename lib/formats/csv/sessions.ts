import { readListed } from '@/lib/program/names/listed'
import type { SessionKind } from '@/lib/program/session-kinds'
import { flagsOfColumns, materialOf } from './extras'
import { kindOfWord } from '../reading/kind-of-word'
import { companiesFor, namesWithCommas, peopleSplitter } from './people'
import type { ScheduledRow } from './schedule'
import type { KnownSpeaker } from './speaker-table'
import { statusInCell } from './status'
import type { ColumnMapping } from '../reading/column-mapping'
import { languageCode } from '../reading/language-code'
import type { ProgramDraft } from '../reading/program-draft'
import type { Answers } from '../reading/questions'
import { capacityReader } from '../reading/room-capacity'
import { sessionKind } from '../reading/session-kind'
import { titleFlags } from '../reading/title-flags'

type SpeakerOf = (name: string) => KnownSpeaker | null

type Surroundings = {
  draft: ProgramDraft
  splitPeople: (cell: string) => string[]
  speakerOf: SpeakerOf
  roomCapacities: ReadonlyMap<string, number>
  headsets: boolean
  statusHeader: string
}

/**
 * Makes sessions of rows.
 * @param table its mapping: some headers say how their cells are meant ("Headsets", "Cancelled"); and what another
 *   table says of a speaker
 */
export function addSessions(
  rows: ScheduledRow[],
  draft: ProgramDraft,
  { mapping, speakerOf, answers }: { mapping: ColumnMapping; speakerOf: SpeakerOf; answers: Answers | undefined },
): void {
  const statusHeader = mapping.status ?? ''
  const shown = rows.filter((row) => isShown(row, statusHeader, draft))
  const roomCapacities = capacitiesOfRooms(shown)
  const names = new Set(shown.flatMap((row) => roomsOf(row)))
  const capacityIn = capacityReader(names, answers, draft)
  for (const name of names) if (!roomCapacities.has(name)) setIfKnown(roomCapacities, name, capacityIn(name))
  const splitPeople = peopleSplitter(shown.flatMap((row) => peopleCells(row)))
  sayCommas(shown, splitPeople, draft)
  const headsets = /headset|casque|kopfh[oö]rer|koptelefoon/i.test(mapping.capacity ?? '')
  const unknown = shown.filter((row) => row.get('kind') !== '' && kindOfWord(row.get('kind')) === null)
  if (unknown.length > 0)
    draft.addProblem(
      'info',
      unknown[0]?.path ?? '',
      'kind-unknown',
      [...new Set(unknown.map((row) => row.get('kind')))].join(', '),
    )
  const surroundings = { draft, splitPeople, speakerOf, roomCapacities, headsets, statusHeader }
  for (const row of shown) if (!draftSession(row, surroundings)) return
}

function peopleCells({ get }: ScheduledRow): string[] {
  return [get('speakers'), get('moderators')]
}

const COMMA_EXAMPLES = 3

/** Whoever writes "Ada, Bob Lee" may mean two people, and sees nowhere else that they became one. */
function sayCommas(rows: readonly ScheduledRow[], splitPeople: (cell: string) => string[], draft: ProgramDraft): void {
  const found = rows.flatMap((row) => namesWithCommas(peopleCells(row), splitPeople).map((name) => ({ row, name })))
  const names = [...new Set(found.map(({ name }) => name))]
  if (found[0]) draft.addProblem('info', found[0].row.path, 'comma-in-name', names.slice(0, COMMA_EXAMPLES).join(' · '))
}

function isShown(row: ScheduledRow, statusHeader: string, draft: ProgramDraft): boolean {
  if (kindOfWord(row.get('kind')) === 'personal') {
    draft.addProblem('info', row.path, 'personal-block', row.get('title'))
    return false
  }
  if (statusInCell(row.get('status'), statusHeader) !== 'hidden') return true
  draft.addProblem('info', row.path, 'not-published', `${row.get('title')} (${row.get('status')})`)
  return false
}

/** @returns whether to go on: false once there is one too many */
function draftSession(row: ScheduledRow, surroundings: Surroundings): boolean {
  const { draft, roomCapacities, headsets, statusHeader } = surroundings
  const { path, get, dayOn, startAt, endAt } = row
  const rooms = roomsOf(row)
  const roomKeys = rooms.flatMap(
    (name) =>
      draft.addRoom(name, {
        capacity: roomCapacities.get(name) ?? null,
        capacityKind: headsets ? 'headsets' : 'seats',
      }) ?? [],
  )
  const capacity = capacityOf(row)
  if (get('capacity') !== '' && capacity === null && !/^0+$|^[-–]$/.test(get('capacity')))
    draft.addProblem('warning', path, 'capacity-unreadable', get('capacity'))
  const speakerKeys = addSpeakers(row, surroundings)
  const { title, flags } = titleFlags(get('title'))
  return draft.addSession(path, {
    sourceId: get('id') || null,
    rawTitle: get('title'),
    description: get('description') || null,
    kind: kindOf(row, speakerKeys.length > 0),
    cancelled: statusInCell(get('status'), statusHeader) === 'cancelled',
    dayOn,
    startAt,
    endAt,
    roomKeys,
    trackKey: draft.addTrack(get('track')),
    colocatedKey: draft.addColocatedEvent(get('colocated')),
    speakerKeys,
    language: languageCode(get('language')),
    url: get('url') || null,
    // A number that holds for the whole room is the room's.
    capacity: rooms.every((name) => roomCapacities.get(name) === capacity) && rooms.length > 0 ? null : capacity,
    title,
    level: get('level') || null,
    flags: [...flags, ...flagsOfColumns(get)],
    ...materialOf(get),
  })
}

function kindOf(row: ScheduledRow, hasSpeakers: boolean): SessionKind {
  const said = kindOfWord(row.get('kind'))
  if (said && said !== 'personal') return said
  const { title } = titleFlags(row.get('title'))
  const kind = sessionKind({ title, category: row.get('track') || null, hasSpeakers })
  // "Kaffeepause", "Accueil": a short title that nobody presents is what its word says.
  const word = hasSpeakers || title.split(' ').length > 3 ? null : kindOfWord(title)
  return kind === 'talk' && (word === 'break' || word === 'service') ? word : kind
}

/** Companies of a row that names nobody present the session themselves; whoever moderates it is on stage, too. */
function addSpeakers({ path, get }: ScheduledRow, { draft, splitPeople, speakerOf }: Surroundings): string[] {
  const people = splitPeople(get('speakers'))
  const moderators = splitPeople(get('moderators')).filter((name) => !people.includes(name))
  const company = get('company')
  const add = (name: string, company: string | null) => {
    const known = speakerOf(name)
    return draft.addSpeaker({ name, ...known, company: company ?? known?.company }) ?? []
  }
  const moderatorKeys = moderators.flatMap((name) => add(name, null))
  if (people.length === 0)
    return [...(company === '' ? [] : company.split(/;|\n/).flatMap((name) => add(name, null))), ...moderatorKeys]
  const companies = companiesFor(people.length, company)
  if (!companies) draft.addProblem('warning', path, 'companies-unmatched', `${get('speakers')} · ${company}`)
  return [...people.flatMap((name, index) => add(name, companies?.[index] ?? null)), ...moderatorKeys]
}

/** The rooms for which all rows that give a number give the same one. */
function capacitiesOfRooms(rows: ScheduledRow[]): Map<string, number> {
  const given = new Map<string, Set<number>>()
  for (const row of rows) {
    const capacity = capacityOf(row)
    if (capacity !== null)
      for (const name of roomsOf(row)) given.set(name, (given.get(name) ?? new Set()).add(capacity))
  }
  return new Map(
    [...given].flatMap(([name, numbers]) =>
      numbers.size === 1 ? [...numbers].map((number) => [name, number] as const) : [],
    ),
  )
}

function setIfKnown(capacities: Map<string, number>, name: string, capacity: number | null): void {
  if (capacity !== null) capacities.set(name, capacity)
}

function roomsOf(row: ScheduledRow): string[] {
  return readListed(row.get('room'))
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}

/** The first number of a cell: "120", "1 200 seats", "80 casques"; null for none and for 0, which means no limit. */
function capacityOf(row: ScheduledRow): number | null {
  const [number] = /\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+(?!\d)|\d+/.exec(row.get('capacity')) ?? []
  const capacity = Number(number?.replace(/\D/g, ''))
  return capacity >= 1 && capacity <= 1_000_000 ? capacity : null
}
