import type { ClientBase } from 'pg'
import { quoted } from '../tables'
import { rowsOf } from './belongings'
import type { Column } from './columns'

/** A row on its way: each value as Postgres writes it, by its column. */
export type BackupRow = Record<string, string | null>

/** So many at a time: a note with all that was ever typed into it is a large row. */
const AT_ONCE = 50

/**
 * The rows of one table that are a conference's, some at a time, in a transaction of the caller's.
 * @param rename gives what an id becomes; every text that names it, be it deep within JSON, names it anew
 */
export async function* readBackupRows(
  client: ClientBase,
  table: string,
  columns: readonly Column[],
  conferenceId: string,
  rename: (text: string) => string,
): AsyncGenerator<BackupRow[]> {
  const names = columns.map(({ name }) => `'${name}'`).join()
  const values = columns.map(({ name }) => `${quoted(name)}::text`).join()
  const order = columns.flatMap(({ name, isKey }) => (isKey ? quoted(name) : [])).join()
  await client.query(
    `DECLARE read NO SCROLL CURSOR FOR
     SELECT jsonb_object(ARRAY[${names}], ARRAY[${values}])::text AS row
     FROM ${quoted(table)} WHERE ${rowsOf(table, conferenceId)} ORDER BY ${order}`,
  )
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${AT_ONCE} FROM read`)
    if (rows.length === 0) break
    yield rows.map(({ row }): BackupRow => JSON.parse(rename(row)))
  }
  await client.query('CLOSE read')
}

/** How rows go into a table: what becomes of one that is there, and of what it refers to. */
export type Insertion = {
  /** A row of the same key is what this one says from now on. */
  replaces: boolean
  /** Columns that stand in rows of the same key, if these say nothing. */
  fills: readonly string[]
}

/**
 * Puts rows into a table. What may be absent and refers to something that is not here is absent; what refers to the
 * same table is absent for now (linkRows). A person's number is that of their counter.
 */
export async function putRows(
  client: ClientBase,
  columns: readonly Column[],
  rows: readonly BackupRow[],
  insertion: Insertion,
): Promise<void> {
  const [first] = columns
  if (!first || rows.length === 0) return
  const names = columns.map(({ name }) => quoted(name)).join()
  await client.query(
    `INSERT INTO ${quoted(first.table)} AS kept (${names})
     SELECT ${columns.map(valueOf).join()} FROM jsonb_array_elements($1::jsonb) AS r
     ON CONFLICT ${conflictOf(columns, insertion)}`,
    [JSON.stringify(rows)],
  )
}

/** What rows say of others of their own table. */
export function selfLinksOf(columns: readonly Column[], rows: readonly BackupRow[]): BackupRow[] {
  const own = columns.filter(({ table, to }) => to === table)
  if (own.length === 0) return []
  return rows.map((row) => ({
    id: row.id ?? null,
    ...Object.fromEntries(own.map(({ name }) => [name, row[name] ?? null])),
  }))
}

/** Lets rows refer to others of their own table, once all are there. @param links as `selfLinksOf` gave them */
export async function linkRows(
  client: ClientBase,
  columns: readonly Column[],
  links: readonly BackupRow[],
): Promise<void> {
  for (const { table, name, to } of columns)
    if (to === table && links.length > 0)
      await client.query(
        `UPDATE ${quoted(table)} AS kept SET ${quoted(name)} = (r->>'${name}')::uuid
         FROM jsonb_array_elements($1::jsonb) AS r
         WHERE kept.id = (r->>'id')::uuid AND EXISTS (
           SELECT FROM ${quoted(table)} AS other WHERE other.id = (r->>'${name}')::uuid)`,
        [JSON.stringify(links)],
      )
}

function valueOf({ table, name, type, optional, to }: Column): string {
  const value = `(r->>'${name}')::${type}`
  if (to === table) return 'NULL'
  if (to && optional) return `(SELECT p.id FROM ${quoted(to)} p WHERE p.id = ${value})`
  if (isCounted({ table, name, type })) return `(SELECT u.revision FROM "User" u WHERE u.id = (r->>'userId')::uuid)`
  return value
}

/** The number of a person's counter at its last write, by which their devices know what is new. */
export function isCounted({ table, name, type }: Pick<Column, 'table' | 'name' | 'type'>): boolean {
  return table !== 'User' && name === 'revision' && type === 'bigint'
}

function conflictOf(columns: readonly Column[], { replaces, fills }: Insertion): string {
  const keys = columns.flatMap(({ name, isKey }) => (isKey ? quoted(name) : [])).join()
  const others = columns.filter(({ isKey }) => !isKey).map(({ name }) => quoted(name))
  if (replaces && others.length > 0)
    return `(${keys}) DO UPDATE SET ${others.map((name) => `${name} = EXCLUDED.${name}`).join()}`
  if (fills.length > 0)
    return `(${keys}) DO UPDATE SET ${fills
      .map((name) => `${quoted(name)} = coalesce(kept.${quoted(name)}, EXCLUDED.${quoted(name)})`)
      .join()}`
  return 'DO NOTHING'
}
