import { z } from 'zod'
import type { Problem } from '@/lib/platform/errors'
import { textField } from '@/lib/platform/fields'
import { isTimeZone } from '@/lib/platform/time'
import type { BringInReport } from './read-material'
import { changeKey, type DiffCounts } from './diff'
import type { FirstHours } from './preview/first-hours'
import { guardCodes, type Guard } from './guards/guards'
import type { Candidate } from '@/lib/formats/candidates'
import { columnMappingSchema, csvFields, type ColumnMapping } from '@/lib/formats/reading/column-mapping'
import { answersSchema, questionChoices, type OpenQuestion } from '@/lib/formats/reading/questions'
import { limits } from '@/lib/program/program'
import type { SessionField, Snapshot } from '@/lib/program/snapshot'
import { nameOfSeen } from './preview/seen'
import { changedTexts } from './preview/field-text'

/** What a person sees of files before they let them in. */
export type BringInPreview = {
  format: string
  title: string | null
  timeZone: string | null
  counts: { sessions: number; rooms: number; speakers: number; days: number }
  /** How each day begins, as it would be. */
  firstHours: FirstHours[]
  /** Against what stands; null where that is not known. */
  diff: DiffCounts | null
  changes: {
    /** As `changeKey` names it, to leave it out. */
    key: string
    kind: 'added' | 'changed' | 'cancelled' | 'restored'
    title: string
    /** When it is; two may share a title. */
    when: Pick<Snapshot, 'dayOn' | 'startAt' | 'endAt'>
    fields: { field: SessionField; before: string; after: string }[]
  }[]
  problems: Problem[]
  guards?: Guard[]
  /** How many people picked what changes; null: fewer than five; absent: nothing that stood changes. */
  affected?: number | null
  /** How many of what moves or is cancelled organizers have in their draft, too. */
  drafted?: number
  candidates?: Candidate[]
  questions?: OpenQuestion[]
  mapping?: ColumnMapping
  headers?: string[]
  reason: BringInReport['reason']
  /** Names what would change, as `nameOfSeen` does. */
  seen: string
}

const MOST_CHANGES = 1_000
const optional = textField()
  .trim()
  .optional()
  .transform((text) => text || null)

/** The fields of the form that brings a programme in; files and columns come beside it. */
export const bringInSchema = z.object({
  conference: optional,
  address: optional.refine((address) => address === null || address.length <= limits.url),
  text: textField()
    .optional()
    .transform((text) => text || null),
  name: optional.refine((name) => name === null || name.length <= 200),
  timeZone: optional.refine((zone) => zone === null || isTimeZone(zone), 'time-zone'),
  /** What was filled in as the zone without anybody choosing it: files know better. Absent once somebody chose. */
  guessedZone: optional,
  source: optional.refine((name) => name === null || name.length <= limits.name),
  /** The id of the conference to make: whoever did not hear the answer asks for the same one again. */
  made: z.uuid().optional(),
  /** What was looked at, as `nameOfSeen` gives it. */
  seen: textField().max(100).optional(),
  /** Absent unless it was asked for. */
  format: optional.refine((format) => format === null || format.length <= limits.name),
  /** The guards that are ticked: "accept.many-gone" and the like. */
  accept: z.array(z.enum(guardCodes)),
  /** The changes that are ticked to be left out. */
  leave: z.array(textField().max(2 * limits.url)).max(limits.sessions),
  /** Absent unless the columns were shown: "column.title" and the like. */
  mapping: columnMappingSchema.optional(),
  /** Absent unless questions were shown: "answer.z-means-local" and the like. */
  answers: answersSchema.optional(),
})

/** The texts of the form, with its columns, its answers and what it says yes to gathered. */
export function fieldsOf(form: FormData): Record<string, unknown> {
  const texts = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))
  const gather = (prefix: string, names: readonly string[]) => {
    const given = names.flatMap((name) => (texts[`${prefix}.${name}`] ? [[name, texts[`${prefix}.${name}`]]] : []))
    return given.length > 0 ? Object.fromEntries(given) : undefined
  }
  const accept = guardCodes.filter((code) => texts[`accept.${code}`] === '1')
  return {
    ...texts,
    accept,
    leave: form.getAll('leave'),
    mapping: gather('column', csvFields),
    answers: gather('answer', Object.keys(questionChoices)),
  }
}

/** What of a report is shown: a few of the changes, in words. */
export function previewOf(report: BringInReport): BringInPreview {
  const { format, title, timeZone, standing, firstHours, counts, diffs, ...shown } = report
  const changes = diffs.flatMap((diff) => {
    const { kind, snapshot, fields } = diff
    return kind === 'unchanged' || (kind === 'added' && counts?.added === diffs.length)
      ? []
      : [
          {
            key: changeKey(diff),
            kind,
            title: snapshot.title,
            when: { dayOn: snapshot.dayOn, startAt: snapshot.startAt, endAt: snapshot.endAt },
            fields: fields.map((change) => ({ field: change.field, ...changedTexts(change.old, change.new) })),
          },
        ]
  })
  return {
    format: format ?? '',
    title,
    timeZone,
    counts: standing,
    firstHours,
    diff: counts,
    changes: changes.slice(0, MOST_CHANGES),
    problems: shown.problems,
    guards: shown.guards,
    affected: shown.affected,
    drafted: shown.drafted,
    candidates: shown.candidates,
    questions: shown.questions,
    mapping: shown.mapping,
    headers: shown.headers,
    reason: shown.reason,
    seen: nameOfSeen(diffs),
  }
}
