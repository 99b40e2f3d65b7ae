import type { Prisma } from '@/generated/prisma/client'
import { contentHash } from '../fetching/content-hash'
import type { ImportRefusal, ImportRequest } from '../import-program'
import type { BringInRequest } from '../read-material'
import { recordRun, type ImportOrigin } from './import-run'

/** An import that somebody asks for, of a conference that may not be there yet. */
export type AskedImport = Omit<ImportRequest, 'conferenceId'> & { origin: ImportOrigin }

const LONGEST_NAME = 200
/** Of the files of an import so many are named. */
const MOST_NAMES = 20

/** Where the files of a request come from. @param format in which they were read */
export function originOf(
  { files, address, fetched = [], conference, timeZone }: BringInRequest,
  format: string,
): ImportOrigin {
  return {
    kind: 'import',
    format,
    contentHash: contentHash(files),
    address,
    fileNames: address === null ? files.map(({ name }) => name.slice(0, LONGEST_NAME)).slice(0, MOST_NAMES) : [],
    fetched,
    ...(conference && timeZone && { timeZone: timeZone === conference.timeZone ? null : timeZone }),
  }
}

/**
 * Writes down that an import into a source that stands was refused. Who has to look once more, as it has changed
 * meanwhile, was refused nothing.
 */
export async function recordRefusal(
  tx: Prisma.TransactionClient,
  { source, bytes, userId, origin: { kind, address, fileNames, contentHash } }: AskedImport,
  refusal: ImportRefusal,
  now: Date,
): Promise<void> {
  if (!('id' in source) || refusal.reason === 'other-than-seen') return
  const { reasons, counts } =
    refusal.reason === 'guarded'
      ? { reasons: refusal.guards.map(({ code }) => code), counts: refusal.counts }
      : { reasons: [refusal.reason], counts: null }
  const where = { kind, address, fileNames, contentHash, bytes, userId }
  await recordRun(tx, { ...where, sourceId: source.id, outcome: 'refused', reasons, counts }, now)
}
