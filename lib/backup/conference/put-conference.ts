import type { ClientBase } from 'pg'
import { InstallationRefusal } from '../refusal'
import { listTables } from '../tables'
import { PLAIN_FORMS } from '../write-installation'
import { belongings, rowsOf } from './belongings'
import { listColumns } from './columns'
import { renaming, newIds } from './ids'
import { makeAccounts, matchAccounts, ownersOf, raiseCounters, type BackedUpConference, type Owner } from './people'
import { putRows, linkRows, selfLinksOf, readBackupRows, type Insertion, type BackupRow } from './rows'
import { shaping } from './shape'
import { planReturn, type ReturnPlan, type ReturnWay } from './standing'

export type PutOptions = {
  /** To the backup, put into a database beside, with the tables of this version… */
  from: ClientBase
  /** …and to the installation, both in a transaction of the caller's. */
  to: ClientBase
  conference: { id: string; slug: string }
  /** The address that it is to have; absent: its own. */
  as?: string | undefined
  /** Since when somebody is blocked here who has no account (any more). */
  blockedSince: (email: string) => Promise<Date | null>
  now: Date
}

export type PutConference = {
  /** Its id here. */
  id: string
  way: ReturnWay
  address: string
  /** How many rows each table got. */
  rows: Record<string, number>
  /** The keys of its pictures here, by those of the backup. */
  pictures: Map<string, string>
  accounts: { known: number; made: number }
  /** Who owns it here, by their address. */
  owners: Owner[]
}

/**
 * So many versions and numbers of sessions are passed over: those that were given out after the backup mean something
 * else to devices and in links.
 */
const PASSED_OVER = 1_000

/**
 * Puts one conference of a backup into an installation that holds others: its rows, each where it is not yet, people by
 * their accounts. Every trigger runs, so that screens and devices hear of it.
 * @throws {InstallationRefusal} when it is here, or its address is taken
 */
export async function putConference({ from, to, conference, as, ...given }: PutOptions): Promise<PutConference> {
  for (const client of [from, to]) await client.query(PLAIN_FORMS)
  const { way, address, last } = await planReturn(to, conference, as)
  const columns = await listColumns(to)
  const tables = (await listTables(to)).flatMap(({ name }) => (isTaken(name, way) ? name : []))
  const scope: BackedUpConference = { tables, columns, conferenceId: conference.id }
  const accounts = await matchAccounts(from, to, scope)
  const fresh = way === 'copy' ? newIds(await listIds(from, scope)) : new Map<string, string>()
  const ids = new Map([...fresh, ...accounts.ids])
  await makeAccounts(to, columns, accounts.unknown, given.blockedSince, given.now)
  await raiseCounters(to, from, scope, accounts.ids)
  const conferenceId = ids.get(conference.id) ?? conference.id
  const shape = await shaping(to, { way, address, conferenceId, people: accounts.all, now: given.now })
  const put: PutConference = {
    id: conferenceId,
    way,
    address,
    rows: {},
    pictures: new Map(),
    accounts: { known: accounts.known, made: accounts.unknown.length },
    owners: [],
  }
  const old = new Map([...ids].map(([before, after]) => [after, before]))
  for (const table of tables) {
    const read = readBackupRows(from, table, columns.get(table) ?? [], conference.id, renaming(ids))
    await putTable(table, read)
  }
  await finish(to, conferenceId, { way, last }, given.now)
  return { ...put, owners: await ownersOf(to, conferenceId, accounts.unknown) }

  async function putTable(table: string, read: AsyncGenerator<BackupRow[]>): Promise<void> {
    const own = columns.get(table) ?? []
    const linked: BackupRow[] = []
    let count = 0
    for await (const some of read) {
      const rows = some.map((row) => shape(table, row)).filter((row) => row !== null)
      await putRows(to, own, rows, insertionOf(table))
      linked.push(...selfLinksOf(own, rows))
      for (const row of rows) notePicture(table, row)
      count += rows.length
    }
    await linkRows(to, own, linked)
    // What two accounts picked that are one here is picked once.
    if (new Set(accounts.all).size === accounts.all.length) await compareCount(to, table, conferenceId, count)
    put.rows[table] = count
  }

  function notePicture(table: string, row: BackupRow): void {
    const key = table === 'Photo' ? row.id : table === 'Floor' ? row.pictureId : null
    if (key) put.pictures.set(old.get(key) ?? key, key)
  }
}

function isTaken(table: string, way: ReturnWay): boolean {
  const kind = belongings[table]?.kind
  return kind !== undefined && (way !== 'copy' || kind === 'programme' || kind === 'roles')
}

/** Of a programme the backup's is what it is from now on; of people's words those that are here. */
function insertionOf(table: string): Insertion {
  const isPersonal = table === 'Recap' || table === 'Series'
  return { replaces: belongings[table]?.kind === 'programme', fills: isPersonal ? ['conferenceId'] : [] }
}

/** All that a copy has to name anew: whatever is a key and nobody's account, and the pictures of floors. */
async function listIds(from: ClientBase, { tables, columns, conferenceId }: BackedUpConference): Promise<string[]> {
  const named = tables.flatMap((table) =>
    (columns.get(table) ?? [])
      .filter(({ name, type, isKey, to }) => type === 'uuid' && to !== 'User' && (isKey || name === 'pictureId'))
      .map(({ name }) => `SELECT "${name}" AS id FROM "${table}" WHERE (${rowsOf(table, conferenceId)})`),
  )
  return (await from.query<{ id: string }>(named.join(' UNION '))).rows.map(({ id }) => id)
}

async function compareCount(to: ClientBase, table: string, conferenceId: string, wanted: number): Promise<void> {
  const { rows } = await to.query<{ count: string }>(
    `SELECT count(*) FROM "${table}" WHERE ${rowsOf(table, conferenceId)}`,
  )
  if (Number(rows[0]?.count) < wanted)
    throw new InstallationRefusal(`${rows[0]?.count} rows of ${table} would be there in place of ${wanted}.`)
}

/** Tells every screen, and passes over what was given out since. */
async function finish(
  to: ClientBase,
  conferenceId: string,
  { way, last }: Pick<ReturnPlan, 'way' | 'last'>,
  now: Date,
): Promise<void> {
  await to.query(
    `UPDATE "Conference" SET version = greatest(version + $2, $3 + 1), "lastNumber" = greatest("lastNumber" + $2, $4),
       "updatedAt" = greatest($5::timestamptz, date_trunc('second', "updatedAt") + interval '1 second')
     WHERE id = $1`,
    [conferenceId, way === 'copy' ? 0 : PASSED_OVER, last.version, last.number, now.toISOString()],
  )
}
