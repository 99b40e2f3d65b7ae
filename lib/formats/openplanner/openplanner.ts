import { cleanLine, shorten } from '@/lib/platform/clean-text'
import { limits } from '@/lib/program/program'
import type { Adapter, ImportFile, Inspection } from '../reading/adapter'
import { readJson } from '../reading/json'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
import { formOf, planOf, type OpenPlannerForm, type Plan } from './forms'
import { addPlan } from './sessions'

/**
 * OpenPlanner's public JSON, and the file that it makes for Voxxrin, where sessions and speakers are objects by id. A
 * track is a room there, a category the track. Voxxrin's description of an event has no sessions: the address of the
 * file that it names is told.
 */
export const openPlanner: Adapter = {
  format: 'openplanner',
  recognises: (files) => files.some((file) => formIn(file) !== null),
  inspect: (files) => inspectionOf(files),
  parse: (files, options) => {
    const draft = startProgram()
    let language: string | null = null
    for (const file of files) {
      const json = readJson(file)
      const found = json.ok ? formOf(json.value) : null
      if (found === null) draft.addProblem('error', file.name, json.ok ? 'file-not-used' : json.code)
      else if (found.form === 'descriptor') draft.addProblem('error', file.name, 'names-another-file', found.address)
      else {
        const plan = planOf(found, files.length > 1 ? `${file.name}: ` : '', draft)
        if (!plan.isVisible) draft.addProblem('warning', file.name, 'schedule-not-public')
        addPlan(plan, draft, options)
        tellEmpty(plan, file.name, draft)
        language ??= plan.language
      }
    }
    const { program, ...told } = draft.finish()
    return { program: { ...program, ...inspectionOf(files), language }, ...told }
  },
}

function tellEmpty({ sessions }: Plan, path: string, draft: ProgramDraft): void {
  if (sessions.length === 0) draft.addProblem('error', path, 'no-sessions')
  else if (sessions.every(({ value }) => value.dateStart === null))
    draft.addProblem('error', path, 'nothing-scheduled', `0 / ${sessions.length}`)
}

function formIn(file: ImportFile): OpenPlannerForm | null {
  const json = readJson(file)
  return json.ok ? formOf(json.value) : null
}

function inspectionOf(files: ImportFile[]): Inspection {
  const [first] = files.flatMap((file) => {
    const found = formIn(file)
    return found && found.form !== 'descriptor' ? [found] : []
  })
  const event = first?.form === 'public' ? first.file.event : null
  const title = (first?.form === 'voxxrin' ? first.file.title : event?.name) ?? ''
  return {
    title: shorten(title, limits.name) || null,
    siteKey: cleanLine(event?.id),
    timeZone: first?.file.timezone ?? null,
  }
}
