import { defineConfig } from '@playwright/test'
import { takeOwnApp } from './e2e/own-app'
import { findBrowser } from './scripts/browser.mjs'

/**
 * Journeys that ask what no width changes: what is stored, sent, lost and said of it, by the same parts of a screen on
 * both. Where they ask axe, they ask it on both widths (expectAccessibleOnBothWidths). One that asks where something
 * stands, whether it can be reached or what a keyboard does goes on a wide screen, too, and belongs in another file.
 */
const ON_PHONES_ALONE = [
  ...[
    'alerts',
    'told-once',
    'bad-addresses',
    'bad-network',
    'changes',
    'checked-source',
    'desk-asks',
    'install',
    'no-storage',
  ],
  ...[
    'journey',
    'nothing-lost',
    'now',
    'offline',
    'open-questions',
    'organize',
    'own-fields',
    'parts',
    'plan',
    'plain-http',
    'pocket',
    'recap-taps',
    'recap-words',
    'recaps',
    'server-trouble',
    'share',
    'sign-ins',
    'steward',
    'story',
    'tabs',
    'together',
    'two-servers',
    'walks',
    'undo',
  ],
].map((name) => `**/${name}.spec.ts`)

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/start-app.ts',
  // Each worker has an app and a database of its own (start-app): what runs side by side cannot meet. Two, for two
  // cores: a third saves half a minute, and beside it three journeys of nine hundred were seen to fail by waiting.
  workers: Number(process.env.JOURNEYS_AT_ONCE || 2),
  fullyParallel: true,
  // What is marked @long is for `npm run test:long` alone; what is marked @looks looks at more there.
  ...(process.env.HALLWAY_LONG ? { grep: /@long|@looks/ } : { grepInvert: /@long/ }),
  // Neither says how long anything may take, only when to give up: on a busy machine a page may well take ten seconds.
  timeout: 120_000,
  expect: { timeout: 45_000 },
  use: {
    baseURL: takeOwnApp(),
    // A worker fetches every part of the app and a whole programme for each new browser, a quarter of a journey's work:
    // journeys that lose the network, or ask what it keeps, allow it (tests/journeys.test.ts).
    serviceWorkers: 'block',
    // Recording every step of every journey takes a quarter of their time: HALLWAY_TRACE=1 npx playwright test … keeps
    // traces of what fails.
    trace: process.env.HALLWAY_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: findBrowser(),
  },
  projects: [
    {
      name: 'phone',
      use: {
        browserName: 'chromium',
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      },
    },
    {
      name: 'desktop',
      testIgnore: process.env.PICTURES ? [] : ON_PHONES_ALONE,
      use: { browserName: 'chromium', viewport: { width: 1280, height: 800 } },
    },
  ],
})
