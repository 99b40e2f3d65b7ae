import type { z } from 'zod'
import type { ImportFile } from '../reading/adapter'
import { readJson } from '../reading/json'
import { titleIn } from '../problems/entry-names'
import type { ProgramDraft } from '../reading/program-draft'
import { unfitValue } from '../problems/unfit-value'

/** One value of a file, not yet checked, with its place: "talks.json: sessions[3]". */
export type JsonEntry = { path: string; value: unknown }

/** One file of an import as the part of a format that it is. */
export type JsonPart<Part extends string> = {
  name: string
  /** What a path in this file begins with; empty where it is the only one. */
  prefix: string
  part: Part
  json: unknown
}

/** Is one of these files part of a format? @param partOf which part a file's JSON is; null for none */
export function hasPart(files: ImportFile[], partOf: (json: unknown) => string | null): boolean {
  return files.some((file) => {
    const json = readJson(file)
    return json.ok && partOf(json.value) !== null
  })
}

/**
 * The files that are part of a format; of each other one it is said that it was not read.
 * @param partOf which part a file's JSON is; null for none
 */
export function filesByPart<Part extends string>(
  files: ImportFile[],
  partOf: (json: unknown) => Part | null,
  addProblem: ProgramDraft['addProblem'],
): JsonPart<Part>[] {
  return files.flatMap((file) => {
    const json = readJson(file)
    const part = json.ok ? partOf(json.value) : null
    if (json.ok && part !== null)
      return [{ name: file.name, prefix: files.length > 1 ? `${file.name}: ` : '', part, json: json.value }]
    addProblem('error', file.name, json.ok ? 'file-not-used' : json.code)
    return []
  })
}

/** Far more than any schedule has of anything: what is checked of each costs time and room. */
export const MOST_ENTRIES = 20_000

/** The values of a list, each with its place. */
export function listEntries(path: string, values: readonly unknown[]): JsonEntry[] {
  return values.map((value, index) => ({ path: `${path}[${index}]`, value }))
}

/**
 * The entries that fit the schema; each other one is a problem at the first value that does not. Of more than
 * MOST_ENTRIES the first are read.
 */
export function checkEntries<Entry extends JsonEntry, Schema extends z.ZodType>(
  entries: readonly Entry[],
  schema: Schema,
  addProblem: ProgramDraft['addProblem'],
): (Omit<Entry, 'value'> & { value: z.output<Schema> })[] {
  const left = entries[MOST_ENTRIES]
  if (left) addProblem('error', left.path, 'too-many-entries', `> ${MOST_ENTRIES}`)
  return entries.slice(0, MOST_ENTRIES).flatMap((entry) => {
    const checked = schema.safeParse(entry.value)
    if (checked.success) return [{ ...entry, value: checked.data }]
    const { steps, code, detail } = unfitValue(checked.error, entry.value)
    addProblem('error', entry.path + placeIn(steps), code, detail, titleIn(entry.value))
    return []
  })
}

/** How steps within an entry are written: ".rooms[1].name". */
export function placeIn(steps: readonly PropertyKey[]): string {
  return steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
}
