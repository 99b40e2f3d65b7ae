import { expect, type Page } from '@playwright/test'
import { test } from '../../journey'
import { planBoth } from '../../pages/plan-page'

test('a keyboard alone changes the day, opens a session, finds what else is on and comes back to where it was', async ({
  page,
}) => {
  const { a, day } = await planBoth(page)
  const tabs = page.getByRole('tab')
  await expect(tabs).toHaveCount(2)
  await tabs.nth(1).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(tabs.first()).toBeFocused()
  await expect(tabs.first()).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('Nothing of yours on this day.')).toBeVisible()
  await page.keyboard.press('End')
  await expect(page).toHaveURL(new RegExp(`#${day}$`))

  const entry = page.getByRole('link', { name: a, exact: true })
  await entry.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: a })
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(entry).not.toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(entry).toBeFocused()
})

test.describe(() => {
  test.use({ timezoneId: 'Europe/Paris' })

  test('the day is the first thing on the screen of who is there', async ({ page }, info) => {
    await planBoth(page)
    if (info.project.name === 'phone') expect(await topOfDay(page)).toBeLessThanOrEqual(112)
  })
})

test.describe(() => {
  test.use({ timezoneId: 'Asia/Tokyo' })

  test('whose clocks the times are on stands above the first of them for who is elsewhere', async ({ page }) => {
    await planBoth(page)
    const zone = page.getByRole('main').getByRole('button', { name: / time\. Show Tokyo$/ })
    const { bottom, left } = await zone.evaluate((element) => element.getBoundingClientRect())
    expect(bottom).toBeLessThanOrEqual((await topOfDay(page)) + 1)
    // Nothing lies over it.
    expect(
      await zone.evaluate((element, at) => document.elementFromPoint(at.x, at.y) === element, {
        x: left + 5,
        y: bottom - 22,
      }),
    ).toBe(true)
    await zone.click()
    await expect(page.getByRole('main').getByRole('button', { name: /^Tokyo time\. Show / })).toBeFocused()
  })
})

function topOfDay(page: Page): Promise<number> {
  return page
    .locator('main ol > li')
    .first()
    .evaluate((element) => element.getBoundingClientRect().top)
}

test('the day reads at twice the size', async ({ page }) => {
  const { conference, a, b } = await planBoth(page)
  const entry = page.getByRole('link', { name: a, exact: true })
  // Nothing of an entry is cut: what it says is as high as its box at most.
  const cut = () =>
    page
      .locator('main ol > li > div')
      .evaluateAll((boxes) => boxes.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1).length)
  expect(await cut()).toBe(0)

  await page.setViewportSize({ width: 195, height: 422 })
  await expect(entry).toBeVisible()
  await expect(conference.session(b)).toBeVisible()
  expect(await cut()).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(195)
  await entry.click()
  await expect(page.getByRole('dialog', { name: a })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(195)
  expect(
    await page.getByRole('dialog').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  ).toBeLessThanOrEqual(0)
})
