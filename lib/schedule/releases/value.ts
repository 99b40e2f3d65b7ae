import { snapshotSchema, type FieldValue, type SessionField } from '@/lib/program/snapshot'

/** A value of the history as the field that it is of; undefined where it is none, as older versions may have it. */
export function valueOf(field: SessionField, value: unknown): FieldValue | undefined {
  return snapshotSchema.partial().safeParse({ [field]: value ?? null }).data?.[field]
}
