import type { Prisma, ReleaseKind } from '@/generated/prisma/client'
import { calledOf } from '@/lib/people/called'
import type { Database } from '@/lib/platform/db'
import { changeOf } from '../read/list-changes'
import { foldChanges, type ReleaseChange, type ReleaseChangeKind } from './compare'

const MOST = 100

export type Release = {
  number: number
  kind: ReleaseKind
  /** What was brought in, and the name of its source. */
  source: string | null
  /** Of two parts made one: which, and what it became; of a name that is several, or one of its own again: it. */
  subject: string | null
  into: string | null
  /** Of a name that means several rooms: they, by name. */
  rooms: string[]
  /** Of a published draft: what its publisher said of it. */
  note: string | null
  /** Of a merge that stands: it, to be taken back. */
  merge: string | null
  /** What whoever made it is called; null: the machine, or several people. */
  by: string | null
  /** Nobody asked for it: a check of the source found it. */
  isByItself: boolean
  /** Of a draft: it came by itself, at the time that its publisher had planned. */
  isPlanned: boolean
  /** Of an import: somebody asked for it whose account is gone. */
  isByGone: boolean
  at: Date
  /** Of an undo: the number of what it takes back; of what was taken back: by which. */
  undoes: number | null
  undoneBy: number | null
  /** Of an undo: how many sessions of what it takes back it left as they were changed since. */ left: number
  counts: Record<ReleaseChangeKind, number>
}

/** A conference's last 100 releases, the latest first, with how many sessions changed in each. */
export async function listReleases(db: Database, conferenceId: string): Promise<Release[]> {
  const rows = await db.release.findMany({ where: { conferenceId }, orderBy: { number: 'desc' }, take: MOST, select })
  const oldest = rows.at(-1)?.sinceVersion ?? 0
  const changes = await db.change.findMany({
    where: { conferenceId, version: { gt: oldest } },
    orderBy: [{ version: 'asc' }, { id: 'asc' }],
  })
  const history = changes.map(changeOf)
  const changedIn = (range: Range) => foldChanges(history.filter(({ version }) => isWithin(range, version)))
  return rows.map((row) => {
    const [changed, undone] = [changedIn(row), row.undoes ? changedIn(row.undoes) : []]
    return { ...releaseOf(row), counts: countKinds(changed), left: countLeft(undone, changed) }
  })
}

/** The numbers of the last 100 releases before this one, the latest first. */
export async function listEarlierNumbers(db: Database, conferenceId: string, number: number): Promise<number[]> {
  const rows = await db.release.findMany({
    where: { conferenceId, number: { lt: number } },
    orderBy: { number: 'desc' },
    take: MOST,
    select: { number: true },
  })
  return rows.map((row) => row.number)
}

/** What is different between two releases. */
export type Comparison = {
  /** Null: as it was before the first release. */
  from: number | null
  to: Release
  /** With the title that each session has now, and the number in its address. */
  changes: (ReleaseChange & { title: string; number: number })[]
}

/**
 * What one release changed, or what is different at it since an earlier one.
 * @param since the number of the earlier one; null: the one before
 * @returns null where there is no such release
 */
export async function compareReleases(
  db: Database,
  conferenceId: string,
  number: number,
  since: number | null,
): Promise<Comparison | null> {
  const wanted = [number, since ?? number - 1]
  const rows = await db.release.findMany({ where: { conferenceId, number: { in: wanted } }, select })
  const [to, from] = wanted.map((one) => rows.find((row) => row.number === one))
  if (!to || (since !== null && (!from || since >= number))) return null
  const range = { sinceVersion: since === null ? to.sinceVersion : (from?.version ?? 0), version: to.version }
  const folded = await foldedIn(db, conferenceId, range)
  const undone = to.undoes && since === null ? await foldedIn(db, conferenceId, to.undoes) : []
  const sessions = new Map(
    (
      await db.session.findMany({
        where: { id: { in: folded.map(({ sessionId }) => sessionId) } },
        select: { id: true, title: true, number: true },
      })
    ).map(({ id, ...session }) => [id, session]),
  )
  return {
    from: from?.number ?? null,
    to: { ...releaseOf(to), counts: countKinds(folded), left: countLeft(undone, folded) },
    changes: folded.flatMap((change) => {
      const session = sessions.get(change.sessionId)
      return session ? [{ ...change, ...session }] : []
    }),
  }
}

/** What is different after these versions than before, in the order in which sessions came to be. */
async function foldedIn(db: Database, conferenceId: string, { sinceVersion, version }: Range) {
  const changes = await db.change.findMany({
    where: { conferenceId, version: { gt: sinceVersion, lte: version } },
    orderBy: [{ version: 'asc' }, { session: { number: 'asc' } }, { id: 'asc' }],
  })
  return foldChanges(changes.map(changeOf))
}

const select = {
  number: true,
  kind: true,
  sinceVersion: true,
  version: true,
  createdAt: true,
  importRun: { select: { kind: true, byPerson: true, source: { select: { name: true } } } },
  undoes: { select: { number: true, sinceVersion: true, version: true } },
  undoneBy: { select: { number: true } },
  merge: { select: { id: true, name: true, intoName: true, undoneAt: true } },
  note: true,
  into: true,
  isPlanned: true,
  user: { select: { name: true, email: true } },
} satisfies Prisma.ReleaseSelect
type Row = Prisma.ReleaseGetPayload<{ select: typeof select }>

function releaseOf({
  number,
  kind,
  createdAt,
  importRun,
  undoes,
  undoneBy,
  merge,
  note,
  into,
  isPlanned,
  user,
}: Row): Omit<Release, 'counts' | 'left'> {
  return {
    number,
    kind,
    source: importRun?.source.name ?? null,
    subject: merge?.name ?? (kind === 'split' ? note : null),
    into: merge?.intoName ?? null,
    rooms: into,
    note: kind === 'draft' ? note : null,
    merge: merge && !merge.undoneAt ? merge.id : null,
    by: user && calledOf(user),
    isByItself: importRun?.kind === 'check' && !importRun.byPerson,
    isPlanned,
    isByGone: user === null && importRun?.byPerson === true,
    at: createdAt,
    undoes: undoes?.number ?? null,
    undoneBy: undoneBy?.number ?? null,
  }
}

/** Versions of a programme, the first of them not among them. */
type Range = { sinceVersion: number; version: number }

function isWithin({ sinceVersion, version }: Range, changed: number): boolean {
  return changed > sinceVersion && changed <= version
}

/** Sessions of what was taken back that the undo did not touch. */
function countLeft(undone: readonly ReleaseChange[], changed: readonly ReleaseChange[]): number {
  const touched = new Set(changed.map(({ sessionId }) => sessionId))
  return undone.filter(({ sessionId }) => !touched.has(sessionId)).length
}

function countKinds(changes: ReleaseChange[]): Release['counts'] {
  const counts = { added: 0, cancelled: 0, restored: 0, changed: 0 }
  for (const { kind } of changes) counts[kind]++
  return counts
}
