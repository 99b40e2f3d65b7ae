import { LEAVING_COOKIE } from '@/lib/people/leaving-cookie'
import { forget, recall, remember } from '@/lib/platform/device-memory'
import { writePageCookie } from '@/lib/platform/page-cookie'

/** Whoever signed out here without a network, until the server has heard of it. */
const LEAVING_KEY = 'hallway-leaving'

const A_YEAR_S = 365 * 24 * 3600
const TIMEOUT_MS = 20_000

/** Notes that this device is nobody's any more, though the server does not know. */
export function markLeaving(): void {
  remember(LEAVING_KEY, '1')
  writeCookie(A_YEAR_S)
  keepLeaving()
}

/** Somebody signed in here since, which ended what was before. */
export function forgetLeaving(): void {
  forget(LEAVING_KEY)
  writeCookie(0)
}

/** So that the server, too, takes whoever opens a page here for nobody before it has heard of it. */
function writeCookie(lastsS: number): void {
  writePageCookie(LEAVING_COOKIE, '1', lastsS)
}

/**
 * Has the server end what was ended here.
 * @returns whether this device is free of it: until then nobody is remembered here
 */
export async function finishLeaving(): Promise<boolean> {
  if (recall(LEAVING_KEY) === null) return true
  const isOver = await signOutThere().catch(() => false)
  if (isOver) forgetLeaving()
  return isOver
}

/** Ends the sign-in of this browser's cookie. @throws without a network */
export async function signOutThere(): Promise<boolean> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const csrf: unknown = await (await fetch('/api/auth/csrf', { cache: 'no-store', signal })).json()
  const csrfToken =
    typeof csrf === 'object' && csrf !== null && 'csrfToken' in csrf && typeof csrf.csrfToken === 'string'
      ? csrf.csrfToken
      : ''
  return (
    await fetch('/api/auth/signout', { method: 'POST', body: new URLSearchParams({ csrfToken, json: 'true' }), signal })
  ).ok
}

/** Tries now, and whenever there is a network again. */
export function keepLeaving(): void {
  if (recall(LEAVING_KEY) === null) return
  const again = () => void finishLeaving().then((isOver) => isOver && removeEventListener('online', again))
  addEventListener('online', again)
  again()
}
