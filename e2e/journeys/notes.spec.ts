import { expect, type Locator, type Page } from '@playwright/test'
import { png } from '@/tests/factories/picture'
import { expectAccessibleEverywhere, expectAccessibleInBothLooks } from '../axe'
import { coveredBy } from '../covered-by'
import { test } from '../journey'
import { note } from '../pages/note-box'
import { SecondServer } from '../second-server'
import { readAgenda } from '../server-data'

const NOW = '2026-03-25T11:15:00+01:00'
const SLUG = 'kubecon-eu-2026'
const PHOTO = { name: 'slide.png', mimeType: 'image/png', buffer: png }

const writeButton = (page: Page) => page.getByRole('link', { name: 'Write a note', exact: true })
const rows = (page: Page) => page.getByRole('main').getByRole('listitem')

test.describe('at a quarter past eleven', () => {
  // One worker runs them all: each would start a server of its own.
  test.describe.configure({ mode: 'default' })
  let server: SecondServer
  test.beforeAll(async () => {
    server = await SecondServer.start(NOW)
  })
  test.afterAll(() => server.kill())
  test.beforeEach(({ page }) => page.clock.install({ time: NOW }))

  /** A talk that is on. */
  async function talkOn(page: Page): Promise<{ address: string; title: string }> {
    const at = Date.parse(NOW)
    const { sessions } = await readAgenda(page, SLUG, server.url)
    const talk = sessions.find(
      ({ kind, startAt = '', endAt = '' }) => kind === 'talk' && Date.parse(startAt) <= at && at < Date.parse(endAt),
    )
    return { address: `${server.url}/c/${SLUG}/sessions/${talk?.slug}`, title: talk?.title ?? '' }
  }

  test('from a session a note with a quote, a to-do and a photo takes four taps', async ({ page }) => {
    const taps: string[] = []
    const tap = async (what: string, target: Locator) => {
      taps.push(what)
      await target.click()
    }
    const { address, title } = await talkOn(page)
    await page.goto(address)
    await tap('The box', note(page))
    await expect(note(page)).toBeFocused()
    await tap('Quote', page.getByRole('button', { name: 'Quote' }))
    await page.keyboard.type('A thin layer may do — Ada')
    await page.keyboard.press('Enter')
    await tap('To-do', page.getByRole('button', { name: 'To-do' }))
    await page.keyboard.type('Find the slides')
    const opened = page.waitForEvent('filechooser')
    await tap('Photo', page.getByRole('button', { name: 'Photo', exact: true }))
    await (await opened).setFiles(PHOTO)
    await expect(page.getByRole('button', { name: /^Show large/ })).toBeVisible()
    expect(taps).toEqual(['The box', 'Quote', 'To-do', 'Photo'])

    await page.goto(`${server.url}/c/${SLUG}/notes`)
    await expect(rows(page)).toHaveCount(1)
    const row = rows(page).getByRole('link')
    await expect(row).toContainText('A thin layer may do — Ada')
    await expect(row).toContainText(title)
    await expect(row).toContainText('1 quote')
    await expect(row).toContainText('1 to-do open')
    await expect(row).toContainText('1 photo')
    await expect(row).not.toContainText('>')
    await expect(row.locator('img').first()).toBeVisible()
    const top = await row.evaluate((element) => element.getBoundingClientRect().top)
    expect(top).toBeLessThanOrEqual(140)
    await expectAccessibleEverywhere(page, () => expect(row.locator('img').first()).toBeVisible())

    await page.getByRole('searchbox', { name: 'Search notes' }).fill('slides')
    await expect(row.locator('mark')).toHaveText(['slides'])
    await page.getByRole('searchbox', { name: 'Search notes' }).fill('nowhere')
    await expect(page.getByText('No note has all these words.')).toBeVisible()
  })

  test('a to-do that is ticked stays where it is, and keeps the focus', async ({ page }) => {
    await page.goto((await talkOn(page)).address)
    await note(page).pressSequentially('[ ] Find the slides\n[ ] Ask about the licence')
    await expect(page.getByText('On this device', { exact: true }).first()).toBeVisible()
    await page.goto(`${server.url}/c/${SLUG}/notes/marks`)
    const todo = page.getByRole('checkbox', { name: 'Find the slides' })
    await todo.focus()
    await page.keyboard.press('Space')
    await expect(page.getByRole('heading', { name: /^To do 1 open/ })).toBeVisible()
    await expect(todo).toBeChecked()
    await expect(todo).toBeFocused()
    await expect(page.getByRole('checkbox').first()).toHaveAccessibleName('Find the slides')
    await page.keyboard.press('Space')
    await expect(todo).not.toBeChecked()
    await expect(todo).toBeFocused()
  })

  test('writing begins from any screen: in the note of the session that I am in, else in a new one', async ({
    page,
  }) => {
    const { address } = await talkOn(page)
    await page.goto(`${server.url}/c/${SLUG}/plan`)
    await writeButton(page).click()
    await page.waitForURL('**/notes/new')
    const text = page.getByRole('textbox', { name: 'Text of the note' })
    await expect(text).toBeFocused()
    await expect(writeButton(page)).toHaveCount(0)
    await page.getByPlaceholder('Where (optional)').fill('Booth 12')
    await text.pressSequentially('Met somebody')
    await page.waitForURL(/\/notes\/[0-9a-f-]{36}$/)
    await expect(page.getByText(/Booth 12/)).toBeVisible()
    await expectAccessibleInBothLooks(page)
    await page.reload()
    await expect(text).toHaveValue('Met somebody')
    // Who only looked has made none.
    await page.goto(`${server.url}/c/${SLUG}/notes/new`)
    await expect(text).toBeFocused()
    await page.goto(`${server.url}/c/${SLUG}/notes`)
    await expect(rows(page)).toHaveCount(1)
    await expect(rows(page)).toContainText('Met somebody')

    await page.goto(address)
    await page.getByRole('button', { name: 'Attended', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Attended', exact: true })).toHaveAttribute('aria-pressed', 'true')
    await page.goto(`${server.url}/c/${SLUG}/rooms`)
    await writeButton(page).click()
    await page.waitForURL(`${address}#write`)
    await expect(note(page)).toBeFocused()
    // All of it, above the places at the bottom.
    await expect
      .poll(() => note(page).evaluate((box) => box.getBoundingClientRect().bottom < innerHeight - 64))
      .toBe(true)
  })

  test('a tap before our code is there leads to the note of the session that I am in, too', async ({ page }) => {
    const { address } = await talkOn(page)
    await page.goto(address)
    await page.getByRole('button', { name: 'Attended', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Attended', exact: true })).toHaveAttribute('aria-pressed', 'true')
    await page.route(/_next\/static\/chunks\/.*\.js/, (route) =>
      route.request().headers().referer?.endsWith('/rooms') ? undefined : route.continue(),
    )
    await page.goto(`${server.url}/c/${SLUG}/rooms`, { waitUntil: 'commit' })
    // Before the styles are there both stand there, that among the places and the round one.
    await expect(writeButton(page)).toHaveCount(1)
    await writeButton(page).click()
    await page.waitForURL(`${address}#write`)
    await expect(note(page)).toBeFocused()
  })

  test('the bar with the round button covers neither the last row nor what asks to be undone', async ({
    page,
    isMobile,
  }) => {
    test.skip(!isMobile, 'On a wide screen it stands among the places.')
    await page.goto(`${server.url}/c/${SLUG}/schedule/2026-03-26`)
    const places = (target: Locator) => target.evaluate((element) => element.getBoundingClientRect().toJSON())
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    const last = page.locator('#day-list .session-row').last()
    await expect(last).toBeInViewport()
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    const bar = page.getByRole('navigation', { name: 'Places' })
    const [row, button, below] = [await places(last), await places(writeButton(page)), await places(bar)]
    expect(row.bottom).toBeLessThanOrEqual(below.top)
    expect(button.width).toBeGreaterThanOrEqual(44)
    expect([button.top >= below.top, button.bottom <= below.bottom]).toEqual([true, true])
    await page.goto((await talkOn(page)).address)
    await expect(note(page)).toBeAttached()
    await page.getByRole('button', { name: 'I want to go' }).click()
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
    expect(await coveredBy(page, bar, '.undo-bar button')).toEqual([])
  })

  test('while the keyboard is open the text fills what is left, and the marks stand above the keys', async ({
    page,
    isMobile,
  }) => {
    test.skip(!isMobile, 'A phone has such a keyboard.')
    const { address } = await talkOn(page)
    await page.goto(address)
    await note(page).click()
    await expect(note(page)).toBeFocused()
    await page.keyboard.type('Before')
    // A browser without a screen opens no keyboard; this is what one says of it.
    await page.evaluate(() => {
      const seen = window.visualViewport
      if (!seen) return
      Object.defineProperty(seen, 'height', { value: 460, configurable: true })
      Object.defineProperty(seen, 'offsetTop', { value: 0, configurable: true })
      seen.dispatchEvent(new Event('resize'))
    })
    const boxOf = (target: Locator) => target.evaluate((element) => element.getBoundingClientRect().toJSON())
    const bar = page.getByRole('toolbar', { name: 'Marks' })
    await expect.poll(async () => (await boxOf(bar)).bottom).toBeLessThanOrEqual(460)
    const [text, marks] = [await boxOf(note(page)), await boxOf(bar)]
    expect({ isFilled: text.height > 300, isAbove: text.bottom <= marks.top, isLow: marks.bottom > 440 }).toEqual({
      isFilled: true,
      isAbove: true,
      isLow: true,
    })
    for (const button of await bar.getByRole('button').all()) {
      const { width, height } = await boxOf(button)
      expect([width >= 44, height >= 44]).toEqual([true, true])
    }
    await bar.getByRole('button', { name: 'Question' }).click()
    await expect(note(page)).toHaveValue('? Before')
    await expect(note(page)).toBeFocused()
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(note(page)).not.toBeFocused()
    await expect.poll(async () => (await boxOf(note(page))).height).toBeLessThan(300)
    await expect(note(page)).toHaveValue('? Before')
  })

  test('a photo opens over everything, grows, gives way to the next, and closes by Escape and by the way back', async ({
    page,
  }) => {
    const { address } = await talkOn(page)
    await page.goto(address)
    await note(page).fill('Slides')
    const cards = page.getByRole('button', { name: /^Show large/ })
    await page.getByLabel('Choose photos').setInputFiles([PHOTO, { ...PHOTO, name: 'second.png' }])
    await expect(cards).toHaveCount(2)
    await cards.first().click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    await expect(note(page)).not.toBeFocused()
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
    const box = await dialog.boundingBox()
    expect([box?.x, box?.y, box?.width, box?.height]).toEqual([0, 0, width, height])
    await expect(dialog.getByText('1 / 2')).toBeVisible()
    const shown = dialog.locator('.pswp__item[aria-hidden=false] img.pswp__img').last()
    await expect(shown).toBeVisible()
    const widthOf = async () => (await shown.boundingBox())?.width ?? 0
    const before = await widthOf()
    await page.keyboard.press('+')
    await expect.poll(widthOf).toBeGreaterThan(before)
    await page.keyboard.press('ArrowRight')
    await expect(dialog.getByText('2 / 2')).toBeVisible()
    await dialog.getByLabel('What it shows').fill('The budget')
    await expectAccessibleInBothLooks(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('The budget', { exact: true })).toBeVisible()
    await expect(cards.first()).toBeFocused()

    await cards.last().click()
    await expect(dialog).toBeVisible()
    await page.goBack()
    await expect(dialog).toBeHidden()
    expect(page.url()).toContain(address)
    await cards.last().click()
    await dialog.getByRole('button', { name: 'Remove photo' }).click()
    await expect(dialog).toBeHidden()
    await expect(cards).toHaveCount(1)
    await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(cards).toHaveCount(2)
    await expect(cards.last()).toBeFocused()
  })
})
