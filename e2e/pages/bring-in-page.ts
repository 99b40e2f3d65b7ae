import { expect, type Page } from '@playwright/test'

/** Brings a pasted table in as a new conference, and leaves at its schedule. The person is signed in. */
export async function bringInTable(
  page: Page,
  {
    name,
    table,
    sessions,
    timeZone = 'Europe/Paris',
  }: { name: string; table: string; sessions: number; timeZone?: string },
): Promise<void> {
  await page.goto('/new')
  await page.getByRole('button', { name: 'I paste it' }).click()
  await page.getByRole('textbox', { name: 'Schedule' }).fill(table)
  await page.getByLabel('Name of the conference').fill(name)
  await page.getByLabel('Time zone of the conference').fill(timeZone)
  await page.getByRole('button', { name: 'Look at it' }).click()
  await expect(page.getByText(`Table (CSV): ${sessions} sessions`)).toBeVisible()
  await page.getByRole('button', { name: `Bring ${sessions} sessions in` }).click()
  await expect(page.getByRole('heading', { name: 'It is here' })).toBeFocused()
  await page.getByRole('link', { name: 'Open it' }).click()
  await page.waitForURL('**/c/*/schedule/**')
}

/** Opens a conference to everyone. */
export async function makePublic(page: Page, slug: string): Promise<void> {
  await page.goto(`/c/${slug}/manage/settings`)
  await page.getByLabel('Who can see it').selectOption('public')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
}
