import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { PrismaClient } from '@/generated/prisma/client'

/** Memory after everything that nobody holds was let go of, in MB; needs --expose-gc. */
export function memory(): { heap: number; resident: number } {
  for (let times = 0; times < 3; times++) globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  return { heap: Math.round((heapUsed / 2 ** 20) * 10) / 10, resident: Math.round(rss / 2 ** 20) }
}

/** Rows by table, of which there are any. */
export async function rowsByTable(db: PrismaClient): Promise<Map<string, number>> {
  const tables = await db.$queryRaw<{ name: string; rows: bigint }[]>`
    SELECT t.table_schema || '.' || t.table_name AS name,
      (xpath('/row/c/text()', query_to_xml(
        format('SELECT count(*) AS c FROM %I.%I', t.table_schema, t.table_name), false, true, '')))[1]::text::bigint
        AS rows
    FROM information_schema.tables t
    WHERE t.table_schema IN ('public', 'pgboss') AND t.table_type = 'BASE TABLE'`
  return new Map(
    tables
      .filter(({ rows }) => rows > 0)
      .map(({ name, rows }) => [name.replace('public.', ''), Number(rows)] as const)
      .toSorted(([one], [other]) => one.localeCompare(other)),
  )
}

/** How many files lie below a folder, and their kilobytes. */
export function filesBelow(folder: string): { files: number; kB: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const bytes = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0)
  return { files: files.length, kB: Math.round(bytes / 1024) }
}

/** A line for memory, files, and each table of which there are other rows at the end than at the beginning. */
export function printWeighed(weighed: { rows: Map<string, number>; memory: object; files: object }[]): void {
  const tables = [...new Set(weighed.flatMap(({ rows }) => [...rows.keys()]))]
  const lines = tables.map((table) => [table, ...weighed.map(({ rows }) => rows.get(table) ?? 0)])
  console.table(weighed.map(({ memory, files }, day) => ({ day, ...memory, ...files })))
  for (const line of lines.filter(([, ...rows]) => new Set(rows).size > 1)) console.log(line.join('  '))
}
