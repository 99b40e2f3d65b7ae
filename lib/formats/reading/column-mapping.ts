import { z } from 'zod'
import { textField } from '@/lib/platform/fields'

/**
 * The fields of a session that a column of a table can hold. `status` says whether a row is published or cancelled;
 * `soldOut` that no seat is left, `registration` that it asks for one of its own.
 */
export const csvFields = [
  'id',
  'title',
  'day',
  'start',
  'end',
  'duration',
  'room',
  'track',
  'kind',
  'colocated',
  'speakers',
  'moderators',
  'company',
  'description',
  'language',
  'url',
  'capacity',
  'status',
  'level',
  'soldOut',
  'registration',
  'slides',
  'replay',
] as const
export type CsvField = (typeof csvFields)[number]

/**
 * Which column (by its header) holds which field; a field without a column is absent. A column without a header is
 * named "Column 3" by its place; the second of two columns of one name is "Name (2)".
 */
export const columnMappingSchema = z.partialRecord(z.enum(csvFields), textField())
export type ColumnMapping = z.output<typeof columnMappingSchema>
