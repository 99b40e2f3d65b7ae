import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'

// The small one of the two files: each page that is looked at reads it.
const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

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
  const own = page.viewportSize() ?? PHONE
  for (const look of looks(own)) {
    await wear(page, look)
    await speak(page, look.language)
    await ready()
    await expectAccessible(page)
  }
  await wear(page, { size: own, colorScheme: null })
  await speak(page, 'en')
}

/**
 * The same of many screens that are alike: here one language on one width of every other of them, and the other on the
 * other of those between; in the long run all of each. It ends at the last one, as that was looked at.
 */
export async function expectAllAccessible(page: Page, paths: readonly string[], ready = async () => {}): Promise<void> {
  const asked = looks(page.viewportSize() ?? PHONE)
  for (const [turn, look] of asked.entries()) {
    await wear(page, look)
    await choose(page, look.language)
    for (const path of paths.filter((_, nth) => process.env.HALLWAY_LONG || nth % asked.length === turn)) {
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('lang', look.language)
      await ready()
      await expectAccessible(page)
    }
  }
}

type Look = { language: 'en' | 'fr'; size: typeof PHONE; colorScheme: 'light' | 'dark' }

/** @param own the width that the page has */
function looks(own: typeof PHONE): Look[] {
  const other = otherThan(own)
  if (!process.env.HALLWAY_LONG)
    return [
      { language: 'en', size: own, colorScheme: 'light' },
      { language: 'fr', size: other, colorScheme: 'dark' },
    ]
  return (['en', 'fr'] as const).flatMap((language) =>
    [own, other].flatMap((size) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ language, size, colorScheme })),
    ),
  )
}

function otherThan({ width }: { width: number }) {
  return width === PHONE.width ? DESKTOP : PHONE
}

async function wear(
  page: Page,
  { size, colorScheme }: Pick<Look, 'size'> & { colorScheme: Look['colorScheme'] | null },
): Promise<void> {
  await page.setViewportSize(size)
  await page.emulateMedia({ colorScheme })
}

/** The pages that are opened from now on are in this language. */
async function choose(page: Page, language: string): Promise<void> {
  await page.context().addCookies([{ name: 'hallway-language', value: language, url: new URL('/', page.url()).href }])
}

async function speak(page: Page, language: string): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === language) return
  await choose(page, language)
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
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(script)
  const found = await page.evaluate(runAxe, tags)
  await pinAgain(page)
  return found
}

/** In the page, which has no frames: what axe finds against the rules of these tags, and where. */
async function runAxe(tags: string[]): Promise<string[]> {
  const { violations } = await window.axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations'],
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
