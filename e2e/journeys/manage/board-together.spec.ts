import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../../axe'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'
import { BoardPage, boxOf, centre } from '../../pages/board-page'
import { openTwoBoards } from '../../pages/two-boards'
import { takePicture } from '../../picture'

const DAY = '2037-06-01'
const table =
  `Day,Start,End,Title,Room\n${DAY},09:00,09:30,Talk A,Hall\n${DAY},11:00,11:30,Talk B,Loft\n` +
  `${DAY},10:00,10:30,Talk C,Attic\n${DAY},10:00,10:30,Talk D,Attic\n2037-06-02,09:00,09:30,Talk E,Hall`

const isWide = (page: Page) => (page.viewportSize()?.width ?? 0) > 1000

test('of two organizers who move one session each hears of the other, and can have it back', async ({
  page,
  browser,
}, info) => {
  test.skip(!isWide(page), 'the board of a wide screen')
  const slug = `board-together-${info.project.name}`
  const [mine, theirs] = await openTwoBoards(page, browser, { slug, table, day: DAY })
  await mine.drag('Talk A', { minutes: 60 })
  await expect(mine.cell('Talk A, 10:00–10:30')).toHaveAccessibleName(/by .?you/)
  // Whoever has no name is called by their address, without its host.
  await expect(theirs.cell('Talk A, 10:00–10:30')).toHaveAccessibleName(new RegExp(`by .?${slug}.?(;|$)`))
  await theirs.drag('Talk A', { minutes: 45 })
  const news = page.getByRole('status').filter({ hasText: /Bo.? has moved .?Talk A.? since you did/ })
  await expect(news).toContainText('10:45–11:15')
  await expect(mine.cell('Talk A, 10:45–11:15')).toHaveAccessibleName(/by .?Bo/)
  await expectAccessible(page)
  await expectSoundLayout(page)
  await takePicture(page, info, 'board-together')
  await news.getByRole('button', { name: 'Put it back to where I had it' }).click()
  await expect(theirs.cell('Talk A, 10:00–10:30')).toBeVisible()
  await expect(news).toHaveCount(0)
  await theirs.page
    .getByRole('status')
    .filter({ hasText: 'since you did' })
    .getByRole('button', { name: 'Leave it' })
    .click()
  await expect(theirs.page.getByText('since you did')).toHaveCount(0)

  // At once, without the one having seen the other's.
  await Promise.all([mine.drag('Talk B', { minutes: 30 }), theirs.drag('Talk B', { minutes: 60 })])
  const told = (board: BoardPage) => board.page.getByText(/(had just moved|has moved) .?Talk B/)
  await expect(told(mine)).toBeVisible()
  await expect(told(theirs)).toBeVisible()
  const placeOn = async (board: BoardPage) =>
    /\d\d:\d\d–\d\d:\d\d/.exec((await board.cell('Talk B').getAttribute('aria-label')) ?? '')?.[0]
  await expect.poll(async () => (await placeOn(mine)) === (await placeOn(theirs))).toBe(true)
})

