import { expect, type Page } from '@playwright/test'
import { makeConference, signIn } from '../../beforehand'
import { expectAccessible } from '../../axe'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'
import { BoardPage, boxOf, centre } from '../../pages/board-page'

const DAY = '2037-06-01'
const table = [
  'Day,Start,End,Title,Room,Speakers',
  `${DAY},09:00,09:30,Talk A,Hall,Ann Lee`,
  `${DAY},10:00,10:30,Talk B,Loft,Bo`,
  `${DAY},10:00,10:30,Talk C,Attic,Ann Lee`,
  `${DAY},14:00,14:30,Talk D,Hall,Di`,
].join('\n')

const isWide = (page: Page) => (page.viewportSize()?.width ?? 0) > 1000
const TWICE = [
  /Talk [AB].? and .?Talk [AB].? are in .?Loft.? at once/,
  /Ann Lee.? speaks in .?Talk [AC].? and .?Talk [AC]/,
]

async function organize(page: Page, slug: string): Promise<BoardPage> {
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table, visibility: 'public' })
  const board = new BoardPage(page, slug)
  await board.open(DAY)
  return board
}

/** What is said where warnings are said while something is on its way. */
const warned = (page: Page) => page.getByRole('status').getByRole('listitem')

/** The programme that everybody sees has the talk at this hour, of the conference's clocks two hours before UTC. */
async function expectPublic(page: Page, slug: string, title: string, hour: string): Promise<void> {
  await expect
    .poll(async () => (await page.request.get(`/c/${slug}/schedule.ics`)).text())
    .toMatch(new RegExp(`DTSTART:20370601T${hour}00Z\\r\\nDTEND:\\w+\\r\\nSUMMARY:${title}`))
}

test('a double booking is warned of while it is dragged, before it is published, and mended by keys', async ({
  page,
}, info) => {
  test.skip(!isWide(page), 'a phone has no mouse')
  const slug = `twice-mouse-${info.project.name}`
  const board = await organize(page, slug)
  const from = centre(await boxOf(board.cell('Talk A')))
  const to = centre(await boxOf(board.cell('Talk B')))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 })
  await page.mouse.move(to.x, to.y, { steps: 5 })
  // It is said before anything is dropped.
  await expect(warned(page)).toHaveText(TWICE)
  await page.mouse.up()
  await expect(board.cell('Talk A, 10:00–10:30 · .?Loft')).toHaveAccessibleName(/2\swarnings/)
  await page.getByRole('button', { name: 'Publish…' }).click()
  const sheet = page.getByRole('dialog', { name: 'Publish the draft' })
  for (const words of TWICE) await expect(sheet).toContainText(words)
  await expectAccessible(page)
  await sheet.getByRole('button', { name: 'Close' }).click()

  // By keys it is carried to where nothing is wrong; and once more over what is, and left.
  await board.cell('Talk A').focus()
  for (const key of ['Space', 'PageDown', 'Space']) await page.keyboard.press(key)
  await expect(board.cell('Talk A, 11:00–11:30 · .?Loft')).toBeVisible()
  await expect(page.getByRole('button', { name: /warning/ })).toHaveCount(0)
  await board.cell('Talk A').focus()
  for (const key of ['Space', 'PageUp']) await page.keyboard.press(key)
  await expect(warned(page)).toHaveText(TWICE)
  await page.keyboard.press('Escape')
  await expect(warned(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Publish…' }).click()
  await sheet.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText(/Published: 1\ssession/)).toBeVisible()
  await expectPublic(page, slug, 'Talk A', '0900')
})

test('a double booking is warned of in the menu of a phone, and mended there', async ({ page }, info) => {
  test.skip(isWide(page), 'a wide screen has the grid')
  const slug = `twice-phone-${info.project.name}`
  await organize(page, slug)
  const rows = page.getByRole('main').getByRole('listitem')
  const openTalk = async () => {
    await rows.filter({ hasText: 'Talk A' }).getByRole('button').tap()
    return page.getByRole('dialog', { name: 'Talk A' })
  }
  const sheet = await openTalk()
  await sheet.getByLabel('Room').selectOption('Loft')
  await expect(warned(page)).toHaveCount(0)
  await type(page, 'Start', '10:00')
  await expect(sheet.getByLabel('End')).toHaveValue('10:30')
  await expect(warned(page)).toHaveText(TWICE)
  await expectAccessible(page)
  await expectSoundLayout(page)
  await sheet.getByRole('button', { name: 'Move', exact: true }).tap()
  await page.getByRole('button', { name: /^2\swarnings/ }).tap()
  const list = page.getByRole('dialog', { name: 'Warnings' })
  for (const words of TWICE) await expect(list).toContainText(words)
  await list.getByRole('button', { name: 'Close' }).tap()

  await page.getByLabel('Show').selectOption({ label: 'Loft (2)' })
  await openTalk()
  await type(page, 'Start', '11:00')
  await expect(warned(page)).toHaveCount(0)
  await sheet.getByRole('button', { name: 'Move', exact: true }).tap()
  await expect(sheet).toHaveCount(0)
  await expect(page.getByRole('button', { name: /warning/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Publish…' }).tap()
  await page.getByRole('button', { name: 'Publish', exact: true }).tap()
  await expect(page.getByText(/Published: 1\ssession/)).toBeVisible()
  await expectPublic(page, slug, 'Talk A', '0900')
})

/** Letter by letter, over what stands in the field. */
async function type(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(label)
  await field.tap()
  await field.selectText()
  await field.pressSequentially(text)
}
