import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser.mjs'

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/start-app.ts',
  // One app and one database for all: the journeys take turns.
  workers: 1,
  timeout: 60_000,
  use: {
    // Set by start-app before the workers begin.
    baseURL: process.env.HALLWAY_TEST_URL,
    trace: 'retain-on-failure',
    launchOptions: findBrowser(),
  },
  projects: [
    { name: 'phone', use: { browserName: 'chromium', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true } },
    // What the network does is the same on a wide screen.
    { name: 'desktop', testIgnore: /(bad-network|offline)\.spec\.ts/, use: { browserName: 'chromium', viewport: { width: 1280, height: 800 } } },
  ],
})
