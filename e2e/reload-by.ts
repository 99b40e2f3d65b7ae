import { expect, type Page } from '@playwright/test'

/**
 * Does what loads the page again, and waits until the new page stands there. A `load` event would not say so: it may be
 * that of the page before, whose last pieces came after what was waited for.
 */
export async function reloadBy(page: Page, act: () => Promise<void>): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('data-before', ''))
  await act()
  await expect(page.locator('html[data-before]')).toHaveCount(0)
  await page.waitForLoadState('load')
}
