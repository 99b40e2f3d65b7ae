import type { Locator, Page } from '@playwright/test'

const STEP_PX = 60

/**
 * What a button that floats over a screen lies over at any place to which one can scroll, while it is to be seen.
 * @param covered a selector of what has to be tapped
 * @returns a few words of each, none twice
 */
export async function coveredBy(page: Page, floating: Locator, covered: string): Promise<string[]> {
  const found = new Set<string>()
  const end = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  for (let top = 0; top <= end; top += STEP_PX) {
    await page.evaluate((place) => {
      scrollTo(0, place)
      // A scroll is told of with the next picture.
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    }, top)
    if (!(await isShown(floating))) continue
    const names = await floating.evaluate((button, selector) => {
      const { left, right, top, bottom } = button.getBoundingClientRect()
      return [...document.querySelectorAll(selector)]
        .filter((one) => {
          const box = one.getBoundingClientRect()
          return box.width > 0 && box.left < right && left < box.right && box.top < bottom && top < box.bottom
        })
        .map((one) => one.getAttribute('aria-label') ?? one.textContent?.slice(0, 40) ?? '')
    }, covered)
    for (const name of names) found.add(name)
  }
  await page.evaluate(() => scrollTo(0, 0))
  return [...found]
}

/** What gives way to others is not drawn, and stays where a keyboard reaches it. */
function isShown(floating: Locator): Promise<boolean> {
  return floating.evaluate((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
}
