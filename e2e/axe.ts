import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// The rules whose answer depends on colours: the others would read the same document again.
const COLOUR_RULES = ['cat.color']
const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1280, height: 800 }

/** Asserts that axe finds nothing against WCAG 2.2 AA on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page, RULES)).toEqual([])
}

/**
 * The same in the light, and in the dark, which is another style sheet over the same document: there the colours are
 * asked for.
 */
export async function expectAccessibleInBothLooks(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violationsOf(page, COLOUR_RULES), 'in the dark').toEqual([])
  await page.emulateMedia({ colorScheme: null })
}

/** The same on a phone and on a desktop, for journeys that nothing but this asks on both. */
export async function expectAccessibleOnBothWidths(page: Page): Promise<void> {
  const own = page.viewportSize() ?? PHONE
  for (const size of [own, otherThan(own)]) {
    await page.setViewportSize(size)
    await expectAccessible(page)
  }
  await page.setViewportSize(own)
}

/**
 * The same in both looks, in each language and on both widths: here one language in the light on one width, the other
 * in the dark on the other; in the long run all of it.
 * @param ready waits for what belongs on the page before it is looked at
 */
export async function expectAccessibleEverywhere(page: Page, ready = async () => {}): Promise<void> {
  await expectAccessibleIn(page, corners, ready)
}

/**
 * The same of one of many screens that are alike: here one language on one width, for every other of them the other; in
 * the long run all of it.
 * @param nth which of them it is
 */
export async function expectAccessibleInTurn(page: Page, nth: number, ready = async () => {}): Promise<void> {
  await expectAccessibleIn(page, (own, other) => corners(own, other).filter((_, corner) => corner === nth % 2), ready)
}

async function expectAccessibleIn(page: Page, short: typeof corners, ready: () => Promise<void>): Promise<void> {
  const own = page.viewportSize() ?? PHONE
  const other = otherThan(own)
  for (const { language, size, colorScheme } of (process.env.HALLWAY_LONG ? crossed : short)(own, other)) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme })
    await speak(page, language)
    await ready()
    await expectAccessible(page)
  }
  await page.emulateMedia({ colorScheme: null })
  await page.setViewportSize(own)
  await speak(page, 'en')
}

type Look = { language: 'en' | 'fr'; size: typeof PHONE; colorScheme: 'light' | 'dark' }

function corners(own: typeof PHONE, other: typeof PHONE): Look[] {
  return [
    { language: 'en', size: own, colorScheme: 'light' },
    { language: 'fr', size: other, colorScheme: 'dark' },
  ]
}

function crossed(own: typeof PHONE, other: typeof PHONE): Look[] {
  return (['en', 'fr'] as const).flatMap((language) =>
    [own, other].flatMap((size) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ language, size, colorScheme })),
    ),
  )
}

function otherThan({ width }: { width: number }) {
  return width === PHONE.width ? DESKTOP : PHONE
}

async function speak(page: Page, language: string): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === language) return
  await page.context().addCookies([{ name: 'hallway-language', value: language, url: new URL('/', page.url()).href }])
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

/** What a bar that stays in sight covers of a row at the moment, scrolling uncovers: axe would call it too small. */
async function unpin(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('body *'))
      if (['fixed', 'sticky'].includes(getComputedStyle(element).position) && !element.closest('dialog')) {
        element.style.position = 'static'
        element.dataset.unpinned = ''
      }
  })
}

async function pinAgain(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-unpinned]')) {
      element.style.removeProperty('position')
      delete element.dataset.unpinned
    }
  })
}

async function violationsOf(page: Page, tags: string[]): Promise<string[]> {
  await unpin(page)
  // Without frames of other origins there is nothing to put together on a page of its own.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(tags)
    .analyze()
  await pinAgain(page)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
