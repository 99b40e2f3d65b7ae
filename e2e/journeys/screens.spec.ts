import { expect, type Page } from '@playwright/test'
import { manageScreens, memberScreens, publicScreens } from '../all-screens'
import { expectAccessible, expectAccessibleInBothLooks } from '../axe'
import { makeConference, signIn } from '../beforehand'
import { watchConsole } from '../console'
import { test } from '../journey'
import { tabThrough } from '../keyboard'
import { expectSoundLayout, findFaults } from '../layout'
import { oddNames } from '../odd-names'
import { makeStewardLink, organizeNow } from '../pages/door-page'
import { RecapPage } from '../pages/recap-page'

// Every other screen in English on a phone, those between in French on a desktop; the long run asks the rest of both.
for (const language of ['en', 'fr'] as const)
  for (const onPhones of [true, false])
    test.describe(`${language} on a ${onPhones ? 'phone' : 'desktop'}`, () => {
      test.use({ locale: language })
      test.skip(({ isMobile }) => isMobile !== onPhones)

      for (const [nth, path] of publicScreens.entries()) {
        const isShort = onPhones ? language === 'en' && nth % 2 === 0 : language === 'fr' && nth % 2 === 1
        const name = `${path} passes axe in both looks, speaks ${language}, is soundly laid out, complains of nothing`
        test(`${name}${isShort ? '' : ' @long'}`, async ({ page }) => {
          const complaints = watchConsole(page)
          await page.goto(path)
          await expect(page.locator('html')).toHaveAttribute('lang', language)
          await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
          await expectAccessibleInBothLooks(page)
          await expectSoundLayout(page)
          expect(complaints).toEqual([])
          await page.setViewportSize({ width: 320, height: 640 })
          // What a script puts in its place, as the names on a plan, follows the width a moment later.
          await expect.poll(() => findFaults(page), { message: 'on the narrowest phone', timeout: 15_000 }).toEqual([])
        })
      }
    })

test('the screens of an account pass axe and are soundly laid out', async ({ page }, info) => {
  await signIn(page, `screens-${info.project.name}@example.org`)
  for (const path of memberScreens) {
    await page.goto(path)
    await expectAccessible(page)
    await expectSoundLayout(page)
  }
})

// A keyboard is at a wide screen, which is enlarged as often; in the long run a phone is asked the same.
const isNotAsked = (isMobile: boolean) => isMobile && !process.env.HALLWAY_LONG

test('with a keyboard alone everything is reached and shows it, and twice as large nothing is cut off @looks', async ({
  page,
  isMobile,
}, info) => {
  test.skip(isNotAsked(isMobile))
  test.setTimeout(180_000)
  await signIn(page, `keys-${info.project.name}@example.org`)
  const { width, height } = page.viewportSize() ?? { width: 390, height: 844 }
  for (const path of [...publicScreens, ...memberScreens]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    // Once the page lives, a wide screen's grid takes the place of the list.
    if (path.includes('/schedule') && info.project.name === 'desktop')
      await expect(page.locator('[data-grid-cell]').first()).toBeVisible()
    expect(await tabThrough(page), path).toEqual({ missed: [], unmarked: [] })
    await page.setViewportSize({ width: width / 2, height: height / 2 })
    await expect.poll(() => sideways(page), path).toBe(0)
    await expectSoundLayout(page, `${path}, twice as large`)
    await page.setViewportSize({ width, height })
  }
})

test('whoever organizes needs no mouse, and may enlarge everything @looks', async ({ page, isMobile }, info) => {
  test.skip(isNotAsked(isMobile))
  test.setTimeout(180_000)
  const slug = `large-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, {
    name: slug,
    table: oddNames,
  })
  const { width, height } = page.viewportSize() ?? { width: 390, height: 844 }
  await page.setViewportSize({ width: width / 2, height: height / 2 })
  for (const section of manageScreens) {
    await page.goto(`/c/${slug}/manage${section}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    const sections = page.getByRole('navigation', { name: 'Sections' })
    const tab = sections.locator('summary, [aria-current]').filter({ visible: true })
    await expect(tab, section).toBeInViewport({ ratio: 0.9 })
    await expectSoundLayout(page, `${section}, twice as large`)
    expect(await tabThrough(page), section).toEqual({ missed: [], unmarked: [] })
  }
})

test('whoever writes, counts at a door, joins or reads needs no mouse, and may enlarge everything @looks', async ({
  page,
  isMobile,
}, info) => {
  test.skip(isNotAsked(isMobile))
  test.setTimeout(180_000)
  const slug = `screens-now-${info.project.name}`
  await organizeNow(page, slug)
  const screens = [await makeStewardLink(page, slug, 'At the door'), ...(await makeOwnScreens(page, slug))]
  const { width, height } = page.viewportSize() ?? { width: 390, height: 844 }
  await page.setViewportSize({ width: width / 2, height: height / 2 })
  for (const screen of screens) {
    await page.goto(new URL(screen, page.url()).pathname)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expectAccessible(page)
    await expectSoundLayout(page, `${screen}, twice as large`)
    expect(await tabThrough(page), screen).toEqual({ missed: [], unmarked: [] })
  }
})

/** Writes a note, forms a group, and publishes a recap. @returns the addresses of what came of it */
async function makeOwnScreens(page: Page, slug: string): Promise<string[]> {
  await page.goto(`/c/${slug}/sessions/1-the-talk`)
  await page.getByRole('button', { name: 'Attended', exact: true }).click()
  await page
    .getByRole('textbox', { name: 'Note on The talk' })
    .fill('A word about `averylongnameofafunctionthatnobodybreaks`\n\n| a | b |\n|---|---|\n| 1 | 2 |')
  await expect(page.getByText('On the server', { exact: true }).first()).toBeVisible()
  await page.goto(`/c/${slug}/notes`)
  const note = (await page.getByRole('main').getByRole('listitem').getByRole('link').first().getAttribute('href')) ?? ''
  await page.goto(`/c/${slug}/together`)
  await page.getByLabel('Name of the group').fill('Team')
  await page.getByLabel('Your name').fill('Ada')
  await page.getByRole('button', { name: 'Make the group' }).click()
  const invitation = await page.getByLabel('Link', { exact: true }).inputValue()
  const recaps = new RecapPage(page, slug)
  await recaps.make('All days', 'A recap with a title that is longer than a phone is wide')
  const editor = page.url()
  await recaps.publish('the-day', slug)
  return [note, invitation, `/c/${slug}/together`, editor, `/@${slug}`, `/@${slug}/the-day`]
}

/** How far the page can be scrolled sideways, in pixels. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
