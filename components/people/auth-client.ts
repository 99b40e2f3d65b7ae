import { rememberSignIn } from '@/lib/sync/client/viewer/find-viewer'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { keepNobody, knownViewer } from '@/lib/sync/client/viewer/known-viewer'
import { finishLeaving, forgetLeaving, markLeaving, signOutThere } from '@/lib/sync/client/exchange/leaving'

type Outcome = { ok: true } | { ok: false; reason: string }

/**
 * Signs this device in and goes on to `to`.
 * @param provider which of lib/people/server/auth.ts's, and what it asks for
 * @returns only when it did not work: why
 */
export async function signInWith(
  provider: 'code' | 'link',
  fields: Record<string, string>,
  to: string,
): Promise<Outcome> {
  try {
    const response = await post(`callback/${provider}`, fields)
    const reason = reasonOf(await addressOf(response))
    if (!response.ok || reason) return { ok: false, reason: reason ?? 'failed' }
    // The new sign-in ended the one before it.
    forgetLeaving()
    location.assign(await rememberSignIn(to))
    return { ok: true }
  } catch {
    return { ok: false, reason: 'offline' }
  }
}

/** Leaves for GitHub or Google, who send the person back to /sign-in/done. */
export async function signInElsewhere(provider: string, to: string): Promise<Outcome> {
  try {
    // Whoever left here without a network, before: else the server would be told when the new one is in.
    if (!(await finishLeaving())) return { ok: false, reason: 'offline' }
    const callbackUrl = `${location.origin}/sign-in/done?to=${encodeURIComponent(to)}`
    const address = await addressOf(await post(`signin/${provider}`, { callbackUrl }))
    if (!address || reasonOf(address)) return { ok: false, reason: 'cancelled' }
    location.assign(address)
    return { ok: true }
  } catch {
    return { ok: false, reason: 'offline' }
  }
}

/**
 * Signs this device out, and goes home; what it holds for a guest stays. Without a network it is signed out here at
 * once, and the server hears of it later: `offline`.
 */
export async function signOut(): Promise<Outcome> {
  const outcome = await endSignIn()
  if (outcome.ok) location.assign('/')
  return outcome
}

/** Ends this device's sign-in. */
async function endSignIn(): Promise<Outcome> {
  try {
    if (!(await signOutThere())) return { ok: false, reason: 'failed' }
    keepNobody('guest')
    return { ok: true }
  } catch {
    markLeaving()
    keepNobody('guest')
    return { ok: false, reason: 'offline' }
  }
}

/**
 * The account was deleted: removes what this device kept of it, and goes home. What a guest has here is somebody
 * else's.
 */
export async function leaveDeletedAccount(): Promise<void> {
  const person = knownViewer()?.id
  // Its cookie is nobody's now, with or without an answer.
  await endSignIn()
  keepNobody('guest')
  const { removeStore } = await keepTrying(() => import('@/lib/sync/client/store/store'))
  // Where no store is to be had, there is none to remove.
  if (person) await removeStore(person).catch(() => undefined)
  location.assign('/')
}

// next-auth wants the token of its own cookie with every write, and answers with the address to go to.
async function post(action: string, fields: Record<string, string>): Promise<Response> {
  const csrf: unknown = await (await fetch('/api/auth/csrf', { cache: 'no-store' })).json()
  const body = new URLSearchParams({ ...fields, csrfToken: stringOf(csrf, 'csrfToken') ?? '', json: 'true' })
  return fetch(`/api/auth/${action}`, { method: 'POST', body })
}

async function addressOf(response: Response): Promise<string | null> {
  const answer: unknown = await response.json().catch(() => null)
  return stringOf(answer, 'url')
}

function reasonOf(address: string | null): string | null {
  return address ? new URL(address, location.origin).searchParams.get('error') : null
}

function stringOf(value: unknown, key: string): string | null {
  const found =
    typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : null
  return typeof found === 'string' ? found : null
}
