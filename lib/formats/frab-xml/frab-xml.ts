import { onceFor } from '@/lib/platform/once-for'
import { limits } from '@/lib/program/program'
import type { Adapter, ImportFile, Inspection, ParseOptions } from '../reading/adapter'
import { addSchedule } from '../frab/add-schedule'
import { conferenceHead, unnamed } from '../frab/head'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
import { rootOf } from './elements'
import { readXmlSchedule } from './read-schedule'
import { xmlText } from './xml-text'

/** How far into a file its root is looked for: behind comments, style sheets, a document type. */
const PROLOG_BYTES = 65_536

/**
 * The XML of frab and its family: Pentabarf (FOSDEM), pretalx, wafer (DebConf), merged schedules of the CCC, and the
 * dialect of EuroPython 2014. A guid is the identity, else the id. Instants have an offset, or are a day and a time in
 * the zone. Of several files the first names the source.
 */
export const frabXml: Adapter = {
  format: 'frab-xml',
  recognises: (files) => files.length > 0 && files.every(isSchedule),
  inspect: ([file]) => (file ? conferenceHead(readOf(file).schedule) : unnamed),
  parse: (files, options) => {
    const draft = startProgram()
    const [first = unnamed] = files.map((file) => addFile(file, files.length > 1, draft, options))
    const { program, ...rest } = draft.finish()
    return { ...rest, program: { ...program, ...first } }
  },
}

function isSchedule({ bytes }: ImportFile): boolean {
  const { text } = xmlText(bytes, PROLOG_BYTES)
  return /^\s*</.test(text) && rootOf(text) === 'schedule'
}

/** Read once for each file, which is looked at and parsed: the conference may stand behind everybody's biography. */
const readOf = onceFor(({ bytes }: ImportFile) => {
  const { text, damaged } = xmlText(bytes)
  return { ...readXmlSchedule(text), damaged, entities: ownEntities(text) }
})

/** Adds what a file holds, and gives what it says of the conference. */
function addFile(file: ImportFile, isOneOfMany: boolean, draft: ProgramDraft, options: ParseOptions): Inspection {
  const before = isOneOfMany ? `${file.name}, ` : ''
  const { schedule, hasMore, fault, damaged, entities } = readOf(file)
  if (fault) draft.addProblem('error', `${before}line ${fault.line}`, fault.code, fault.detail)
  if (damaged) draft.addProblem('warning', file.name, 'characters-unreadable')
  if (entities.length > 0) draft.addProblem('warning', file.name, 'entities-unread', entities.join(', '))
  if (hasMore) draft.addProblem('error', file.name, 'too-many-sessions', `> ${limits.sessions}`)
  if (schedule.events.length === 0) draft.addProblem('error', file.name, 'no-sessions')
  const events = schedule.events.map((event) => ({ ...event, path: `${before}${event.path}` }))
  addSchedule({ ...schedule, events }, draft, options, isOneOfMany ? `${file.name}|` : '')
  return conferenceHead(schedule)
}

/** The first few entities that the file defines itself, within itself or elsewhere. */
function ownEntities(text: string): string[] {
  const prolog = text.slice(0, Math.max(0, text.search(/<schedule[\s>/]/)))
  return [...prolog.slice(0, PROLOG_BYTES).matchAll(/<!ENTITY\s+(?:%\s+)?([\w.-]{1,40})/g)]
    .slice(0, 5)
    .map(([, name = '']) => name)
}
