import type { Problem } from '@/lib/platform/errors'
import { limits, type Program, type ProgramSession } from '../program'
import type { Adapter, ImportFile, Inspection, Parsed, ParseOptions } from './adapter'
import { shorten } from './clean-text'
import { splitIcs, type IcsParts } from './ics-lines'
import { plainLine } from './plain-text'
import { readEvent } from './sched-ics-event'
import { siteProgram, type SchedSite } from './sched-ics-program'

/**
 * The calendar of a sched.com site (`/all.ics`). It has no room and no speaker: both are found in LOCATION and SUMMARY.
 * UID is what identifies a session; SEQUENCE and DTSTAMP mean nothing; the conference's zone is not in the file.
 */
export const schedIcs: Adapter = {
  format: 'sched-ics',
  recognises: (files) => files.length > 0 && files.every((file) => /^PRODID[^\r\n]*:-\/\/Sched\.com /m.test(textOf(file))),
  inspect: (files): Inspection => {
    const [site] = files.map((file) => siteOf(splitIcs(textOf(file))))
    return { title: site?.title ?? null, siteKey: site?.siteKey ?? null, timeZone: null }
  },
  parse: (files, options): Parsed => {
    const problems: Problem[] = []
    const programs = files.map((file) => parseFile(file, files.length > 1, options, problems))
    return { program: merge(programs, problems), problems }
  },
}

function textOf(file: ImportFile): string {
  return new TextDecoder().decode(file.bytes)
}

function parseFile(file: ImportFile, isOneOfMany: boolean, { timeZone }: ParseOptions, problems: Problem[]): Program {
  const pathOf = (path: string) => (isOneOfMany ? `${file.name}, ${path}` : path)
  const parts = splitIcs(textOf(file))
  problems.push(...parts.problems.map((problem) => ({ ...problem, path: pathOf(problem.path) })))
  const events = parts.events.flatMap((event) => readEvent(event, (line) => pathOf(`line ${line}`), timeZone, problems) ?? [])
  return siteProgram(siteOf(parts), events, timeZone, problems)
}

function siteOf({ calendar }: IcsParts): SchedSite {
  const header = (name: string) => calendar.find((line) => line.text.toUpperCase().startsWith(`${name}:`))?.text.slice(name.length + 1) ?? ''
  const [, title = ''] = /^-\/\/Sched\.com (.*?)(?:\/\/\w*)?$/.exec(header('PRODID').trim()) ?? []
  const plain = (text: string) => shorten(plainLine(text.replace(/\\([,;\\])/g, '$1')), limits.name) || null
  return { title: plain(title), siteKey: plain(header('X-WR-CALNAME')) }
}

/** The files of one import are one source: the first names it. */
function merge(programs: Program[], problems: Problem[]): Program {
  const [first] = programs
  const all = <Entry extends { key: string }>(part: (program: Program) => Entry[]) => [...new Map(programs.flatMap(part).reverse().map((entry) => [entry.key, entry])).values()].reverse()
  return {
    title: first?.title ?? null,
    siteKey: first?.siteKey ?? null,
    timeZone: null,
    language: null,
    rooms: all((program) => program.rooms),
    tracks: all((program) => program.tracks),
    colocatedEvents: all((program) => program.colocatedEvents),
    speakers: all((program) => program.speakers),
    sessions: oncePerId(programs.flatMap((program) => program.sessions), problems),
  }
}

/** A UID that comes again is the same session, as when two downloads were joined: the first is kept. */
function oncePerId(sessions: ProgramSession[], problems: Problem[]): ProgramSession[] {
  const seen = new Set<string>()
  const once = sessions.filter((session) => {
    if (session.sourceId === null) return true
    if (!seen.has(session.sourceId)) return seen.add(session.sourceId)
    problems.push({ severity: 'warning', path: `UID ${session.sourceId}`, code: 'duplicate-id', detail: session.rawTitle.slice(0, 200) })
    return false
  })
  if (once.length > limits.sessions) problems.push({ severity: 'error', path: 'file', code: 'too-many-sessions', detail: String(once.length) })
  return once.slice(0, limits.sessions)
}
