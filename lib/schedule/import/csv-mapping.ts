import { z } from 'zod'

/** The fields of a session that a column of a table can hold. */
export const csvFields = ['id', 'title', 'day', 'start', 'end', 'duration', 'room', 'track', 'kind', 'colocated', 'speakers', 'company', 'description', 'language', 'url', 'capacity'] as const
export type CsvField = (typeof csvFields)[number]

/** Which column (by its header) holds which field; a field without a column is absent. */
export const columnMappingSchema = z.partialRecord(z.enum(csvFields), z.string())
export type ColumnMapping = z.output<typeof columnMappingSchema>
