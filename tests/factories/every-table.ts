import { randomBytes, randomUUID } from 'node:crypto'
import type { ClientBase } from 'pg'
import { listTables, quoted } from '@/lib/backup/tables'

type Column = {
  table: string
  column: string
  type: string
  optional: boolean
  to: string | null
  labels: string[] | null
}

const COLUMNS = `
  SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, NULL) AS type,
    NOT a.attnotnull AS optional,
    (SELECT p.relname FROM pg_constraint f JOIN pg_class p ON p.oid = f.confrelid
     WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.conkey = ARRAY[a.attnum] AND f.confkey = ARRAY[1::smallint]
     LIMIT 1) AS "to",
    (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder)
     FROM pg_enum e WHERE e.enumtypid = a.atttypid) AS labels
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
    AND a.attgenerated = ''
  ORDER BY a.attnum`

/** What COPY has to write in another way. */
const AWKWARD = 'tab\t line\n return\r back\\slash \\N \\. “é” 🦉 \u202e שלום'

/** Lets rows be made up that no code of ours would write: how they are copied is not their checks' matter. */
export async function dropChecks(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `SELECT conrelid::regclass::text AS "table", conname AS name FROM pg_constraint
     WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
  )
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`)
}

/**
 * Puts rows into every table that there is, a new one as well: two that refer to what is there, and one with nothing
 * in it that may be absent.
 */
export async function fillEveryTable(client: ClientBase): Promise<void> {
  const { rows: columns } = await client.query<Column>(COLUMNS)
  for (const { name } of await listTables(client)) {
    const own = columns.filter(({ table }) => table === name)
    for (const number of [1, 2, 3]) {
      const values: Record<string, unknown> = {}
      for (const column of own) values[column.column] = await valueOf(client, column, number)
      const names = Object.keys(values)
      const places = names.map((_, at) => `$${at + 1}`)
      await client.query(
        `INSERT INTO ${quoted(name)} (${names.map(quoted).join()}) VALUES (${places.join()})`,
        Object.values(values),
      )
    }
  }
}

async function valueOf(client: ClientBase, column: Column, number: number): Promise<unknown> {
  const { table, type, optional, to, labels } = column
  if (optional && (number === 3 || to === table)) return null
  if (to) {
    const text = `SELECT * FROM ${quoted(to)} OFFSET ${number - 1} LIMIT 1`
    const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' })
    return rows[0]?.[0]
  }
  if (labels) return labels[number % labels.length]
  const values: Record<string, () => unknown> = {
    uuid: () => randomUUID(),
    text: () => `${AWKWARD} ${number}`,
    'character varying': () => `${AWKWARD} ${number}`,
    'text[]': () => [AWKWARD, '', 'null'],
    'uuid[]': () => [randomUUID()],
    integer: () => number,
    smallint: () => number,
    bigint: () => `900719925474099${number}`,
    'double precision': () => 0.1 + number,
    boolean: () => number === 2,
    jsonb: () => JSON.stringify({ text: AWKWARD, list: [1, null, { deep: true }] }),
    bytea: () => randomBytes(70),
    'timestamp with time zone': () => `2026-03-29T0${number}:30:00.123+02:00`,
    'timestamp without time zone': () => `2026-03-29T0${number}:30:00.123`,
    date: () => `2026-03-2${number}`,
    inet: () => `10.0.0.${number}`,
  }
  const make = values[type] ?? (type.endsWith('[]') ? () => [] : undefined)
  if (!make) throw new Error(`${table} has a column of type ${type}: say in tests/factories what such a value is`)
  return make()
}
