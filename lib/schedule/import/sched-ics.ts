import type { Adapter, ImportFile, Inspection, Parsed, ParseOptions } from './adapter'
import { splitIcs, type IcsParts } from './ics-lines'
import { plainLine } from './plain-text'
import { startProgram, type ProgramDraft } from './program-draft'
import { readEvent } from './sched-ics-event'
import { addSite } from './sched-ics-site'

/**
 * The calendar of a sched.com site (`/all.ics`). It has no room and no speaker: both are found in LOCATION and SUMMARY.
 * UID is what identifies a session; SEQUENCE and DTSTAMP mean nothing; the conference's zone is not in the file.
 * Of several files the first names the source.
 */
export const schedIcs: Adapter = {
  format: 'sched-ics',
  recognises: (files) => files.length > 0 && files.every((file) => /^PRODID[^\r\n]*:-\/\/Sched\.com /m.test(textOf(file))),
  inspect: (files) => siteOf(files[0]),
  parse: (files, options): Parsed => {
    const draft = startProgram()
    const titles = new Map(files.flatMap((file) => [...addFile(draft, file, files.length > 1, options)]))
    const { program, problems } = draft.finish()
    const sessions = program.sessions.map((session) => ({ ...session, title: titles.get(session.rawTitle) ?? session.title }))
    return { program: { ...program, ...siteOf(files[0]), sessions }, problems }
  },
}

function textOf(file: ImportFile): string {
  return new TextDecoder().decode(file.bytes)
}

function addFile(draft: ProgramDraft, file: ImportFile, isOneOfMany: boolean, { timeZone }: ParseOptions): Map<string, string> {
  const pathOf = (path: string) => (isOneOfMany ? `${file.name}, ${path}` : path)
  const parts = splitIcs(textOf(file))
  for (const { severity, path, code, detail } of parts.problems) draft.addProblem(severity, pathOf(path), code, detail)
  const events = parts.events.flatMap((event) => readEvent(event, (line) => pathOf(`line ${line}`), timeZone, draft.addProblem) ?? [])
  if (events.length === 0) draft.addProblem('error', file.name, 'no-sessions')
  return addSite(draft, headerOf(parts, 'X-WR-CALNAME'), events, timeZone)
}

function siteOf(file: ImportFile | undefined): Inspection {
  const parts = splitIcs(file ? textOf(file) : '')
  const [, title = ''] = /^-\/\/Sched\.com (.*?)(?:\/\/\w*)?$/.exec(headerOf(parts, 'PRODID') ?? '') ?? []
  return { title: title || null, siteKey: headerOf(parts, 'X-WR-CALNAME'), timeZone: null }
}

function headerOf({ calendar }: IcsParts, name: string): string | null {
  const line = calendar.find(({ text }) => text.toUpperCase().startsWith(`${name}:`))
  return plainLine(line?.text.slice(name.length + 1).replace(/\\([,;\\])/g, '$1') ?? '') || null
}
