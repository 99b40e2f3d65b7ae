import { defineConfig } from '@playwright/test'
import journeys from './playwright.config'

/** `npm run look`: pictures of every screen, by the browsers and apps of the journeys. */
export default defineConfig({
  ...journeys,
  testDir: 'e2e/look',
  testMatch: '*.look.ts',
  grepInvert: [],
  outputDir: 'test-results/looking',
  timeout: 600_000,
  projects: journeys.projects?.map((project) => ({ ...project, testIgnore: [] })),
})
