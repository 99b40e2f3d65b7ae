import { test as base } from '@playwright/test'

/**
 * A test of which nothing stays: Playwright closes the context of its `page`, but what a test opens beside it lives as
 * long as the browser, and goes on drawing, listening and asking under the tests that come after.
 */
export const test = base.extend<{ nothingStays: void }>({
  nothingStays: [
    async ({ browser }, use) => {
      await use()
      for (const context of browser.contexts()) await context.close()
    },
    { auto: true },
  ],
})
