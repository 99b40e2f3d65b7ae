import { z } from 'zod'
import { idField, textField } from '@/lib/platform/fields'
import { tableColumns } from './columns'
import { MOST_TABLE_ROWS } from './limits'

const MOST_TEXT = 5_000

const cells = z.partialRecord(z.enum(tableColumns), textField().max(MOST_TEXT))

/** What a row is to say, and what it said where it was looked at; without an id it is a new one. */
const rowEdit = z.object({ id: idField().nullable(), set: cells, seen: cells })
export type RowEdit = z.output<typeof rowEdit>

const ids = (row: RowEdit) => row.id ?? []
export const rowsSchema = z
  .array(rowEdit)
  .max(MOST_TABLE_ROWS)
  .refine((rows) => new Set(rows.flatMap(ids)).size === rows.flatMap(ids).length, 'twice')
/** Rows that a step added, which goes back. */
export const addedSchema = z.array(idField()).max(MOST_TABLE_ROWS)
