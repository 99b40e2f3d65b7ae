import { fold } from '@/lib/platform/search/fold'
import { uniqueSlug } from '@/lib/platform/unique-slug'
import { dateOn, MINUTE_MS, timeOf } from '@/lib/platform/time'
import { roomNames, speakerNames, type AgendaParts } from '@/lib/program/agenda-parts'
import { parseMarks } from './marks'
import { noteMarkdown } from './note-markdown'
import { timeOfNote } from './outline'
import type { NoteInConference } from './place-notes'

export type ExportWords = {
  /** What a note without words is called. */ untitled: string
  previous: string
  next: string
  sameSession: string
}
type Around = {
  conference: { slug: string; name: string; timeZone: string }
  parts: AgendaParts | null
  words: ExportWords
}
/** A file of an export; its path has only a–z, 0–9, "-", "/" and "." in it. */
export type ExportedFile = { path: string; text: string; changedAt: string }

type Numbered = NoteInConference & { path: string }

/**
 * Notes as Markdown, one file each under its day: front matter for other tools, then the text, then links to the same
 * session's other notes and to the ones before and after, among those given.
 * @param notes in order, from placeNotes
 */
export function exportNotes(notes: readonly NoteInConference[], around: Around): ExportedFile[] {
  const numbered = withPaths(notes, around)
  return numbered.map((note, index) => {
    const others = numbered.filter(
      (other) => other !== note && other.note.sessionId && other.note.sessionId === note.note.sessionId,
    )
    const links = [
      ...(others.length > 0
        ? [`${around.words.sameSession}: ${others.map((other) => linkBetween(note, other, around)).join(', ')}`]
        : []),
      ...neighbour(around.words.previous, note, numbered[index - 1], around),
      ...neighbour(around.words.next, note, numbered[index + 1], around),
    ]
    const parts = [
      frontMatter(note, around),
      noteMarkdown(note.text).trim(),
      ...(links.length > 0 ? ['---', links.join('\n\n')] : []),
    ]
    return { path: note.path, text: `${parts.filter(Boolean).join('\n\n')}\n`, changedAt: note.note.updatedAt }
  })
}

function withPaths(notes: readonly NoteInConference[], { conference, words }: Around): Numbered[] {
  const taken = new Set<string>()
  return notes.map((note) => {
    const time = timeOf(new Date(timeOfNote(note)), conference.timeZone).replace(':', '')
    const title = fileWord(note.title || words.untitled, 'note')
    const wanted = `${fileWord(conference.slug, 'notes')}/${note.day}/${time}-${title}`
    const path = uniqueSlug(wanted, taken)
    taken.add(path)
    return { ...note, path: `${path}.md` }
  })
}

/** A name of a file for a title: its letters and digits, of any script, joined by hyphens. */
function fileWord(title: string, fallback: string): string {
  const words = fold(title)
    .normalize('NFC')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  return (
    Array.from(words)
      .slice(0, 60)
      .join('')
      .replace(/^-+|-+$/g, '') || fallback
  )
}

function frontMatter(note: Numbered, { conference, parts, words }: Around): string {
  const { session } = note
  const sessionTitle = session?.title ?? note.note.belonged?.session
  const startAt = note.startAt
  const speakers =
    session && parts ? session.speakers.flatMap((id) => speakerNames({ ...session, speakers: [id] }, parts) || []) : []
  const tags = [...new Set(parseMarks(note.text).map(({ kind }) => kind))].sort()
  const fields = {
    title: quoted(note.title || words.untitled),
    conference: quoted(conference.name),
    session: sessionTitle && quoted(sessionTitle),
    speakers: speakers.length > 0 && listed(speakers),
    room: session && parts && session.rooms.length > 0 && quoted(roomNames(session, parts)),
    place: note.place && quoted(note.place),
    start: startAt && instantIn(startAt, conference.timeZone),
    noted: instantIn(note.notedAt, conference.timeZone),
    tags: tags.length > 0 && `[${tags.join(', ')}]`,
  }
  return [
    '---',
    ...Object.entries(fields).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
    '---',
  ].join('\n')
}

function neighbour(word: string, from: Numbered, to: Numbered | undefined, around: Around): string[] {
  return to ? [`${word}: ${linkBetween(from, to, around)}`] : []
}

function linkBetween(from: Numbered, to: Numbered, { words }: Around): string {
  const [file, folder] = to.path.split('/').reverse()
  const title = (to.title || words.untitled).replace(/[[\]\\<>*_`]/g, '\\$&')
  return `[${title}](${from.day === to.day ? '' : `../${folder}/`}${file})`
}

/** YAML reads a JSON string as what it says. */
function quoted(text: string): string {
  return JSON.stringify(text)
}

function listed(texts: string[]): string {
  return `[${texts.map(quoted).join(', ')}]`
}

/** "2026-03-25T10:00:00+01:00": the clocks of `timeZone`, and how far they are from UTC. */
function instantIn(instant: string, timeZone: string): string {
  const at = new Date(instant)
  const wall = `${dateOn(at, timeZone)}T${timeOf(at, timeZone)}`
  const minutes = Date.parse(`${wall}Z`) / MINUTE_MS - Math.floor(at.getTime() / MINUTE_MS)
  const two = (value: number) => String(value).padStart(2, '0')
  const [sign, away] = [minutes < 0 ? '-' : '+', Math.abs(minutes)]
  return `${wall}:${two(at.getUTCSeconds())}${sign}${two(Math.floor(away / 60))}:${two(away % 60)}`
}
