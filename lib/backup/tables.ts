import type { ClientBase } from 'pg'

/** A table as a backup takes it: its columns, without those that Postgres reckons itself. */
export type BackedUpTable = { name: string; columns: string[] }

const COLUMNS = `
  SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
    AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  GROUP BY c.relname ORDER BY c.relname`

const REFERENCES = `
  SELECT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to"
  FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`

/**
 * All tables of ours, each after those that its rows refer to: in this order rows can be put back while every reference
 * is checked. A table that refers to itself is checked when all of it is there.
 *
 * @throws {Error} when tables refer to each other in a circle
 */
export async function listTables(client: ClientBase): Promise<BackedUpTable[]> {
  const { rows: tables } = await client.query<{ table: string; columns: string[] }>(COLUMNS)
  const { rows: references } = await client.query<{ from: string; to: string }>(REFERENCES)
  const left = new Map(tables.map(({ table, columns }) => [table, columns]))
  const ordered: BackedUpTable[] = []
  while (left.size > 0) {
    const ready = [...left].filter(([name]) =>
      references.every(({ from, to }) => plain(from) !== name || !left.has(plain(to))),
    )
    if (ready.length === 0) throw new Error(`These tables refer to each other: ${[...left.keys()].join(', ')}`)
    for (const [name, columns] of ready) {
      ordered.push({ name, columns })
      left.delete(name)
    }
  }
  return ordered
}

/** How COPY names them. */
export function copiedAs({ name, columns }: BackedUpTable): string {
  return `${quoted(name)} (${columns.map(quoted).join(', ')})`
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Postgres quotes a name where it must. */
function plain(name: string): string {
  return name.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')
}
