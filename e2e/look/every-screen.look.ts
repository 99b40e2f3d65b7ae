import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { conferenceScreens, manageScreens, memberScreens, publicScreens } from '../all-screens'
import { makeConference, signIn } from '../beforehand'
import { oddNames } from '../odd-names'

const FOLDER = 'test-results/look'
// Where a screen goes on for longer, it goes on alike.
const MOST_PIXELS = 2600

for (const language of ['en', 'fr'])
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(() => {
      test.use({ locale: language, colorScheme })

      test(`every screen, ${language}, ${colorScheme}`, async ({ page }, { project }) => {
        const slug = `look-${language}-${colorScheme}-${project.name}`
        await signIn(page, `${slug}@example.org`)
        await makeConference(page, { name: slug, table: oddNames })
        await useIt(page, slug)
        const own = [...conferenceScreens, ...manageScreens.map((screen) => `/manage${screen}`)]
        for (const [index, path] of [
          ...publicScreens,
          ...memberScreens,
          ...own.map((of) => `/c/${slug}${of}`),
        ].entries()) {
          await page.goto(path)
          await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
          await page.waitForLoadState('networkidle')
          const screen = path.replace(slug, 'odd-names').replaceAll(/\W+/g, '_') || '_'
          const place = `${String(index).padStart(2, '0')}${screen}.${project.name}.${language}.${colorScheme}.png`
          await take(page, join(FOLDER, place))
        }
      })
    })

/** Picks two sessions that overlap, and writes on one. */
async function useIt(page: Page, slug: string): Promise<void> {
  for (const number of [2, 3]) {
    await page.goto(`/c/${slug}/sessions/${number}`)
    await page.locator('main [aria-pressed=false]').first().click()
  }
  const note = page.getByRole('textbox', { name: /^Not/ })
  await note.first().pressSequentially('# Heading\n- a point\n[ ] something to do\n> said — by whom\n? why')
  await expect(page.getByText(/^(On the server|Sur le serveur)$/).first()).toBeVisible()
}

/** The whole page; of one that opens further down, at now, what is in sight: the rest is drawn when one comes to it. */
async function take(page: Page, path: string): Promise<void> {
  const { width, height, isFurtherDown } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
    isFurtherDown: scrollY > 0,
  }))
  if (isFurtherDown) return void (await page.screenshot({ path, scale: 'css' }))
  const clip = { x: 0, y: 0, width, height: Math.min(height, MOST_PIXELS) }
  await page.screenshot({ path, fullPage: true, clip, scale: 'css' })
}
