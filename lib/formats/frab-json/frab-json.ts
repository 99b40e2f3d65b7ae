import { addSchedule } from '../frab/add-schedule'
import { conferenceHead, unnamed } from '../frab/head'
import type { Adapter, ImportFile, Inspection, ParseOptions } from '../reading/adapter'
import { decodeText } from '../reading/encoding'
import { readJson } from '../reading/json'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
import { readJsonSchedule } from './read-schedule'
import { scheduleSchema } from './schema'

/** How far into a broken file its first keys are looked for. */
const HEAD_BYTES = 4_096

/**
 * The JSON of frab, pretalx and c3voc: version 1 (events under days and rooms) and version 2 (events beside the
 * conference, with an end each). A guid is the identity, else the id; instants have an offset. Of several files the
 * first names the source.
 */
export const frabJson: Adapter = {
  format: 'frab-json',
  recognises: (files) => files.length > 0 && files.every((file) => isSchedule(file)),
  inspect: ([file]) => {
    const schedule = file && scheduleOf(file)
    return schedule ? conferenceHead(readJsonSchedule(schedule, '', startProgram())) : unnamed
  },
  parse: (files, options) => {
    const draft = startProgram()
    const [first = unnamed] = files.map((file) => addFile(file, files.length > 1, draft, options))
    const { program, ...rest } = draft.finish()
    return { ...rest, program: { ...program, ...first } }
  },
}

function scheduleOf(file: ImportFile) {
  const json = readJson(file)
  return json.ok ? (scheduleSchema.safeParse(json.value).data?.schedule ?? null) : null
}

/** Also where it broke: to be told where is better than that the format is not known. */
function isSchedule(file: ImportFile): boolean {
  const json = readJson(file)
  if (json.ok) return scheduleOf(file) !== null
  const head = decodeText(file.bytes.subarray(0, HEAD_BYTES)).text
  return /^\s*\{/.test(head) && /"schedule"\s*:\s*\{/.test(head) && /"conference"\s*:\s*\{/.test(head)
}

function addFile(file: ImportFile, isOneOfMany: boolean, draft: ProgramDraft, options: ParseOptions): Inspection {
  const json = readJson(file)
  const schedule = scheduleOf(file)
  if (!schedule) {
    if (json.ok) draft.addProblem('error', file.name, 'not-frab-json')
    else if (json.code === 'not-json') tellBroken(file, draft)
    else draft.addProblem('error', file.name, json.code)
    return unnamed
  }
  const read = readJsonSchedule(schedule, isOneOfMany ? `${file.name}: ` : '', draft)
  if (read.events.length === 0) draft.addProblem('error', file.name, 'no-sessions')
  addSchedule(read, draft, options, isOneOfMany ? `${file.name}|` : '')
  return conferenceHead(read)
}

/** Where JSON breaks off, by the words of the engine's own reader. */
function tellBroken({ name, bytes }: ImportFile, draft: ProgramDraft): void {
  const { text } = decodeText(bytes)
  const message = messageOf(text)
  const position = Number(/at position (\d+)/.exec(message)?.[1] ?? Number.NaN)
  const isCut = /end of JSON/i.test(message) || position >= text.trimEnd().length
  const line = text
    .slice(0, isCut ? text.length : position)
    .trimEnd()
    .split('\n').length
  if (isCut) draft.addProblem('error', `${name}, line ${line}`, 'file-cut-short')
  else if (Number.isNaN(position)) draft.addProblem('error', name, 'not-json', message)
  else draft.addProblem('error', `${name}, line ${line}`, 'not-json', message)
}

function messageOf(text: string): string {
  try {
    JSON.parse(text)
    return ''
  } catch (error) {
    return error instanceof SyntaxError ? error.message : ''
  }
}
