import { z } from 'zod'
import {
  overridableFields,
  sessionFields,
  snapshotSchema,
  type FieldValue,
  type OverridableField,
  type Snapshot,
} from '@/lib/program/snapshot'

/** A session's fields and whether it is cancelled, as far as somebody decided them. */
export const ownValuesSchema = snapshotSchema
  .pick({
    title: true,
    description: true,
    kind: true,
    dayOn: true,
    startAt: true,
    endAt: true,
    rooms: true,
    track: true,
    colocated: true,
    speakers: true,
    language: true,
    url: true,
    capacity: true,
  })
  // Without what they are where nothing is said: here that is no value.
  .extend({
    level: snapshotSchema.shape.level.unwrap(),
    flags: snapshotSchema.shape.flags.unwrap(),
    slidesUrl: snapshotSchema.shape.slidesUrl.unwrap(),
    replayUrl: snapshotSchema.shape.replayUrl.unwrap(),
    cancelled: z.boolean(),
  })
  .partial()
export type OwnValues = z.output<typeof ownValuesSchema>

const times: readonly OverridableField[] = ['dayOn', 'startAt', 'endAt']

/** What is given back with a field: a day without its hours would be another time. */
export function togetherWith(field: OverridableField): readonly OverridableField[] {
  return times.includes(field) ? times : [field]
}

/** The decided fields, in groups that are given back as one. */
export function decidedGroups(overridden: ReadonlySet<OverridableField>): OverridableField[][] {
  const groups = overridableFields
    .filter((field) => overridden.has(field))
    .map((field) => togetherWith(field).filter((one) => overridden.has(one)))
  return groups.filter(([first], index) => groups.findIndex(([other]) => other === first) === index)
}

/** The values of some fields in what a session says. */
export function saidValues(said: Snapshot, fields: readonly OverridableField[]): OwnValues {
  const names = fields.map((field) => (field === 'status' ? 'cancelled' : field))
  return ownValuesSchema.parse(Object.fromEntries(names.map((name) => [name, said[name]])))
}

/** The same as overrides have them, by field. */
export function ownFieldsOf(own: OwnValues): [OverridableField, FieldValue][] {
  const fields = sessionFields.flatMap((field): [OverridableField, FieldValue][] => {
    const value = own[field]
    return value === undefined ? [] : [[field, value]]
  })
  if (own.cancelled === undefined) return fields
  return [...fields, ['status', own.cancelled ? 'cancelled' : 'confirmed']]
}

/** What a session shows of a field, as overrides have it. */
export function shownOf(shown: Snapshot, field: OverridableField): FieldValue {
  return field === 'status' ? (shown.cancelled ? 'cancelled' : 'confirmed') : shown[field]
}

/** What overrides say of a session's fields. */
export function ownValuesOf(decided: ReadonlyMap<string, unknown>): OwnValues {
  const { status, ...values } = Object.fromEntries(decided)
  return ownValuesSchema.parse(status === undefined ? values : { ...values, cancelled: status === 'cancelled' })
}
