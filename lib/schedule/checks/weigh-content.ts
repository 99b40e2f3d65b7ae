import type { Prisma } from '@/generated/prisma/client'
import { waitsForAnswer } from '@/lib/formats/reading/questions'
import { lockConference } from '../edit/conference-version'
import { changeKey, type DiffCounts, type SessionDiff } from '../bring-in/diff'
import type { FetchedSource } from '../bring-in/fetching/fetch-source'
import type { GuardCode } from '../bring-in/guards/guards'
import { applyProgram, previewImport, type ImportRequest } from '../bring-in/import-program'
import type { ReadFiles } from '../bring-in/read-material'
import { recordRun, type ImportOrigin } from '../bring-in/runs/import-run'
import { changeOf } from '../read/list-changes'
import { changesHash } from './changes-hash'
import type { CheckedSource } from './checked-source'
import { packFiles } from './packed-files'
import { takenBack } from './taken-back'
import type { waitReasons } from './wait-reasons'

type WaitReason = (typeof waitReasons)[number] | GuardCode

/** What a check found that is not known yet. */
export type FoundContent = {
  material: FetchedSource
  hash: string
  bytes: number
  read: ReadFiles
  /** Who asked for the check; null: nobody. */ userId: string | null
}

/** What became of it. `superseded`: somebody brought the source in meanwhile. */
export type Weighed = { outcome: 'applied' | 'unchanged' | 'waiting' | 'superseded'; reasons: string[] }

/**
 * Lets in what a check found, by the same door as an import by hand, or keeps it until somebody says yes: where a guard
 * stands against it, where it asks, and where somebody left out or took back what is in it. What was taken back or
 * declined is left where it is as long as the source says nothing else.
 */
export async function weighContent(
  tx: Prisma.TransactionClient,
  source: CheckedSource,
  found: FoundContent,
  now: Date,
): Promise<Weighed> {
  await lockConference(tx, source.conference.id)
  const standing = await tx.source.findUnique({
    where: { id: source.id },
    select: { contentHash: true, fetchedAt: true, declined: true },
  })
  const isAsBefore =
    standing?.contentHash === source.contentHash && standing.fetchedAt?.getTime() === source.fetchedAt?.getTime()
  if (!isAsBefore) return { outcome: 'superseded', reasons: [] }

  const request = requestOf(source, found)
  const seen = await previewImport(tx, request)
  if (!('diffs' in seen)) return { outcome: 'superseded', reasons: [] }
  const { diffs, counts } = seen
  const hash = changesHash(diffs)
  const back = takenBack(diffs, await listUndone(tx, source.id))
  if (back === 'all') return leaveOutside(tx, source, found, { reason: 'undone', counts }, now)
  if (standing.declined === hash) return leaveOutside(tx, source, found, { reason: 'declined', counts }, now)
  const reasons: WaitReason[] = [
    ...seen.guards.map(({ code }) => code),
    ...(waitsForAnswer(found.read.parsed.questions) ? ['answer-needed' as const] : []),
    ...(found.read.parsed.format === source.format ? [] : ['another-format' as const]),
    ...(back === 'some' ? ['undone' as const] : []),
    ...((await namesLeftOut(tx, source.id, diffs)) ? ['left-out' as const] : []),
  ]
  if (reasons.length > 0) return keepWaiting(tx, source, found, { reasons, hash, counts }, now)
  const done = await applyProgram(tx, request, now)
  if (!done.ok) throw new Error(`A check was refused after it was weighed: ${done.reason}`)
  const hasChanged = done.counts.added + done.counts.changed + done.counts.cancelled + done.counts.restored > 0
  return { outcome: hasChanged ? 'applied' : 'unchanged', reasons: [] }
}

function requestOf(source: CheckedSource, found: FoundContent): ImportRequest & { origin: ImportOrigin } {
  const { read, bytes, userId } = found
  return {
    conferenceId: source.conference.id,
    source: read.source,
    program: read.parsed.program,
    problems: read.report.problems,
    userId,
    bytes,
    accept: [],
    origin: originOfCheck(source, found),
  }
}

function originOfCheck({ address, format }: CheckedSource, { hash, material }: FoundContent): ImportOrigin {
  return { kind: 'check', format, contentHash: hash, address, fileNames: [], fetched: material.fetched }
}

/** What imports of this source wrote that were taken back, since the last that stands. */
async function listUndone(tx: Prisma.TransactionClient, sourceId: string) {
  const ofSource = { kind: 'import' as const, importRun: { sourceId } }
  const standing = await tx.release.findFirst({
    where: { ...ofSource, undoneBy: null },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  const undone = await tx.release.findMany({
    where: { ...ofSource, undoneBy: { isNot: null }, number: { gt: standing?.number ?? 0 } },
    select: { importRunId: true },
  })
  const runs = undone.flatMap(({ importRunId }) => importRunId ?? [])
  return (await tx.change.findMany({ where: { importRunId: { in: runs } } })).map(changeOf)
}

/** Is there a change among them that somebody left out the last time they brought the source in? */
async function namesLeftOut(tx: Prisma.TransactionClient, sourceId: string, diffs: SessionDiff[]): Promise<boolean> {
  const last = await tx.importRun.findFirst({
    where: { sourceId, outcome: { in: ['applied', 'unchanged'] }, kind: 'import' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { left: true },
  })
  const left = new Set(last?.left)
  return diffs.some((diff) => diff.kind !== 'unchanged' && left.has(changeKey(diff)))
}

async function leaveOutside(
  tx: Prisma.TransactionClient,
  source: CheckedSource,
  { material, hash, bytes, userId }: FoundContent,
  { reason, counts }: { reason: 'undone' | 'declined'; counts: DiffCounts },
  now: Date,
): Promise<Weighed> {
  await tx.source.update({ where: { id: source.id }, data: { contentHash: hash, fetched: material.fetched } })
  await tx.waitingImport.deleteMany({ where: { sourceId: source.id } })
  const where = {
    sourceId: source.id,
    kind: 'check' as const,
    address: source.address,
    contentHash: hash,
    bytes,
    userId,
  }
  await recordRun(tx, { ...where, outcome: 'unchanged', reasons: [reason], counts }, now)
  return { outcome: 'unchanged', reasons: [reason] }
}

async function keepWaiting(
  tx: Prisma.TransactionClient,
  source: CheckedSource,
  { material, hash: contentHash, bytes, userId, read }: FoundContent,
  { reasons, hash: changes, counts }: { reasons: WaitReason[]; hash: string; counts: DiffCounts },
  now: Date,
): Promise<Weighed> {
  const { address, id: sourceId } = source
  const before = await tx.waitingImport.findUnique({ where: { sourceId }, select: { changesHash: true } })
  const content = {
    contentHash,
    changesHash: changes,
    address,
    siteKey: material.siteKey,
    format: read.parsed.format,
    files: await packFiles(material.files),
    fetched: material.fetched,
    problems: material.problems,
    bytes,
    reasons,
    counts,
    updatedAt: now,
  }
  await tx.waitingImport.upsert({
    where: { sourceId },
    create: { ...content, sourceId, createdAt: now },
    update: { ...content, ...(before?.changesHash !== changes && { createdAt: now }) },
  })
  const run = { sourceId, kind: 'check' as const, address, contentHash, bytes, userId, reasons, counts }
  await recordRun(tx, { ...run, outcome: 'waiting', problems: read.report.problems }, now)
  return { outcome: 'waiting', reasons }
}
