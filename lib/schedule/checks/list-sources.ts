import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { countBy, type Database } from '@/lib/platform/db'
import { storedProblems } from '../bring-in/runs/stored-problems'
import { daysOf, isLocked } from './checked-source'
import { suggestedChoice } from './pace'

const countsSchema = z
  .object({ added: z.number(), changed: z.number(), cancelled: z.number(), restored: z.number() })
  .nullable()
  .catch(null)

const runFields = {
  id: true,
  kind: true,
  outcome: true,
  address: true,
  fileNames: true,
  bytes: true,
  contentHash: true,
  reasons: true,
  detail: true,
  counts: true,
  left: true,
  createdAt: true,
  byPerson: true,
  user: { select: { name: true, email: true } },
  release: { select: { number: true } },
} satisfies Prisma.ImportRunSelect

const newestFirst = [{ createdAt: 'desc' }, { id: 'desc' }] satisfies Prisma.ImportRunOrderByWithRelationInput[]

/** Among so many is one that is no answer of somebody. */
const LATEST_RUNS = 10

const sourceFields = {
  id: true,
  name: true,
  format: true,
  address: true,
  checkMinutes: true,
  nextCheckAt: true,
  fetched: true,
  waiting: { select: { reasons: true, counts: true, createdAt: true, contentHash: true } },
  importRuns: { orderBy: newestFirst, take: LATEST_RUNS, select: runFields },
} satisfies Prisma.SourceSelect

type SourceRow = Prisma.SourceGetPayload<{ select: typeof sourceFields }>
type RunRow = Prisma.ImportRunGetPayload<{ select: typeof runFields }>

/** A run of a source, as it is listed. */
export type ListedRun = ReturnType<typeof runOf>
/** A source with how it stands. */
export type ListedSource = ReturnType<typeof sourceOf>

/** A no to what waits says nothing of how reading it went. */
const isReading = ({ outcome }: Pick<RunRow, 'outcome'>) => outcome !== 'refused'

/** Sources, each with how many of its sessions stand, how it is checked, what its last run came to, and what waits. */
export async function listSources(db: Database, conferenceId: string): Promise<ListedSource[]> {
  const sources = await db.source.findMany({
    where: { conferenceId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: sourceFields,
  })
  const sessions = await countSessions(
    db,
    sources.map(({ id }) => id),
  )
  return sources.map((source) => sourceOf(source, sessions(source.id)))
}

/** One source of a conference, its last runs, the latest first, and what could not be used of what was read last. */
export async function getSource(db: Database, conference: { id: string; timeZone: string }, id: string, now: Date) {
  const source = await db.source.findUnique({ where: { id, conferenceId: conference.id }, select: sourceFields })
  if (!source) return null
  const runs = await db.importRun.findMany({
    where: { sourceId: id },
    orderBy: newestFirst,
    take: 50,
    select: runFields,
  })
  return {
    ...sourceOf(source, (await countSessions(db, [id]))(id)),
    runs: runs.map(runOf),
    problems: await problemsOf(db, id),
    undone: await undoneRelease(db, id),
    suggested: suggestedChoice(await daysOf(db, conference), now),
  }
}

/** What could not be used of the files of a source that were read last. */
async function problemsOf(db: Database, sourceId: string) {
  const read = await db.importRun.findFirst({
    where: { sourceId, outcome: { in: ['applied', 'unchanged', 'waiting'] }, counts: { not: Prisma.DbNull } },
    orderBy: newestFirst,
    select: { problems: true },
  })
  return storedProblems(read?.problems)
}

/** The number of the last import of a source, where it was taken back; null: it stands. */
async function undoneRelease(db: Database, sourceId: string): Promise<number | null> {
  const last = await db.release.findFirst({
    where: { kind: 'import', importRun: { sourceId } },
    orderBy: { number: 'desc' },
    select: { number: true, undoneBy: { select: { number: true } } },
  })
  return last?.undoneBy ? last.number : null
}

/** Those of each source that stand. */
async function countSessions(db: Database, sourceIds: string[]): Promise<(sourceId: string) => number> {
  const standing = await db.session.groupBy({
    by: 'sourceId',
    where: { sourceId: { in: sourceIds }, status: { not: 'cancelled' } },
    _count: true,
  })
  return countBy(standing, (row) => row.sourceId)
}

function sourceOf({ importRuns, waiting, fetched, ...source }: SourceRow, sessions: number) {
  const [lastRun, lastReading] = [importRuns[0], importRuns.find(isReading)]
  return {
    ...source,
    isLocked: isLocked({ fetched }),
    sessions,
    lastRun: lastRun ? runOf(lastRun) : null,
    /** The last that read it, whatever somebody said of that. */
    lastReading: lastReading ? runOf(lastReading) : null,
    waiting: waiting && { ...waiting, counts: countsSchema.parse(waiting.counts) },
  }
}

function runOf({ user, release, counts, left, ...run }: RunRow) {
  return {
    ...run,
    /** How many changes somebody left out. */ left: left.length,
    counts: countsSchema.parse(counts),
    by: user && (user.name ?? user.email),
    release: release?.number ?? null,
  }
}
