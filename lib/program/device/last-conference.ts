import { recall, remember } from '@/lib/platform/device-memory'
import { writePageCookie } from '@/lib/platform/page-cookie'
import { RECENT_COOKIE, withRecent } from '../recent'

const KEY = 'hallway-last-conference'
const A_YEAR_S = 365 * 24 * 3600

/** Remembers on this device which conference was looked at last, for itself and for Home, which the server draws. */
export function rememberConference(slug: string): void {
  remember(KEY, slug)
  const before = new RegExp(`(?:^|; )${RECENT_COOKIE}=([^;]*)`).exec(document.cookie)?.[1]
  writePageCookie(RECENT_COOKIE, withRecent(before, slug), A_YEAR_S)
}

/** The slug of the conference looked at last on this device; null: none. */
export function lastConference(): string | null {
  return recall(KEY)
}
