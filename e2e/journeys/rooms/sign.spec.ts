import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../../axe'
import { makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'
import { whenKept } from '../../kept-here'
import { expectSoundLayout } from '../../layout'
import { makeStewardLink, organizeNow, tableOfNow } from '../../pages/door-page'
import { takePicture } from '../../picture'

test.use({ timezoneId: 'UTC' })

const screens = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 320, height: 568 },
]

/** Nothing scrolls, nothing is cut, nothing is smaller than 14 px: once it has heard how large its screen is. */
async function expectFits(page: Page, about: string): Promise<void> {
  await expect.poll(() => faultsOf(page), { message: about }).toEqual([])
}

function faultsOf(page: Page): Promise<string[]> {
  return page.locator('main.sign').evaluate((sign) => {
    const texts = document.createTreeWalker(sign, NodeFilter.SHOW_TEXT)
    const wrong: string[] = []
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement
      if (!element || !text.textContent?.trim() || element.getClientRects().length === 0) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      const box = range.getBoundingClientRect()
      const px = parseFloat(getComputedStyle(element).fontSize)
      const isOut = box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1
      if (box.width > 0 && (px < 14 || isOut)) wrong.push(`${px} px, ${isOut ? 'out: ' : ''}${text.textContent}`)
    }
    const scrolls = sign.scrollHeight > sign.clientHeight || sign.scrollWidth > sign.clientWidth
    return [...wrong, ...(scrolls ? ['it scrolls'] : [])]
  })
}

test('a sign at a door says what is on, fits every screen, and hears of what changes', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(180_000)
  const slug = `sign-${info.project.name}`
  await organizeNow(page, slug)
  const link = await makeStewardLink(page, slug, 'North')
  await page.getByRole('button', { name: /^Show \d+\ssign/ }).click()
  const address = await page.getByText(/\/rooms\/hall\/sign$/).textContent()
  await expectSoundLayout(page)

  const [tablet, phone] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  await tablet.goto(new URL(address ?? '').pathname)
  await expect(tablet.getByRole('heading', { level: 1, name: 'Hall' })).toBeVisible()
  await expect(tablet.getByText('The talk')).toBeVisible()
  await expect(tablet.getByRole('img', { name: /The talk/ })).toBeVisible()
  await expect(tablet.getByText('Another')).toHaveCount(0)
  await expectAccessible(tablet)

  await phone.goto(new URL(link).pathname)
  await phone.getByRole('button', { name: '5 in', exact: true }).click()
  await phone.getByRole('button', { name: 'Full', exact: true }).click()
  await phone.getByRole('group', { name: /late/i }).getByRole('button', { name: /10/ }).click()
  await expect(tablet.getByText(/^Full$/)).toBeVisible()
  await expect(tablet.getByText(/Running 10\smin late/)).toBeVisible()

  await page.goto(`/c/${slug}/manage/announcements`)
  await page.getByRole('textbox').first().fill('Soup is served in the foyer until two. '.repeat(8))
  await page.getByRole('button', { name: /^(Announce|Send|Tell)/ }).click()
  await expect(tablet.getByText(/Soup is served/)).toBeVisible()
  for (const look of ['system', 'light', 'dark'] as const) {
    for (const size of screens) {
      await tablet.setViewportSize(size)
      await expectFits(tablet, `${size.width}×${size.height}`)
      await expectSoundLayout(tablet, `sign ${size.width}×${size.height}`)
      await takePicture(tablet, info, `sign-${look}-${size.width}`)
    }
    await tablet.getByRole('button', { name: /(system|light|dark)$/i }).click()
  }
})

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' })

  test('a sign stays right by its own clock, says since when it heard nothing, and stands again', async ({
    page,
    browser,
  }, info) => {
    test.setTimeout(180_000)
    const slug = `sign-off-${info.project.name}`
    await organizeNow(page, slug)
    const tablet = await (await browser.newContext({ serviceWorkers: 'allow', timezoneId: 'UTC' })).newPage()
    await tablet.clock.install()
    await tablet.goto(`/c/${slug}/rooms/hall/sign`)
    await expect(tablet.getByText('The talk')).toBeVisible()
    await whenKept(tablet, slug)
    await expect(tablet.getByText(/No word from the server/)).toHaveCount(0)
    await tablet.clock.runFor(70_000)
    await tablet.context().setOffline(true)
    await tablet.clock.runFor(20 * 60_000)
    await expect(tablet.getByText(/No word from the server since \d\d:\d\d/)).toBeVisible()
    await expect(tablet.getByText('The talk')).toBeVisible()
    await tablet.clock.runFor(60 * 60_000)
    await expect(tablet.getByText('The talk')).toHaveCount(0)
    await tablet.reload()
    await expect(tablet.getByRole('heading', { level: 1, name: 'Hall' })).toBeVisible()
    await expect(tablet.getByText(/No word from the server since \d\d:\d\d|cannot be reached/)).toBeVisible()
    await tablet.context().setOffline(false)
    await tablet.clock.runFor(70_000)
    await expect(tablet.getByText(/No word from the server|cannot be reached/)).toHaveCount(0)
  })

  test('a private conference’s sign has a secret address, which shows its room alone until it is ended', async ({
    page,
    browser,
  }, info) => {
    const slug = `sign-secret-${info.project.name}`
    await signIn(page, `${slug}@example.org`)
    await makeConference(page, { name: slug, table: tableOfNow('In the loft'), timeZone: 'UTC' })
    await page.goto(`/c/${slug}/manage/stewards`)
    await page.getByRole('button', { name: /^Make 2\ssecret addresses/ }).click()
    const cards = page.locator('.door-cards > li').filter({ hasText: 'Hall' })
    const path = new URL((await cards.getByText('/sign/').textContent()) ?? '').pathname
    await expectSoundLayout(page)

    const tablet = await (await browser.newContext({ serviceWorkers: 'allow' })).newPage()
    await tablet.goto(path)
    await expect(tablet.getByText('The talk')).toBeVisible()
    await expect(tablet.getByText('In the loft')).toHaveCount(0)
    await expectAccessible(tablet)
    expect((await tablet.request.get(`/c/${slug}`)).status()).toBe(404)
    await tablet.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await tablet.context().setOffline(true)
    await tablet.reload()
    await expect(tablet.getByText('The talk')).toBeVisible()
    await tablet.context().setOffline(false)

    page.once('dialog', (dialog) => void dialog.accept())
    await page
      .getByRole('listitem')
      .filter({ hasText: /^Hall.*Sign, since/ })
      .getByRole('button', { name: 'End' })
      .click()
    await expect(tablet.getByRole('heading', { name: 'This address has ended' })).toBeVisible()
    await expect(tablet.getByText('The talk')).toHaveCount(0)
    expect((await tablet.request.get(path)).status()).toBe(404)
  })
})
