import { expect, type Page } from '@playwright/test'
import { publicScreens } from '../../all-screens'
import { test } from '../../journey'
import { ConferencePage } from '../../pages/conference-page'

const CONTROLS = 'a[href], button:enabled, summary, input, select, textarea, [role=button], [role=tab]'
const sizes = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
  { width: 195, height: 422 },
]

/** What cannot be tapped at the end of the screen because the round button lies over it, by a few words of each. */
async function underTheButton(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    // What is drawn on the way may be higher than it was taken to be.
    for (let turn = 0; turn < 5; turn++) {
      scrollTo(0, document.documentElement.scrollHeight)
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    }
  })
  return page.locator('.write-button').evaluate(
    (button, controls) =>
      [...document.querySelectorAll(controls)].flatMap((one) => {
        const { left, right, top, bottom, width } = one.getBoundingClientRect()
        if (width === 0 || one === button || !one.checkVisibility({ visibilityProperty: true })) return []
        const points = [left + 2, (left + right) / 2, right - 2].flatMap((x) =>
          [top + 2, (top + bottom) / 2, bottom - 2].map((y) => document.elementFromPoint(x, y)),
        )
        const isUnder = points.some((point) => point !== null && button.contains(point))
        return isUnder ? [one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 40) ?? ''] : []
      }),
    CONTROLS,
  )
}

test('nothing that can be tapped is below the round button at the end of any screen', async ({ page }, info) => {
  test.skip(info.project.name !== 'phone', 'On a desktop it stands among the places')
  test.setTimeout(180_000)
  const days = new ConferencePage(page, 'hallway-days')
  await days.openSchedule()
  await page
    .getByRole('button', { name: /^Pick: / })
    .first()
    .click()
  const found: [string, number, string[]][] = []
  let seen = 0
  for (const path of publicScreens) {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    if ((await page.locator('.write-button').count()) === 0) continue
    seen++
    for (const size of sizes) {
      await page.setViewportSize(size)
      const under = await underTheButton(page)
      if (under.length > 0) found.push([path, size.width, under])
    }
  }
  expect(seen).toBeGreaterThan(12)
  expect(found).toEqual([])
})
