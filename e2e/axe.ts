import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// The rules whose answer depends on colours: the others would read the same document again.
const COLOUR_RULES = ['cat.color']

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

/**
 * The same in each language.
 * @param ready waits for what belongs on the page before it is looked at
 */
export async function expectAccessibleEverywhere(
  page: Page,
  ready: () => Promise<void> = async () => {},
): Promise<void> {
  for (const language of ['en', 'fr']) {
    await speak(page, language)
    await ready()
    await expectAccessibleInBothLooks(page)
  }
  await speak(page, 'en')
}

async function speak(page: Page, language: string): Promise<void> {
  await page.context().addCookies([{ name: 'hallway-language', value: language, url: new URL('/', page.url()).href }])
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

async function violationsOf(page: Page, tags: string[]): Promise<string[]> {
  // Without frames of other origins there is nothing to put together on a page of its own.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(tags)
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
