import { sayDay, sayWhen } from '@/lib/i18n/dates'
import { outlineOf } from '@/lib/notes/outline'
import { placeNotes, type NoteInConference } from '@/lib/notes/place-notes'
import { settleBidi } from '@/lib/platform/bidi'
import { dateOn } from '@/lib/platform/time'
import type { AgendaSession } from '@/lib/program/agenda'
import { partsOf, roomNames, speakerNames, type AgendaParts } from '@/lib/program/agenda-parts'
import { recapDays } from './days-to-tell'
import { markdownLink, plainMarkdown, plainMarkdownWithLinks } from './markdown-text'
import { markKey, type ComposeOptions, type Material, type MaterialNote } from './material'
import { placeMark } from './place-marks'
import { publicText } from './public-text'
import { recapWords, type RecapWords } from './recap-words'
import { sessionLink } from './text-links'

export type Composed = { title: string; text: string }

type Placed = NoteInConference<MaterialNote>
type Around = Material & ComposeOptions & { parts: AgendaParts; words: RecapWords; placed: Placed[] }
/** A session with its notes, or notes that have none. */
type Chapter = { session?: AgendaSession; notes: Placed[]; day: string; at: string }

const attended: readonly (string | null | undefined)[] = ['attended', 'arrivedLate', 'leftEarly']
const missed: readonly (string | null | undefined)[] = ['couldNotGetIn', 'missed']

/**
 * Drafts a recap of one day or of all: what was attended in its order with notes and photos, whom they met and what
 * they missed. Same material, same text; only what was chosen of people and sponsors is in it.
 */
export function composeRecap(material: Material, options: ComposeOptions): Composed {
  const parts = partsOf(material.agenda)
  const words = recapWords(options.language)
  const placed = placeNotes(material.notes, parts.sessions, material.agenda.conference.timeZone)
  const around: Around = { ...material, ...options, parts, words, placed }
  const days = options.day === null ? recapDays(material) : [options.day]
  const blocks = days.flatMap((day) => dayBlocks(day, around))
  const told = [...blocks, ...peopleBlocks(around), ...sponsorBlocks(around), ...missedBlocks(around)].filter(Boolean)
  const text = (told.length > 0 ? told : leftBlocks(around)).join('\n\n')
  return { title: titleOf(around), text: text && `${text}\n` }
}

function titleOf({ agenda: { conference }, day, language, words }: Around): string {
  // What is private is not made public by a draft: not even that there is such a conference.
  if (conference.visibility === 'private') return day === null ? words('titleAllAlone') : sayDay(day, language, 'long')
  if (day === null) return words('titleAll', { conference: settleBidi(conference.name) })
  return words('titleDay', { conference: settleBidi(conference.name), day: sayDay(day, language, 'long') })
}

function dayBlocks(day: string, around: Around): string[] {
  const chapters = chaptersOf(day, around)
    .map((chapter) => chapterBlocks(chapter, around))
    .filter((blocks) => blocks.length > 0)
    // Free notes in a row that were written at one place, or at none, stand below one heading.
    .map(([heading = '', ...content], index, all) =>
      heading === all[index - 1]?.[0] ? content : [heading, ...content],
    )
  if (chapters.length === 0 || around.day !== null) return chapters.flat()
  return [`## ${plainMarkdown(sayDay(day, around.language, 'long'))}`, ...chapters.flat()]
}

/**
 * What happened on a day, in its order: sessions by their start, without one by when they were noted or marked; free
 * notes by when they were written.
 */
function chaptersOf(day: string, around: Around): Chapter[] {
  const { agenda, placed, attendances } = around
  const here = placed.filter((note) => note.day === day)
  const marked = [...attendances.keys()]
  const sessions = agenda.sessions
    .filter((session) => session.dayOn === day)
    .flatMap((session): Chapter[] => {
      const notes = here.filter((note) => note.session?.id === session.id)
      const status = attendances.get(session.id)?.status
      if (!attended.includes(status) && (notes.length === 0 || missed.includes(status))) return []
      return [
        {
          session,
          notes,
          day,
          at: session.startAt ?? notes[0]?.notedAt ?? attendances.get(session.id)?.markedAt ?? '',
        },
      ]
    })
  const free = here.filter(({ session }) => !session).filter((note) => isFreeOfUnchosen(note, around))
  return [...sessions, ...free.map((note): Chapter => ({ notes: [note], day, at: note.notedAt }))].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : marked.indexOf(a.session?.id ?? '') - marked.indexOf(b.session?.id ?? ''),
  )
}

