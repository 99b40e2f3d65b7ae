import type { ClientBase } from 'pg'
import { quoted } from '../tables'
import { rowsOf } from './belongings'
import type { Column } from './columns'
import { putRows, isCounted, type BackupRow } from './rows'

/** Accounts of a backup, by what they are here. */
export type Accounts = {
  /** Ids here by those of the backup, where they differ. */
  ids: Map<string, string>
  /** Those who have none here, under the ids of the backup. */
  unknown: BackupRow[]
  /** How many have one. */
  known: number
  /** All of them, by their ids here; two of the backup may be one. */
  all: string[]
}

/** Which rows: of these tables, as they are, of one conference. */
export type BackedUpConference = {
  tables: readonly string[]
  columns: ReadonlyMap<string, Column[]>
  conferenceId: string
}

type Known = { id: string; email: string }

/**
 * Finds the accounts of all who are named in a conference's rows: by their address, else by their id, should they have
 * another address since.
 * @param tables those whose rows are restored
 */
export async function matchAccounts(
  from: ClientBase,
  to: ClientBase,
  { tables, columns, conferenceId }: BackedUpConference,
): Promise<Accounts> {
  const named = tables.flatMap((table) =>
    (columns.get(table) ?? [])
      .filter((column) => column.to === 'User')
      .map(({ name }) => `SELECT ${quoted(name)} FROM ${quoted(table)} WHERE (${rowsOf(table, conferenceId)})`),
  )
  const { rows } = await from.query<BackupRow & Known>(
    `SELECT id, email, name, handle, language, "createdAt"::text, "blockedAt"::text FROM "User"
     WHERE id IN (${named.join(' UNION ')}) ORDER BY id`,
  )
  const { rows: here } = await to.query<Known>(
    'SELECT id, email FROM "User" WHERE email = ANY($1) OR id = ANY($2::uuid[])',
    [rows.map(({ email }) => email), rows.map(({ id }) => id)],
  )
  const [byEmail, byId] = [new Map(here.map((one) => [one.email, one])), new Map(here.map((one) => [one.id, one]))]
  const ids = new Map<string, string>()
  const unknown: BackupRow[] = []
  for (const person of rows) {
    const account = byEmail.get(person.email) ?? byId.get(person.id)
    if (!account) unknown.push(person)
    else if (account.id !== person.id) ids.set(person.id, account.id)
  }
  const known = rows.length - unknown.length
  return { ids, unknown, known, all: rows.map(({ id }) => ids.get(id) ?? id) }
}

/**
 * Makes accounts for those who have none: nobody is signed in to them, and an address of an author's that somebody
 * else has meanwhile stays with whoever has it.
 */
export async function makeAccounts(
  client: ClientBase,
  columns: BackedUpConference['columns'],
  unknown: readonly BackupRow[],
  blockedSince: (email: string) => Promise<Date | null>,
  now: Date,
): Promise<void> {
  const { rows: taken } = await client.query<{ handle: string }>('SELECT handle FROM "User" WHERE handle = ANY($1)', [
    unknown.map(({ handle }) => handle),
  ])
  const handles = new Set(taken.map(({ handle }) => handle))
  const rows: BackupRow[] = []
  for (const person of unknown) {
    const blockedAt = (await blockedSince(person.email ?? ''))?.toISOString() ?? person.blockedAt ?? null
    const handle = person.handle && !handles.has(person.handle) ? person.handle : null
    rows.push({ ...person, handle, blockedAt, validFrom: now.toISOString(), revision: '0' })
  }
  await putRows(client, columns.get('User') ?? [], rows, { replaces: false, fills: [] })
}

/**
 * Takes the rows of all whose devices are to hear of what is restored, in the order in which everybody takes them, and
 * raises their counters. The marks of their histories go: a device compares what it holds with what is here, and says
 * again what came after the backup.
 */
export async function raiseCounters(
  client: ClientBase,
  from: ClientBase,
  { tables, columns, conferenceId }: BackedUpConference,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const counted = tables.filter((table) => columns.get(table)?.some(isCounted))
  if (counted.length === 0) return
  const named = counted.map((table) => `SELECT "userId" FROM ${quoted(table)} WHERE (${rowsOf(table, conferenceId)})`)
  const { rows } = await from.query<{ userId: string }>(named.join(' UNION '))
  const people = rows.map(({ userId }) => ids.get(userId) ?? userId)
  await client.query('SELECT 1 FROM "User" WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [people])
  await client.query('UPDATE "User" SET revision = revision + 1 WHERE id = ANY($1::uuid[])', [people])
  await client.query('DELETE FROM "SyncMark" WHERE "userId" = ANY($1::uuid[])', [people])
}

/** Somebody who owns a conference: have they had an account before, and may they come in? */
export type Owner = { email: string; isNew: boolean; isBlocked: boolean }

/** The owners of a conference, once it is put. @param made who got an account by that */
export async function ownersOf(client: ClientBase, conferenceId: string, made: readonly BackupRow[]): Promise<Owner[]> {
  const { rows } = await client.query<Known & { isBlocked: boolean }>(
    `SELECT u.id, u.email, u."blockedAt" IS NOT NULL AS "isBlocked"
     FROM "Membership" m JOIN "User" u ON u.id = m."userId"
     WHERE m."conferenceId" = $1 AND m.role = 'owner' ORDER BY u.email`,
    [conferenceId],
  )
  const fresh = new Set(made.map(({ id }) => id))
  return rows.map(({ id, email, isBlocked }) => ({ email, isBlocked, isNew: fresh.has(id) }))
}
