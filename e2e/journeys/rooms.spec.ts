import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../axe'
import { makeConference, signIn } from '../beforehand'
import { test } from '../journey'
import { countEverywhere, tableOfRooms } from '../pages/door-page'

test.use({ timezoneId: 'UTC' })

async function makeRooms(page: Page, slug: string, count: number): Promise<void> {
  await makeConference(page, { name: slug, table: tableOfRooms(count), timeZone: 'UTC' })
  await countEverywhere(slug)
}

test('the states of thirty rooms fit two screens of a phone, and what to say of one is behind a tap', async ({
  page,
  isMobile,
}, info) => {
  const slug = `thirty-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeRooms(page, slug, 30)
  await page.goto(`/c/${slug}/rooms`)
  const tiles = page.getByRole('main').getByRole('listitem').getByRole('button')
  await expect(tiles).toHaveCount(30)
  await expect(tiles.first()).toContainText(/(Room|Seats) left/)
  await expect(tiles.last()).toContainText('Full')
  const { bottom, columns } = await tiles.evaluateAll((all) => ({
    bottom: Math.max(...all.map((one) => one.getBoundingClientRect().bottom)) + scrollY,
    columns: new Set(all.map((one) => one.getBoundingClientRect().left)).size,
  }))
  // What the places at the bottom cover is none of the second screen.
  if (isMobile) expect(bottom).toBeLessThanOrEqual(2 * 844 - 64)
  else expect(columns).toBeGreaterThanOrEqual(4)
  expect(await cutThrough(page, 'main li button, main li button *')).toEqual([])

  const first = tiles.first()
  await first.click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('button', { name: 'Could not get in' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(first).toBeFocused()
})

test('rooms with nothing on today are not in the way', async ({ page }, info) => {
  const slug = `idle-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  const table = `${tableOfRooms(2)}\n2099-01-01,09:00,10:00,Far off,Attic,20`
  await makeConference(page, { name: slug, table, timeZone: 'UTC' })
  await page.goto(`/c/${slug}/rooms`)
  const tiles = page.getByRole('main').getByRole('listitem')
  await expect(tiles).toHaveCount(2)
  await page.getByRole('button', { name: 'Show 1 room with nothing on' }).click()
  await expect(tiles).toHaveCount(3)
  await expect(tiles.last()).toContainText('Attic')
})

test('the wall fills a screen with ten, thirty and sixty rooms: nothing scrolls, nothing is small', async ({
  page,
  isMobile,
}, info) => {
  test.skip(isMobile)
  test.setTimeout(120_000)
  await signIn(page, `walls-${info.project.name}@example.org`)
  for (const count of [10, 30, 60]) {
    const slug = `wall-of-${count}-${info.project.name}`
    await makeRooms(page, slug, count)
    for (const size of [
      { width: 1280, height: 800 },
      { width: 1920, height: 1080 },
    ]) {
      await page.setViewportSize(size)
      await page.goto(`/c/${slug}/manage/wall`)
      await page.getByRole('button', { name: 'Fill the screen' }).click()
      const wall = page.getByRole('region', { name: 'All rooms now' })
      await expect(wall.getByRole('button', { name: 'Leave full screen' })).toBeVisible()
      await expect(wall.getByRole('article')).toHaveCount(count)
      await expect.poll(() => shareOf(page)).toBeGreaterThanOrEqual(0.9)
      expect({ count, size, ...(await measure(page)) }).toEqual({ count, size, scrolls: false, small: [], outside: 0 })
      expect(await cutThrough(page, 'article, article *')).toEqual([])
      await wall.getByRole('button', { name: 'Leave full screen' }).click()
      await expect(page.getByRole('button', { name: 'Fill the screen' })).toBeVisible()
      expect(await cutThrough(page, 'article, article *')).toEqual([])
    }
  }
})

/** How much of the screen is cards. */
function shareOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const areas = [...document.querySelectorAll('article')].map((card) => {
      const { width, height } = card.getBoundingClientRect()
      return width * height
    })
    return areas.reduce((sum, area) => sum + area, 0) / (innerWidth * innerHeight)
  })
}

function measure(page: Page): Promise<{ scrolls: boolean; small: string[]; outside: number }> {
  return page.evaluate(() => {
    const wall = document.querySelector('article')?.closest('section')
    const texts = [...(wall?.querySelectorAll('*') ?? [])].filter((one) =>
      [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    )
    const boxes = [...document.querySelectorAll('article')].map((card) => card.getBoundingClientRect())
    return {
      scrolls: wall ? wall.scrollHeight > wall.clientHeight || wall.scrollWidth > wall.clientWidth : true,
      small: texts
        .filter((one) => one.checkVisibility() && !one.matches('.sr-only'))
        .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 14)
        .map((one) => one.textContent ?? ''),
      outside: boxes.filter(({ bottom, right }) => bottom > innerHeight + 0.5 || right > innerWidth + 0.5).length,
    }
  })
}

/** Boxes whose words go on below what is shown of them, but those that end in an ellipsis. */
function cutThrough(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(
    (among) =>
      [...document.querySelectorAll(among)].flatMap((one) => {
        const style = getComputedStyle(one)
        const isClamped = style.webkitLineClamp !== 'none' || style.textOverflow === 'ellipsis'
        const isCut = style.overflow !== 'visible' && one.scrollHeight > one.clientHeight + 1
        return isCut && !isClamped && !one.matches('.sr-only') ? [one.textContent ?? ''] : []
      }),
    selector,
  )
}