// A note of its own about somebody speaks of them in every line.
function isFreeOfUnchosen(note: Placed, { chosen }: Around): boolean {
  const { person, sponsor } = outlineOf([note])
  return [...person, ...sponsor].every(({ mark }) => chosen.has(markKey(note.id, mark.line)))
}

function chapterBlocks(chapter: Chapter, around: Around): string[] {
  const content = chapter.notes.flatMap((note) => noteBlocks(note, around))
  const level = around.day === null ? '###' : '##'
  if (chapter.session)
    return [
      `${level} ${sessionLink(chapter.session)}`,
      sessionLine(chapter.session, around),
      ...attendanceBlocks(chapter.session, around),
      ...content,
      ...linkBlocks(chapter.session, around),
    ]
  if (content.length === 0) return []
  const [note] = chapter.notes
  return [`${level} ${plainMarkdown(note?.place || around.words('around'))}`, ...content]
}

function noteBlocks(note: Placed, { language, chosen, photos }: Around): string[] {
  const text = publicText(note.text, { language, isChosen: (line) => chosen.has(markKey(note.id, line)) })
  const taken = photos
    .filter(({ noteId }) => noteId === note.id)
    .sort((a, b) => (a.takenAt + a.id < b.takenAt + b.id ? -1 : 1))
  return [...(text ? [text] : []), ...taken.map(({ id, caption }) => `![${plainMarkdown(caption ?? '')}](photo:${id})`)]
}

/** Why nobody can have been at a session: it was called off, or has not begun. */
function whyNotHeld({ status, startAt, dayOn }: AgendaSession, { agenda, now }: Around): 'cancelled' | 'ahead' | null {
  if (status === 'cancelled') return 'cancelled'
  const isAhead = startAt ? startAt > now : dayOn > dateOn(new Date(now), agenda.conference.timeZone)
  return isAhead ? 'ahead' : null
}

function sessionLine(session: AgendaSession, around: Around): string {
  const { parts, agenda, words, language } = around
  const { timeZone } = agenda.conference
  const why = whyNotHeld(session, around)
  // Who would have spoken where and when is no fact any more.
  if (why === 'cancelled') return `*${words(why)}*`
  const [speakers, room] = [speakerNames(session, parts), roomNames(session, parts)]
  const times = sayWhen(
    { startAt: session.startAt, endAt: session.endAt },
    { timeZone, language, under: session.dayOn },
  )
  const said = [
    why && words(why),
    speakers && words('by', { speakers: plainMarkdown(speakers) }),
    plainMarkdown(room),
    times,
  ]
    .filter(Boolean)
    .join(' · ')
  return said && `*${said}*`
}

function attendanceBlocks(session: AgendaSession, around: Around): string[] {
  const { attendances, words } = around
  const attendance = attendances.get(session.id)
  const status = attendance?.status
  if (status !== 'arrivedLate' && status !== 'leftEarly') return []
  // Their own words stay, without a claim that they were there.
  if (whyNotHeld(session, around)) return attendance?.reason ? [plainMarkdownWithLinks(attendance.reason)] : []
  return [
    attendance?.reason
      ? words(`${status}Because`, { reason: plainMarkdownWithLinks(attendance.reason) })
      : words(status),
  ]
}

function linkBlocks(session: AgendaSession, around: Around): string[] {
  const said = [slidesOf(session, around), replayOf(session, around)].filter(Boolean).join(' · ')
  return said ? [said] : []
}

function slidesOf(session: AgendaSession, around: Around): string {
  const { links, attendances, language, words } = around
  const url = links.get(session.id)?.slidesUrl
  if (url) return markdownLink(words('slides'), url)
  // Nothing is to be found of what never took place.
  if (session.status === 'cancelled') return ''
  return attendances.get(session.id)?.findSlides ? placeMark(words('todoSlides'), language) : ''
}

function replayOf(session: AgendaSession, around: Around): string {
  const { links, attendances, language, words } = around
  const url = links.get(session.id)?.replayUrl
  if (url) return markdownLink(words('replay'), url)
  if (session.status === 'cancelled') return ''
  return attendances.get(session.id)?.watchReplay ? placeMark(words('todoReplay'), language) : ''
}

