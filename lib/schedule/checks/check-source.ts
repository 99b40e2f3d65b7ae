import type { PrismaClient } from '@/generated/prisma/client'
import { parseInWorker } from '@/lib/formats/parse-in-worker'
import { AppError } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import type { Access } from '@/lib/platform/http/public-address'
import { contentHash } from '../bring-in/fetching/content-hash'
import { fetchAgain } from '../bring-in/fetching/fetch-again'
import type { FetchedSource } from '../bring-in/fetching/fetch-source'
import { IMPORT_TRANSACTION } from '../bring-in/import-program'
import { readMaterial, type BringInReason, type Parse, type ReadFiles } from '../bring-in/read-material'
import { recordRun, type RunRecord } from '../bring-in/runs/import-run'
import { fetchedOf, releaseSource, type CheckedSource } from './checked-source'
import { weighContent } from './weigh-content'

/** What a check needs of where it runs. */
export type CheckPlace = {
  db: PrismaClient
  now: () => Date
  /** What may be asked beside the public internet. */
  access?: Access
  parse?: Parse
  /** From 0 to 1: how much later the next check is. */
  random?: () => number
}

/** What came of a check; `gone`: its source or conference is not there any more. */
export type CheckResult = {
  outcome: 'applied' | 'unchanged' | 'waiting' | 'failed' | 'gone'
  reasons: string[]
  detail: string | null
}

type Settled = CheckResult & { outcome: Exclude<CheckResult['outcome'], 'failed'> }
type Failed = { outcome: 'failed'; reason: string; detail: string | null; retryAfter?: string }

/**
 * Checks a source that was taken: asks its address whether anything is new there, lets it in or keeps it waiting, and
 * writes down what came of it. Whatever fails leaves the programme as it is.
 * @param userId who asked for it; null: nobody did, it was due
 */
export async function checkSource(
  place: CheckPlace,
  source: CheckedSource,
  userId: string | null,
): Promise<CheckResult> {
  const { db, now, random = Math.random } = place
  const came = await look(place, source, userId)
  if (came.outcome === 'failed') await recordFailure(db, source, came, userId, now())
  const failed = came.outcome === 'failed' ? { retryAfter: came.retryAfter } : undefined
  await releaseSource(db, source, failed, { now: now(), random: random() })
  return came.outcome === 'failed' ? { outcome: 'failed', reasons: [came.reason], detail: came.detail } : came
}

async function look(place: CheckPlace, source: CheckedSource, userId: string | null): Promise<Settled | Failed> {
  try {
    return await fetchAndWeigh(place, source, userId)
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return { outcome: 'gone', reasons: [], detail: null }
    log.error({ err: error, source: source.id }, 'A check of a source broke')
    return { outcome: 'failed', reason: 'broken', detail: null }
  }
}

async function fetchAndWeigh(
  { db, now, access, parse = parseInWorker }: CheckPlace,
  source: CheckedSource,
  userId: string | null,
): Promise<Settled | Failed> {
  const known = fetchedOf(source.waiting?.fetched ?? source.fetched)
  const material = await fetchAgain(source.address, known, access)
  if (material === 'unchanged') return stayAsItIs(db, source, { userId }, now())
  if (!material.ok) return { ...material, outcome: 'failed' }
  const hash = contentHash(material.files)
  const bytes = material.files.reduce((sum, file) => sum + file.bytes.length, 0)
  if (hash === (source.waiting ?? source).contentHash)
    return stayAsItIs(db, source, { userId, bytes, material, contentHash: hash }, now())

  const read = await readAs(db, source, material, parse)
  if ('outcome' in read) return read
  const found = { material, hash, bytes, read, userId }
  const weighed = await db.$transaction((tx) => weighContent(tx, source, found, now()), IMPORT_TRANSACTION)
  return weighed.outcome === 'superseded'
    ? { outcome: 'unchanged', reasons: [], detail: null }
    : { outcome: weighed.outcome, reasons: weighed.reasons, detail: null }
}

/** The same as it was: let in, or waiting. */
async function stayAsItIs(
  db: PrismaClient,
  { id, address, waiting }: CheckedSource,
  given: Pick<RunRecord, 'userId' | 'bytes' | 'contentHash'> & { material?: FetchedSource },
  now: Date,
): Promise<Settled> {
  const { material, ...run } = given
  const outcome = waiting ? 'waiting' : 'unchanged'
  const fetched = material && { fetched: material.fetched }
  return db.$transaction(async (tx) => {
    const row = await tx.source.findUnique({ where: { id }, select: { waiting: { select: { reasons: true } } } })
    if (!row) return { outcome: 'gone', reasons: [], detail: null }
    // A site may give a new tag to the same bytes.
    if (fetched && waiting) await tx.waitingImport.updateMany({ where: { sourceId: id }, data: fetched })
    else if (fetched) await tx.source.update({ where: { id }, data: fetched })
    const reasons = row.waiting?.reasons ?? []
    await recordRun(tx, { ...run, sourceId: id, kind: 'check', address, outcome, reasons }, now)
    return { outcome, reasons, detail: null }
  })
}

/** Reads what was fetched as the source that it is of. What cannot be read is a failure: nothing is known of it. */
async function readAs(
  db: PrismaClient,
  { name, format, conference, timeZone, id }: CheckedSource,
  material: FetchedSource,
  parse: Parse,
): Promise<ReadFiles | Failed> {
  const request = { ...material, conference, sourceName: name, timeZone, accept: [] }
  const first = await readMaterial(db, request, parse)
  const isOneOf = !('source' in first) && first.report.candidates?.some((candidate) => candidate.format === format)
  const read = isOneOf ? await readMaterial(db, { ...request, format }, parse) : first
  if (!('source' in read)) return unread(read.report.reason)
  if (!('id' in read.source) || read.source.id !== id) throw new AppError('NOT_FOUND', 'source')
  return read.parsed.program.sessions.length > 0 ? read : unread('nothing-usable')
}

function unread(reason: BringInReason | null): Failed {
  return { outcome: 'failed', reason: reason ?? 'unknown-format', detail: null }
}

async function recordFailure(
  db: PrismaClient,
  { id, address }: CheckedSource,
  { reason, detail }: Failed,
  userId: string | null,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    if ((await tx.source.count({ where: { id } })) === 0) return
    await recordRun(
      tx,
      { sourceId: id, kind: 'check', address, userId, outcome: 'failed', reasons: [reason], detail },
      now,
    )
  })
}
