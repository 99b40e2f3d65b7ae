import type { Capability } from '@/lib/people/permissions'
import { grant } from '@/lib/people/server/grant'
import { getViewer } from '@/lib/people/server/viewer'
import { database } from '@/lib/platform/db'

/**
 * The proof that a page's viewer may do something, for what is loaded by it. The page lets its viewer in first
 * (loadConferenceFor), which leads others to where they may sign in.
 * @throws {AppError} where they may not
 */
export async function grantedOnPage<What extends Capability>(conference: string, may: What) {
  const { granted } = await grant(database(), await getViewer(), conference, may)
  return granted
}
