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
  await floating.evaluate(lookAndGoOn, { covered, next: 0 })
  for (let next = STEP_PX; next <= end + STEP_PX; next += STEP_PX)
    for (const name of await floating.evaluate(lookAndGoOn, { covered, next })) found.add(name)
  await page.evaluate(() => scrollTo(0, 0))
  return [...found]
}

/** In the page: what the button lies over where the page stands. The page is scrolled on to the next place after. */
async function lookAndGoOn(button: Element, { covered, next }: { covered: string; next: number }): Promise<string[]> {
  const { left, right, top, bottom } = button.getBoundingClientRect()
  // What gives way to others is not drawn, and stays where a keyboard reaches it.
  const isShown = button.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const names = (isShown ? [...document.querySelectorAll(covered)] : [])
    .filter((one) => {
      const box = one.getBoundingClientRect()
      return box.width > 0 && box.left < right && left < box.right && box.top < bottom && top < box.bottom
    })
    .map((one) => one.getAttribute('aria-label') ?? one.textContent?.slice(0, 40) ?? '')
  scrollTo(0, next)
  // A scroll is told of with the next picture.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  return names
}
