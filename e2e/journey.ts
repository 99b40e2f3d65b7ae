import { expect, test as base, type BrowserContext } from '@playwright/test'

/** Where apps under test are, by one name in plain-http.spec.ts; what a page may ask beside them is nothing. */
const HERE = /^(localhost|127\.0\.0\.1|\[::1\]|hallway\.test)$/

/** What any page of this browser asks of another host from now on. */
function watchOthers(context: BrowserContext): string[] {
  const asked: string[] = []
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (/^(http|ws)s?:$/.test(protocol) && !HERE.test(hostname)) asked.push(request.url())
  })
  return asked
}

/**
 * A test in which no page asks anything of another host, as Hallway promises (docs/privacy.md), and of which nothing
 * stays: Playwright closes the context of its `page`, but what a test opens beside it lives as long as the browser, and
 * goes on drawing, listening and asking under the tests that come after.
 */
export const test = base.extend<{ nothingStays: void; nobodyElse: void }>({
  nobodyElse: [
    async ({ browser }, use) => {
      const asked: string[][] = []
      const watch = (context: BrowserContext) => asked.push(watchOthers(context))
      browser.contexts().forEach(watch)
      browser.on('context', watch)
      await use()
      browser.off('context', watch)
      expect(asked.flat()).toEqual([])
    },
    { auto: true },
  ],
  nothingStays: [
    async ({ browser }, use) => {
      await use()
      for (const context of browser.contexts()) await context.close()
    },
    { auto: true },
  ],
})
