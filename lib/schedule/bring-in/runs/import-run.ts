import { Prisma, type ImportOutcome, type RunKind } from '@/generated/prisma/client'
import type { Problem } from '@/lib/platform/errors'
import type { DiffCounts } from '../diff'
import type { FetchedFile } from '../fetching/fetch-source'
import { count } from '@/lib/platform/counts'

/** Where the files of an import come from. */
export type ImportOrigin = {
  kind: RunKind
  /** In which the files were read. */
  format: string
  contentHash: string
  /** Without credentials; null: files and pasted text. */
  address: string | null
  fileNames: string[]
  fetched: readonly FetchedFile[]
  /** On whose clocks the times were read, where those are not the conference's; absent: as it was before. */
  timeZone?: string | null
}

/** What is written down of a run. */
export type RunRecord = {
  kind?: RunKind
  userId: string | null
  outcome: ImportOutcome
  address?: string | null
  fileNames?: string[]
  bytes?: number
  contentHash?: string | null
  reasons?: string[]
  detail?: string | null
  /** Null: nothing had to be read. */
  counts?: DiffCounts | null
  problems?: Problem[]
  left?: string[]
}

/** So many runs of a source are kept, and whatever made a release: an undo needs it. */
export const RUNS_KEPT = 50
const LONGEST_DETAIL = 300

/** Writes a run of a source down, and lets go of old ones. */
export async function recordRun(
  tx: Prisma.TransactionClient,
  { sourceId, counts, problems = [], bytes = 0, detail = null, ...run }: RunRecord & { id?: string; sourceId: string },
  now: Date,
): Promise<void> {
  count('imports', run.outcome)
  await tx.importRun.create({
    data: {
      ...run,
      byPerson: run.userId !== null,
      sourceId,
      problems,
      bytes,
      detail: detail?.slice(0, LONGEST_DETAIL),
      counts: counts ?? Prisma.DbNull,
      createdAt: now,
    },
  })
  const kept = await tx.importRun.findMany({
    where: { sourceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: RUNS_KEPT,
    select: { id: true },
  })
  if (kept.length < RUNS_KEPT) return
  await tx.importRun.deleteMany({
    where: {
      sourceId,
      release: null,
      changes: { none: {} },
      // What was left out is asked about by later checks.
      left: { isEmpty: true },
      id: { notIn: kept.map(({ id }) => id) },
    },
  })
}

/**
 * What the address of a source gave is settled: the same again is no news, and nothing waits any more. Files that came
 * another way say nothing about what is there.
 */
export async function settleSource(
  tx: Prisma.TransactionClient,
  id: string,
  { address, format, contentHash, fetched }: ImportOrigin,
): Promise<void> {
  if (address === null) return
  const { count } = await tx.source.updateMany({
    where: { id, address },
    data: { format, contentHash, fetched: [...fetched], failures: 0, declined: null },
  })
  if (count > 0) await tx.waitingImport.deleteMany({ where: { sourceId: id } })
}
