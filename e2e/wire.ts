import type { Page, Route } from '@playwright/test'

/**
 * What a bad network does to a request: it never arrives, its answer gets lost, or a venue's sign-in page answers
 * instead.
 */
export const faults = {
  'is never sent': (route: Route) => route.abort('connectionfailed'),
  'loses its answer': async (route: Route) => {
    await route.fetch()
    await route.abort('connectionreset')
  },
  'is answered by a captive portal': (route: Route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome to our Wi-Fi</h1>' }),
} as const

/** Lets a fault meet the nth request of the sync from now on, and no other. @returns how many there were so far */
export async function breakRequest(page: Page, nth: number, fault: keyof typeof faults): Promise<() => number> {
  let count = 0
  // What is still being broken from before ends first.
  await page.unrouteAll({ behavior: 'wait' })
  await page.route('**/api/v1/**', async (route) => {
    count += 1
    await (count === nth ? faults[fault](route) : route.continue())
  })
  return () => count
}
