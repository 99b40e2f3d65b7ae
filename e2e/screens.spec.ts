import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { watchConsole } from './console'
import { signIn } from './pages/sign-in-page'

const publicScreens = ['/', '/sign-in', '/offline', '/c/hallway-days', '/c/hallway-days/schedule', '/c/hallway-days/plan', '/c/hallway-days/calendars', '/c/kubecon-eu-2026/schedule/2026-03-24', '/nowhere']
const memberScreens = ['/settings', '/new']

for (const language of ['en', 'fr'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${colorScheme}`, () => {
      test.use({ locale: language, colorScheme })

      for (const path of publicScreens) {
        test(`${path} passes axe, speaks ${language} and complains of nothing`, async ({ page }) => {
          const complaints = watchConsole(page)
          await page.goto(path)
          await expect(page.locator('html')).toHaveAttribute('lang', language)
          await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
          await expectAccessible(page)
          expect(complaints).toEqual([])
        })
      }
    })
  }
}

test('the screens of an account pass axe', async ({ page }, info) => {
  await signIn(page, `screens-${info.project.name}@example.org`)
  for (const path of memberScreens) {
    await page.goto(path)
    await expectAccessible(page)
  }
})
