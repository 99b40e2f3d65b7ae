import type { Database } from '@/lib/platform/db'
import type { BringInRequest } from '../bring-in/read-material'
import { storedProblems } from '../bring-in/runs/stored-problems'
import { fetchedOf } from './checked-source'
import { unpackFiles } from './packed-files'

/** What somebody says of what waits. */
type Said = Pick<BringInRequest, 'accept' | 'leave' | 'answers' | 'mapping' | 'seen'> & { timeZone: string | null }

/**
 * What waits of a source, as somebody brings it in: the very files that a check found.
 * @returns null where nothing waits (any more)
 */
export async function loadWaiting(
  db: Database,
  conference: { id: string; timeZone: string },
  sourceId: string,
  said: Said,
): Promise<{ hash: string; request: BringInRequest } | null> {
  const waiting = await db.waitingImport.findUnique({
    where: { sourceId, source: { conferenceId: conference.id } },
    include: { source: { select: { name: true, timeZone: true } } },
  })
  if (!waiting) return null
  const { address, siteKey, format, contentHash: hash, source } = waiting
  return {
    hash,
    request: {
      ...said,
      files: await unpackFiles(waiting.files),
      problems: storedProblems(waiting.problems),
      fetched: fetchedOf(waiting.fetched),
      address,
      siteKey,
      format,
      conference,
      sourceName: source.name,
      timeZone: said.timeZone ?? source.timeZone,
    },
  }
}
