import { decodeHTMLStrict } from 'entities'
import { cleanLine } from '@/lib/platform/clean-text'
import { instantOf } from '@/lib/platform/time'
import type { Adapter, ImportFile, Inspection, Parsed, ParseOptions } from '../reading/adapter'
import { decodeText } from '../reading/encoding'
import { splitIcs, type IcsParts } from '../ics/lines'
import { clocksOf } from '../ics/zones'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
import { readEvent, type SchedEvent } from './event'
import { keyOf, type EventReader } from './moment'
import { addSite } from './site'

/**
 * The calendar of a sched.com site (`/all.ics`). It has no room and no speaker: both are found in LOCATION and SUMMARY.
 * UID is what identifies a session; SEQUENCE and DTSTAMP mean nothing; the conference's zone is not in the file.
 * Of several files the first names the source.
 */
export const schedIcs: Adapter = {
  format: 'sched-ics',
  recognises: (files) =>
    files.length > 0 && files.every((file) => /^PRODID[^\r\n]*:-\/\/Sched\.com /m.test(decodeText(file.bytes).text)),
  inspect: (files) => siteOf(files[0]),
  parse: (files, options): Parsed => {
    const draft = startProgram()
    const titles = new Map(files.flatMap((file) => [...addFile(draft, file, files.length > 1, options)]))
    const { program, ...told } = draft.finish()
    const sessions = program.sessions.map((session) => ({
      ...session,
      title: titles.get(session.rawTitle) ?? session.title,
    }))
    return { program: { ...program, ...siteOf(files[0]), sessions }, ...told }
  },
}

/** Calendars are UTF-8; one that an old program saved is made so. */
function utf8Of(file: ImportFile): Uint8Array {
  // Letters that are folded in their middle look like another encoding's.
  const { encoding } = decodeText(
    Buffer.from(
      Buffer.from(file.bytes)
        .toString('latin1')
        .replace(/\r?\n[ \t]/g, ''),
      'latin1',
    ),
  )
  return encoding === 'UTF-8' ? file.bytes : new TextEncoder().encode(decodeText(file.bytes).text)
}

function addFile(
  draft: ProgramDraft,
  file: ImportFile,
  isOneOfMany: boolean,
  options: ParseOptions,
): Map<string, string> {
  const pathOf = (path: string) => (isOneOfMany ? `${file.name}, ${path}` : path)
  const parts = splitIcs(utf8Of(file))
  for (const { severity, path, code, detail } of parts.problems) draft.addProblem(severity, pathOf(path), code, detail)
  const reader: EventReader = {
    pathOf: (line) => pathOf(`line ${line}`),
    clocks: (wall) => instantOf(wall, options.timeZone),
    clocksOf: clocksOf(parts.zones),
    addProblem: draft.addProblem,
  }
  const events = withoutReplaced(parts.events.flatMap((event) => readEvent(event, reader)))
  for (const { path, summary } of events)
    if (summary.includes('\ufffd')) draft.addProblem('warning', path, 'characters-unreadable', summary)
  if (events.length === 0) draft.addProblem('error', file.name, 'no-sessions')
  return addSite(draft, headerOf(parts, 'X-WR-CALNAME'), events, options)
}

/** One time of a repeated event that stands in the file by itself takes that time's place. */
function withoutReplaced(events: SchedEvent[]): SchedEvent[] {
  const replaced = new Set(events.flatMap(({ uid, insteadOf }) => (insteadOf ? [`${uid} ${keyOf(insteadOf)}`] : [])))
  const momentOf = ({ startAt, dateOn }: SchedEvent) => startAt?.toISOString() ?? dateOn ?? ''
  return events.filter((event) => event.insteadOf !== null || !replaced.has(`${event.uid} ${momentOf(event)}`))
}

function siteOf(file: ImportFile | undefined): Inspection {
  const parts = splitIcs(file ? utf8Of(file) : new Uint8Array())
  const [, title = ''] = /^-\/\/Sched\.com (.*?)(?:\/\/\w*)?$/.exec(headerOf(parts, 'PRODID') ?? '') ?? []
  return { title: title || null, siteKey: headerOf(parts, 'X-WR-CALNAME'), timeZone: null }
}

function headerOf({ calendar }: IcsParts, name: string): string | null {
  const line = calendar.find(({ text }) => text.toUpperCase().startsWith(`${name}:`))
  return cleanLine(decodeHTMLStrict(line?.text.slice(name.length + 1).replace(/\\([,;\\])/g, '$1') ?? ''))
}
