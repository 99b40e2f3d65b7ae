import { expect } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { expectAccessible } from '../../axe'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'
import { openTwoBoards } from '../../pages/two-boards'

// In the night to the 29th clocks of Paris go from 02:00 to 03:00.
const DAY = '2037-03-28'
const table =
  `Day,Start,End,Title,Room\n${DAY},02:30,03:00,Talk A,Hall\n${DAY},04:00,04:30,Talk B,Hall\n` +
  `2037-03-29,09:00,09:30,Talk C,Hall`

test.beforeEach(({ page }) => {
  test.skip((page.viewportSize()?.width ?? 0) <= 1000, 'the board of a wide screen')
})

test('what is carried by keys and cancelled meanwhile is let go, and why is said', async ({ page, browser }, info) => {
  const slug = `board-cancelled-${info.project.name}`
  const [mine, { page: theirs }] = await openTwoBoards(page, browser, { slug, table, day: DAY })
  await mine.cell('Talk A').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  const { number } = await database().session.findFirstOrThrow({ where: { title: 'Talk A', conference: { slug } } })
  await theirs.goto(`/c/${slug}/manage/sessions/${number}`)
  theirs.on('dialog', (dialog) => void dialog.accept())
  await theirs.getByRole('button', { name: 'Cancel this session' }).click()
  const news = page.getByRole('status').filter({ hasText: /Talk A.? is no longer on the board/ })
  await expect(news).toBeInViewport()
  await expect(mine.grid.getByText('02:35–03:05')).toBeHidden()
  await expect(mine.cell('Talk B')).toBeFocused()
  await expectAccessible(page)
  await expectSoundLayout(page)
  // The keys are free again: nothing is carried.
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(mine.cell('Talk B, 04:05–04:35')).toBeVisible()
})

test('a step that can no longer be undone says so on the screen, and so does what leaves the day', async ({
  page,
  browser,
}, info) => {
  const [mine, theirs] = await openTwoBoards(page, browser, {
    slug: `board-said-${info.project.name}`,
    table,
    day: DAY,
  })
  await mine.drag('Talk B', { minutes: 60 })
  await expect(theirs.cell('Talk B, 05:00–05:30')).toBeVisible()
  await theirs.drag('Talk B', { minutes: 30 })
  await expect(mine.cell('Talk B, 05:30–06:00')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  const left = page.getByRole('status').filter({ hasText: /Nothing changes: somebody has moved 1\ssession/ })
  await expect(left).toBeInViewport()
  await expectAccessible(page)
  await expectSoundLayout(page)
  await mine.cell('Talk A').focus()
  await page.keyboard.press('d')
  const said = page.getByRole('status').filter({ hasText: /Talk A.? is now: Sun 29 Mar 03:30–04:00 · .?Hall/ })
  await expect(said).toBeInViewport()
  await expect(said).toContainText('The clocks skip 02:30 that night: it begins at 03:30.')
  await expect(left).toHaveCount(0)
  await said.getByRole('button').click()
  await expect(said).toHaveCount(0)
})

test('whoever has the dialog open hears that another has published the draft', async ({ page, browser }, info) => {
  const [mine, { page: theirs }] = await openTwoBoards(page, browser, {
    slug: `board-published-${info.project.name}`,
    table,
    day: DAY,
  })
  await mine.drag('Talk B', { minutes: 60 })
  await mine.expectSent()
  await page.getByRole('button', { name: 'Publish…' }).click()
  await theirs.getByRole('button', { name: 'Publish…' }).click()
  await theirs.getByRole('button', { name: 'Publish', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: 'Publish the draft' })
  await expect(sheet.getByRole('status')).toContainText(/Bo.? has published it just now, as release 2\./)
  await expect(sheet.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0)
  await expect(sheet).not.toContainText('nobody picked')
  await expectAccessible(page)
})
