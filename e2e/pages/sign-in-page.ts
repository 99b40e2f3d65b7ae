import { expect, type Page } from '@playwright/test'

/** Signs in with the code that the page shows when no SMTP server is set. */
export async function signInByCode(page: Page, email: string, to = '/'): Promise<void> {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  const shown = page.getByTestId('development-code')
  await expect(shown).toHaveText(/^\d{6}$/)
  await page.getByLabel('Code').fill((await shown.textContent()) ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === to)
}