function peopleBlocks(around: Around): string[] {
  const people = chosenMarks(around, outlineOf(around.placed).person).map(({ mark: { name, company, about } }) =>
    listItem([`**${plainMarkdown(name)}**`, company && `, ${plainMarkdown(company)}`], about),
  )
  return people.length > 0 ? [`## ${around.words('people')}`, people.join('\n')] : []
}

/**
 * Places for what notes hold that is told by nobody but their author: people and booths, and what came of a to-do.
 * Where notes hold nothing else, a draft would be empty.
 */
function leftBlocks({ placed, day, words, language }: Around): string[] {
  const notes = placed.filter((note) => day === null || note.day === day)
  const { person, sponsor, todo } = outlineOf(notes)
  const place = (count: number, heading: 'people' | 'sponsors' | 'around', mark: LeftMark) =>
    count > 0 ? [`## ${words(heading)}`, placeMark(words(mark), language)] : []
  return [
    ...place(person.length, 'people', 'todoPeople'),
    ...place(sponsor.length, 'sponsors', 'todoSponsors'),
    ...place(todo.length, 'around', 'todoTell'),
  ]
}

type LeftMark = 'todoPeople' | 'todoSponsors' | 'todoTell'

function sponsorBlocks(around: Around): string[] {
  const sponsors = chosenMarks(around, outlineOf(around.placed).sponsor).map(({ mark: { company, about } }) =>
    listItem([`**${plainMarkdown(company)}**`], about),
  )
  return sponsors.length > 0 ? [`## ${around.words('sponsors')}`, sponsors.join('\n')] : []
}

/** Marks that may be shown, of the days that this recap is of. */
function chosenMarks<Found extends { note: { id: string }; mark: { line: number } }>(
  { placed, day, chosen }: Around,
  found: readonly Found[],
): Found[] {
  const days = new Map(placed.map((note) => [note.id, note.day]))
  return found.filter(
    ({ note, mark }) => (day === null || days.get(note.id) === day) && chosen.has(markKey(note.id, mark.line)),
  )
}

function listItem(parts: (string | undefined)[], about: string | undefined): string {
  return `- ${parts.filter(Boolean).join('')}${about ? ` — ${plainMarkdownWithLinks(about)}` : ''}`
}

function missedBlocks(around: Around): string[] {
  const items = around.agenda.sessions
    .filter((session) => (around.day === null || session.dayOn === around.day) && isMissed(session, around))
    .map((session) => missedItem(session, around))
  return items.length > 0 ? [`## ${around.words('missed')}`, items.join('\n')] : []
}

function isMissed(session: AgendaSession, around: Around): boolean {
  const { attendances, placed } = around
  const { id } = session
  const attendance = attendances.get(id)
  if (missed.includes(attendance?.status)) return true
  return (
    Boolean(attendance?.watchReplay) &&
    whyNotHeld(session, around) !== 'ahead' &&
    !attended.includes(attendance?.status) &&
    placed.every((note) => note.session?.id !== id)
  )
}

function whyMissed({ id, status }: AgendaSession, { attendances, words }: Around): string {
  if (status === 'cancelled') return words('wasCancelled')
  const attendance = attendances.get(id)
  if (attendance?.status === 'couldNotGetIn') return words('couldNotGetIn')
  return attendance?.status === 'missed' && !attendance.reason ? words('missedIt') : ''
}

function missedItem(session: AgendaSession, around: Around): string {
  const { attendances, parts } = around
  const { reason } = attendances.get(session.id) ?? {}
  const speakers = speakerNames(session, parts)
  const why = [whyMissed(session, around), plainMarkdownWithLinks(reason ?? '')].filter(Boolean).join(', ')
  const after = [slidesOf(session, around), replayOf(session, around)].filter(Boolean).join(' · ')
  const item = [`- ${sessionLink(session)}${speakers ? `, ${plainMarkdown(speakers)}` : ''}`, why, after]
    .filter(Boolean)
    .join(' — ')
  const notes = around.placed
    .filter((note) => note.session?.id === session.id)
    .flatMap((note) => noteBlocks(note, around))
  // Indented, they belong to the item.
  return [item, ...notes.map((block) => `\n${block.replace(/^(?=.)/gm, '  ')}`)].join('\n')
}
