import type { CDPSession, Page } from '@playwright/test'
import { makeSignInCode } from '@/lib/people/server/mutations'
import { database } from '@/lib/platform/db'

/** What the main thread did since the page began, in milliseconds; `Performance` is enabled. */
export async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** Somebody is signed in on this page, and owns the conference. */
export async function signInAsOwner(page: Page, email: string, conferenceId: string): Promise<void> {
  const code = { email, deviceHash: null }
  const { token } = await makeSignInCode(database(), code, process.env.NEXTAUTH_SECRET ?? '', new Date())
  const csrf: unknown = await (await page.request.get('/api/auth/csrf')).json()
  const csrfToken = typeof csrf === 'object' && csrf !== null && 'csrfToken' in csrf ? String(csrf.csrfToken) : ''
  await page.request.post('/api/auth/callback/link', {
    form: { token, csrfToken, json: 'true' },
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  await page.goto('/sign-in/done?to=/')
  const { id: userId } = await database().user.findUniqueOrThrow({ where: { email } })
  const owner = { userId, conferenceId, role: 'owner' } as const
  // Examples belong to the first who signs in.
  await database().membership.createMany({ data: [owner], skipDuplicates: true })
}
