import { expect, type Page } from '@playwright/test'
import { buildSync } from 'esbuild'

/** Of layout/, as one script for the page. */
const [{ text: script } = { text: '' }] = buildSync({
  entryPoints: ['e2e/layout/in-page.ts'],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'layout',
}).outputFiles

/**
 * Asserts that nothing is wrong with the layout of the page as it stands: nothing wider than the screen, no text cut
 * through its letters, nothing over each other, no word broken inside, nothing that a bar covers for good. A test goes
 * on after a fault, so that it says all of them.
 */
export async function expectSoundLayout(page: Page, about = page.url()): Promise<void> {
  expect.soft(await findFaults(page), about).toEqual([])
}

/** What is wrong with the layout of the page as it stands. */
export async function findFaults(page: Page): Promise<string[]> {
  const found: string[] = await page.evaluate(`(() => { ${script}; return layout.findFaults() })()`)
  return found
}