test('whoever carries a session by keys hears that another drops it elsewhere, and whose place theirs takes', async ({
  page,
  browser,
}, info) => {
  test.skip(!isWide(page), 'the board of a wide screen')
  const [mine, theirs] = await openTwoBoards(page, browser, {
    slug: `board-carried-${info.project.name}`,
    table,
    day: DAY,
  })
  await mine.cell('Talk A').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await theirs.drag('Talk A', { minutes: 60 })
  const news = page.getByRole('status').filter({ hasText: /While you hold .?Talk A.?, .?Bo.? has moved it/ })
  await expect(news).toContainText('it is now Mon 1 Jun 10:00–10:30')
  await expect(news).toBeInViewport()
  await page.keyboard.press('ArrowDown')
  await expect(news).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Space')
  await expect(news).toHaveCount(0)
  await expect(mine.cell('Talk A, 09:10–09:40')).toBeVisible()
  const overtaken = page.getByRole('status').filter({ hasText: /Bo.? had just moved .?Talk A/ })
  await overtaken.getByRole('button', { name: /Put it where .?Bo.? had it/ }).click()
  await expect(mine.cell('Talk A, 10:00–10:30')).toBeVisible()

  // Left where it is, it is said to be where the other put it.
  await expect(theirs.cell('Talk A, 10:00–10:30')).toHaveAccessibleName(/by .?board-carried/)
  await mine.cell('Talk A').focus()
  await page.keyboard.press('Space')
  await theirs.drag('Talk A', { minutes: 15 })
  await expect(news).toContainText('10:15–10:45')
  await page.keyboard.press('Escape')
  await expect(page.getByText(/Talk A.? stays: 10:15–10:45/)).toBeAttached()

  // The fields of a session that is open say it, too.
  await mine.cell('Talk B').click()
  await theirs.drag('Talk B', { minutes: 30 })
  const sheet = page.getByRole('dialog', { name: 'Talk B' })
  await expect(sheet.getByRole('status').filter({ hasText: 'Meanwhile' })).toContainText(
    /Meanwhile .?Bo.? has moved it: it is now .*11:30–12:00/,
  )
})

test('whoever has the board open hears that another discards the draft, and can bring it back', async ({
  page,
  browser,
}, info) => {
  test.skip(!isWide(page), 'the board of a wide screen')
  const [mine, theirs] = await openTwoBoards(page, browser, {
    slug: `board-discarded-${info.project.name}`,
    table,
    day: DAY,
  })
  await mine.drag('Talk A', { minutes: 60 })
  await expect(theirs.cell('Talk A, 10:00–10:30')).toBeVisible()
  await theirs.page.getByRole('button', { name: 'Draft: 1' }).click()
  await theirs.page.getByRole('button', { name: 'Discard the draft' }).click()
  const told = page.getByRole('status').filter({ hasText: /Somebody discarded the draft: 1\ssession/ })
  await told.getByRole('button', { name: 'Undo' }).click()
  await expect(theirs.cell('Talk A, 10:00–10:30')).toBeVisible()
})

test('a session is dropped on another day, by hand and by a key', async ({ page, browser }, info) => {
  test.skip(!isWide(page), 'the board of a wide screen')
  const [board] = await openTwoBoards(page, browser, { slug: `board-days-${info.project.name}`, table, day: DAY })
  const tab = page.getByRole('navigation', { name: 'Days' }).getByRole('button', { name: 'Tue 2 Jun' })
  await board.move(centre(await boxOf(board.cell('Talk A'))), centre(await boxOf(tab)))
  await expect(board.cell('Talk A')).toHaveCount(0)
  await board.cell('Talk B').focus()
  await page.keyboard.press('d')
  await expect(board.cell('Talk B')).toHaveCount(0)
  await tab.click()
  await expect(board.cell('Talk A, 09:00–09:30 · .?Hall')).toBeVisible()
  await expect(board.cell('Talk B, 11:00–11:30 · .?Loft')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(board.cell('Talk B')).toHaveCount(0)
})

test('what cannot work stays on the list once it is published', async ({ page, browser }, info) => {
  test.skip(!isWide(page), 'the board of a wide screen')
  const [board] = await openTwoBoards(page, browser, { slug: `board-standing-${info.project.name}`, table, day: DAY })
  await page.getByRole('button', { name: /^1\swarning$/ }).click()
  const list = page.getByRole('dialog', { name: 'Warnings' })
  await expect(list).toContainText(/In the programme as it is published: 1\swarning.*Talk [CD].*Talk [CD].*at once/)
  await page.getByRole('button', { name: 'Close' }).click()
  await board.drag('Talk D', { minutes: 60 })
  await expect(page.getByRole('button', { name: /warning/ })).toHaveCount(0)
})
