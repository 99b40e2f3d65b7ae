import type { ClientBase } from 'pg'
import { groupBy } from '@/lib/platform/collections/group-by'

/** A column of a table: its type as Postgres writes it, and whose `id` it refers to. */
export type Column = {
  table: string
  name: string
  type: string
  isKey: boolean
  /** May be absent. */
  optional: boolean
  to: string | null
}

const COLUMNS = `
  SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
    NOT a.attnotnull AS optional,
    coalesce((SELECT a.attnum = ANY(i.indkey::int[]) FROM pg_index i
      WHERE i.indrelid = c.oid AND i.indisprimary), false) AS "isKey",
    (SELECT p.relname FROM pg_constraint f JOIN pg_class p ON p.oid = f.confrelid
     WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.conkey = ARRAY[a.attnum]
       AND EXISTS (SELECT FROM pg_attribute b WHERE b.attrelid = p.oid AND b.attname = 'id'
         AND f.confkey = ARRAY[b.attnum])) AS "to"
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
    AND a.attgenerated = ''
  ORDER BY c.relname, a.attnum`

/** All columns of all tables, by table. */
export async function listColumns(client: ClientBase): Promise<ReadonlyMap<string, Column[]>> {
  const { rows } = await client.query<Column>(COLUMNS)
  return groupBy(rows, ({ table }) => table)
}
