import type { ClientBase } from 'pg'
import { InstallationRefusal } from '../refusal'
import { wayBack, type OwnersLeft } from './way-back'

/**
 * How a conference comes back: `new`, where it is not here; `again`, where its programme was purged and people's notes
 * wait for it; `copy`, with ids of its own beside the one that is here.
 */
export type ReturnWay = 'new' | 'again' | 'copy'

type Here = OwnersLeft & {
  id: string
  slug: string
  name: string
  isPurged: boolean
  isDeleted: boolean
  isTakenDown: boolean
  version: number
  lastNumber: number
}

export type ReturnPlan = {
  way: ReturnWay
  address: string
  /** The version and the number that were given out last, as far as it is known here. */
  last: { version: number; number: number }
}

const OWNERS = `SELECT u."blockedAt" FROM "Membership" m JOIN "User" u ON u.id = m."userId"
  WHERE m."conferenceId" = c.id AND m.role = 'owner'`

/**
 * Decides how it comes back, and takes the row of the one that is here, if any, for the rest of the transaction.
 * @param as the address that was asked for; absent: its own
 * @throws {InstallationRefusal} when that is taken, or it is here and no other address was asked for
 */
export async function planReturn(
  client: ClientBase,
  { id, slug }: { id: string; slug: string },
  as: string | undefined,
): Promise<ReturnPlan> {
  const address = as ?? slug
  const { rows } = await client.query<Here>(
    `SELECT id, slug, name, "purgedAt" IS NOT NULL AS "isPurged", "deletedAt" IS NOT NULL AS "isDeleted",
       "takenDownAt" IS NOT NULL AS "isTakenDown", version, "lastNumber",
       (SELECT count(*) FROM (${OWNERS}) AS o)::int AS owners,
       (SELECT count(*) FROM (${OWNERS}) AS o WHERE o."blockedAt" IS NULL)::int AS unblocked
     FROM "Conference" AS c WHERE id = $1 OR slug = $2 ORDER BY id FOR NO KEY UPDATE`,
    [id, address],
  )
  const same = rows.find((one) => one.id === id)
  const other = rows.find((one) => one.slug === address && (one.id !== id || as !== undefined))
  if (same && !same.isPurged && as === undefined) throw new InstallationRefusal(`${whereIs(same)} ${BESIDE}`)
  if (other) throw new InstallationRefusal(`${address} is the address of ${other.name}. Name another one with --as.`)
  if (!same?.isPurged) return { way: same ? 'copy' : 'new', address, last: { version: 0, number: 0 } }
  return { way: 'again', address, last: { version: same.version, number: same.lastNumber } }
}

const BESIDE = 'With --as ADDRESS what the backup holds of its programme is put beside it.'

function whereIs({ name, slug, isDeleted, isTakenDown, ...left }: Here): string {
  if (isTakenDown) return `${name} is here, taken down: the operator puts it back under This installation.`
  if (isDeleted) return `${name} is here, deleted: ${wayBack(slug, left)}`
  return `${name} is here, as ${slug}.`
}
