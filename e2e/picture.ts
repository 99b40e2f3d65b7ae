import { join } from 'node:path'
import type { Page, TestInfo } from '@playwright/test'

/**
 * Keeps what the screen shows for the documentation, where a folder for it is named: `PICTURES=docs/pictures npx
 * playwright test`.
 */
export async function takePicture(
  page: Page,
  { project }: TestInfo,
  name: string,
  { fullPage = false } = {},
): Promise<void> {
  const folder = process.env.PICTURES
  if (folder) await page.screenshot({ path: join(folder, `${name}-${project.name}.png`), fullPage, scale: 'css' })
}
