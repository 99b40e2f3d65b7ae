import type { ClientBase } from 'pg'
import { belongings } from './belongings'
import type { BackupRow } from './rows'
import type { ReturnWay } from './standing'

/** What becomes of a row where it is put; null: it stays away. */
export type Shape = (table: string, row: BackupRow) => BackupRow | null

type Given = { way: ReturnWay; address: string; conferenceId: string; people: readonly string[]; now: Date }

/**
 * How rows of a backup become rows of here: the conference gets its address and is out of any bin, nothing begins by
 * itself because of it, and no two things of one author have one address.
 * @param client sees what is here before anything is put
 */
export async function shaping(client: ClientBase, given: Given): Promise<Shape> {
  const { way, address, now } = given
  const here = await listHere(client, given.conferenceId)
  const slugs = await listSlugs(client, given.people)
  const authors = new Map<string, string>()

  const shapes: Record<string, (row: BackupRow) => BackupRow> = {
    Conference: (row) => ({
      ...row,
      slug: address,
      visibility: way === 'copy' ? 'private' : (row.visibilityBefore ?? row.visibility ?? 'private'),
      ...{ visibilityBefore: null, deletedAt: null, takenDownAt: null },
    }),
    Source: (row) => ({
      ...row,
      checkingUntil: null,
      ...(way === 'copy' && { checkMinutes: '0', nextCheckAt: null }),
    }),
    // Told when it was news, or never.
    Alert: (row) => ({
      ...row,
      doneAt: row.doneAt ?? now.toISOString(),
      outcome: row.doneAt ? (row.outcome ?? null) : 'expired',
    }),
    Series: (row) => ({ ...row, slug: slugs.take(`Series ${row.userId}`, row.slug, row.id) }),
    Recap(row) {
      authors.set(row.id ?? '', row.userId ?? '')
      return row
    },
    Publication: (row) => ({
      ...row,
      slug: slugs.take(`Recap ${authors.get(row.recapId ?? '')}`, row.slug, row.recapId),
    }),
  }

  return (table, row) => {
    const [column, parent] = belongings[table]?.with ?? []
    if (column && parent && here.has(`${parent} ${row[column]}`)) return null
    return (shapes[table] ?? ((same: BackupRow) => same))(row)
  }
}

/** What of a conference's people is here already, of what others go along with. */
async function listHere(client: ClientBase, conferenceId: string): Promise<Set<string>> {
  const here = new Set<string>()
  for (const table of ['Group', 'Note', 'FeedToken', 'Recap'])
    for (const { id } of (
      await client.query<{ id: string }>(
        `SELECT id FROM "${table}" WHERE "conferenceId" = $1 ${table === 'Recap' ? 'OR "conferenceId" IS NULL' : ''}`,
        [conferenceId],
      )
    ).rows)
      here.add(`${table} ${id}`)
  return here
}

/** The addresses that authors have given, and a free one like a wanted one. */
async function listSlugs(client: ClientBase, people: readonly string[]) {
  const { rows } = await client.query<{ author: string; slug: string; of: string }>(
    `SELECT 'Series ' || "userId" AS author, slug, id AS of FROM "Series" WHERE "userId" = ANY($1::uuid[])
     UNION SELECT 'Recap ' || r."userId", p.slug, r.id FROM "Publication" p JOIN "Recap" r ON r.id = p."recapId"
     WHERE r."userId" = ANY($1::uuid[])`,
    [people],
  )
  const taken = new Map(rows.map(({ author, slug, of }) => [`${author} ${slug}`, of]))
  return {
    take(author: string, slug: string | null | undefined, of: string | null | undefined) {
      for (let number = 1; ; number++) {
        const wanted = number === 1 ? `${slug}` : `${slug}-${number}`
        const holder = taken.get(`${author} ${wanted}`)
        if (holder !== undefined && holder !== of) continue
        taken.set(`${author} ${wanted}`, `${of}`)
        return wanted
      }
    },
  }
}
