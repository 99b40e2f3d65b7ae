import { z } from 'zod'
import { textField } from '@/lib/platform/fields'

/** The fields of a session that a column of a table can hold. `status` says whether a row is published or cancelled. */
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
  'company',
  'description',
  'language',
  'url',
  'capacity',
  'status',
] as const
export type CsvField = (typeof csvFields)[number]

/**
 * Which column (by its header) holds which field; a field without a column is absent. A column without a header is
 * named "Column 3" by its place; the second of two columns of one name is "Name (2)".
 */
export const columnMappingSchema = z.partialRecord(z.enum(csvFields), textField())
export type ColumnMapping = z.output<typeof columnMappingSchema>
