import { expect, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { expectAccessibleInBothLooks } from '../../axe'
import { makeConference, signIn } from '../../beforehand'
import { watchConsole } from '../../console'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'
import { BoardPage, boxOf, centre } from '../../pages/board-page'
import { takePicture } from '../../picture'

const DAY = '2037-06-01'
const table =
  `Day,Start,End,Title,Room,Speakers\n${DAY},09:00,09:30,Talk A,Hall,Ann Lee\n${DAY},09:30,10:00,Talk B,Hall,Bo\n` +
  `${DAY},11:00,11:30,Talk C,Loft,Cy\n${DAY},,,Talk D,,Di\n2037-06-02,09:00,09:30,Talk E,Hall,Ann Lee`

/** An organizer named Ann at the board of a conference of her own. */
async function openBoard(page: Page, slug: string): Promise<BoardPage> {
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table, visibility: 'public' })
  await database().user.update({ where: { email: `${slug}@example.org` }, data: { name: 'Ann' } })
  const board = new BoardPage(page, slug)
  await board.open(DAY)
  return board
}

const isWide = (page: Page) => (page.viewportSize()?.width ?? 0) > 1000

test('sessions are moved, stretched, drawn and put aside with a mouse, undone, and kept', async ({ page }, info) => {
  test.skip(!isWide(page), 'a phone has no mouse')
  const complaints = watchConsole(page)
  const board = await openBoard(page, `board-mouse-${info.project.name}`)
  await board.drag('Talk A', { minutes: 60, columns: 1 })
  await expect(board.cell('Talk A, 10:00–10:30 · .?Loft')).toHaveAccessibleName(/was 09:00–09:30 · .?Hall.?; by you/)
  await board.drag('Talk A', { minutes: 15 }, 'end')
  await expect(board.cell('Talk A, 10:00–10:45')).toBeVisible()
  await takePicture(page, info, 'board')

  await board.dragOnto(board.cell('Talk B'), board.tray)
  const inTray = board.tray.getByRole('button', { name: 'Talk B' })
  await expect(inTray).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(board.cell('Talk B, 09:30–10:00')).toBeVisible()
  await page.getByRole('button', { name: 'Do it again' }).click()
  await expect(inTray).toBeVisible()
  await board.dragOnto(board.tray.getByRole('button', { name: 'Talk D' }), board.cell('Talk C'))
  await expect(board.cell('Talk D, 11:15–11:45 · .?Loft')).toBeVisible()

  // Drawn in the hall, below where Talk B was.
  const { x, y } = centre(await boxOf(board.cell('Talk C')))
  await board.move({ x: x - 152, y }, { x: x - 152, y: y + 120 })
  const sheet = page.getByRole('dialog', { name: 'New session' })
  await expect(sheet.getByRole('textbox', { name: 'Start' })).toHaveValue('11:15')
  await expect(sheet.getByRole('textbox', { name: 'End' })).toHaveValue('11:45')
  await sheet.getByRole('textbox', { name: 'Title' }).fill('Drawn one')
  await sheet.getByRole('button', { name: 'Add to the draft' }).click()
  await expect(board.cell('Drawn one, 11:15–11:45 · .?Hall')).toBeVisible()

  await board.expectSent()
  await page.reload()
  for (const name of ['Talk A, 10:00–10:45', 'Talk D, 11:15–11:45', 'Drawn one, 11:15–11:45'])
    await expect(board.cell(name)).toBeVisible()
  await expect(inTray).toBeVisible()
  await expectAccessibleInBothLooks(page)
  await expectSoundLayout(page)
  expect(complaints).toEqual([])
})

test('several are moved together, and Escape leaves what is held where it was', async ({ page }, info) => {
  test.skip(!isWide(page), 'a phone has no mouse')
  const board = await openBoard(page, `board-several-${info.project.name}`)
  await board.cell('Talk A').click({ modifiers: ['Control'] })
  await board.cell('Talk B').click({ modifiers: ['Control'] })
  await board.drag('Talk A', { minutes: 30, columns: 1 })
  await expect(board.cell('Talk A, 09:30–10:00 · .?Loft')).toBeVisible()
  await expect(board.cell('Talk B, 10:00–10:30 · .?Loft')).toBeVisible()

  const from = centre(await boxOf(board.cell('Talk C')))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x, from.y + 100, { steps: 3 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(board.cell('Talk C, 11:00–11:30 · .?Loft')).toBeVisible()
})

test('a session that passes under the rooms’ names stays named', async ({ page }, info) => {
  test.skip(!isWide(page), 'a phone has no grid')
  const slug = `board-scrolled-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  const long = `Day,Start,End,Title,Room\n${DAY},09:00,12:00,Talk L,Hall`
  await makeConference(page, { name: slug, table: long, visibility: 'public' })
  const board = new BoardPage(page, slug)
  await board.open(DAY)
  const named = board.cell('Talk L').getByText('Talk L')
  await expect(named).toBeVisible()
  const below = (await boxOf(board.grid)).y + 56
  for (const by of [120, 300, -60]) {
    await board.grid.evaluate((region, px) => region.scrollBy(0, px), by)
    await expect.poll(async () => Math.round((await boxOf(named)).y - below)).toBeGreaterThanOrEqual(0)
  }
})

test('the whole board is worked by the keyboard, and says what it does', async ({ page }, info) => {
  test.skip(!isWide(page), 'a phone has no keyboard')
  const board = await openBoard(page, `board-keys-${info.project.name}`)
  const said = (text: string | RegExp) => expect(page.getByRole('status').filter({ hasText: text })).toBeAttached()
  await board.cell('Talk A').focus()
  await page.keyboard.press('ArrowDown')
  await expect(board.cell('Talk B')).toBeFocused()
  await page.keyboard.press(' ')
  await said(/Took up .?Talk B.*Arrows move, space drops/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('ArrowRight')
  await said(/10:35–11:05 · .?Loft/)
  await page.keyboard.press('Escape')
  await said(/Talk B.? stays: 09:30–10:00 · .?Hall/)
  await page.keyboard.press(' ')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Enter')
  await said(/Talk B.? is now: .*09:30–10:05 · .?Loft/)
  await expect(board.cell('Talk B, 09:30–10:05 · .?Loft')).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(board.cell('Talk B, 09:30–10:00 · .?Hall')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(board.cell('Talk B, 09:30–10:05 · .?Loft')).toBeVisible()

  // Out of the tray, and into it.
  await board.tray.getByRole('button', { name: 'Talk D' }).focus()
  await page.keyboard.press(' ')
  await page.keyboard.press(' ')
  await expect(board.cell('Talk D, 09:00–09:30')).toBeFocused()
  await page.keyboard.press('t')
  await expect(board.tray.getByRole('button', { name: 'Talk D' })).toBeVisible()
  await board.cell('Talk C').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Talk C' })).toBeVisible()
  await page.keyboard.press('Escape')

  // At the edges of the day it says which key leads on, and before the first day none does.
  await board.cell('Talk C').focus()
  await page.keyboard.press(' ')
  for (let hour = 0; hour < 12; hour++) await page.keyboard.press('PageUp')
  await said(/begins no earlier on this day: .*There is no day before/)
  await page.keyboard.press('Shift+D')
  await expect(page.getByText(/There is no day before this one: .?Talk C.? stays/)).toBeVisible()
  await page.keyboard.press('Escape')

  // With no session in view the board is reached all the same, and arrows lead to one.
  await board.grid.evaluate((grid) => grid.scrollTo(0, grid.scrollHeight))
  await board.tray.getByRole('button', { name: 'Talk D' }).focus()
  await page.keyboard.press('Tab')
  await expect(board.grid).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[data-session]:focus')).toBeInViewport()
})

test('a phone shows a room or an hour at a time, and moves by day, time and room', async ({ page }, info) => {
  test.skip(isWide(page), 'a wide screen has the grid')
  const board = await openBoard(page, `board-phone-${info.project.name}`)
  const rows = page.getByRole('main').getByRole('listitem')
  await expect(rows).toHaveText([/09:00–09:30.*Talk A/, /09:30–10:00.*Talk B/])
  await page.getByLabel('Show').selectOption({ label: '11:00 (1)' })
  await expect(rows).toHaveText([/Talk C/])
  await rows.getByRole('button').click()
  const sheet = page.getByRole('dialog', { name: 'Talk C' })
  await sheet.getByLabel('Day').fill('2037-06-02')
  await sheet.getByLabel('Start').fill('14:00')
  await sheet.getByLabel('End').fill('13:00')
  await sheet.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(sheet.getByRole('alert')).toBeVisible()
  await sheet.getByLabel('End').fill('14:30')
  await sheet.getByLabel('Room').selectOption('Hall')
  await sheet.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(sheet).toHaveCount(0)
  await page.getByRole('button', { name: 'Tue 2 Jun' }).click()
  await page.getByLabel('Show').selectOption({ label: 'Hall (2)' })
  await expect(rows).toHaveText([/Talk E/, /14:00–14:30.*Talk C.*was Mon 1 Jun 11:00–11:30.*Loft.*by you/])
  await takePicture(page, info, 'board')
  await expectAccessibleInBothLooks(page)
  await expectSoundLayout(page)
  await board.expectSent()

  await page.getByRole('button', { name: 'Draft: 1' }).click()
  await page.getByRole('button', { name: /^Put back/ }).click()
  await expect(page.getByText('Nothing is moved.')).toBeVisible()
})

test('two organizers see each other’s moves, one publishes, and whoever attends sees what changed', async ({
  page,
  browser,
}, info) => {
  test.skip(!isWide(page), 'the board of a wide screen')
  const slug = `board-two-${info.project.name}`
  const board = await openBoard(page, slug)
  const other = await (await browser.newContext()).newPage()
  await signIn(other, `${slug}-bo@example.org`)
  const bo = await database().user.update({ where: { email: `${slug}-bo@example.org` }, data: { name: 'Bo' } })
  const { id: conferenceId } = await database().conference.findUniqueOrThrow({ where: { slug } })
  await database().membership.create({ data: { userId: bo.id, conferenceId, role: 'organizer' } })
  // Who may do what, its owner says.
  await other.goto(`/c/${slug}/manage/sessions`)
  const sections = other.getByRole('navigation', { name: 'Sections' })
  await expect(sections.getByRole('link', { name: 'Settings' })).toBeVisible()
  await expect(sections.getByRole('link', { name: 'People' })).toHaveCount(0)
  const theirs = new BoardPage(other, slug)
  await theirs.open(DAY)

  await board.drag('Talk A', { minutes: 60, columns: 1 })
  await expect(theirs.cell('Talk A, 10:00–10:30 · .?Loft')).toHaveAccessibleName(/by .?Ann/)
  await theirs.drag('Talk C', { minutes: 30 })
  await expect(board.cell('Talk C, 11:30–12:00')).toHaveAccessibleName(/by .?Bo/)

  // Nobody else sees any of it.
  const attendee = await (await browser.newContext()).newPage()
  await attendee.goto(`/c/${slug}/schedule/${DAY}`)
  await expect(attendee.getByText('Talk A').first()).toBeVisible()
  const agenda = await (await attendee.request.get(`/c/${slug}/agenda.json`)).text()
  expect(agenda).toContain(`"${DAY}T07:00:00.000Z"`)
  expect((await attendee.request.get(`/api/v1/board?conference=${slug}`)).ok()).toBe(false)

  await page.getByRole('button', { name: 'Publish…' }).click()
  const sheet = page.getByRole('dialog', { name: 'Publish the draft' })
  await expect(sheet).toContainText(/2\ssessions move.*under\s5\spicks/)
  await sheet.getByRole('textbox', { name: 'Note' }).fill('The loft has chairs now')
  await sheet.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText(/Published: 2\ssessions, as release 2/)).toBeVisible()
  await expect(theirs.page.getByRole('button', { name: 'Draft', exact: true })).toBeVisible()
  await expect(theirs.cell('Talk A, 10:00–10:30 · .?Loft')).not.toHaveAccessibleName(/was/)
  await expect
    .poll(async () => (await attendee.request.get(`/c/${slug}/agenda.json`)).text())
    .toContain(`"${DAY}T08:00:00.000Z"`)
  await attendee.reload()
  await expect(attendee.getByRole('main')).toContainText('10:00')
})

test('without a network moves stay on the page, and are sent when it is back', async ({ page, context }, info) => {
  test.skip(!isWide(page), 'the board of a wide screen')
  const board = await openBoard(page, `board-offline-${info.project.name}`)
  await context.setOffline(true)
  await board.drag('Talk A', { minutes: 60 })
  await expect(page.getByText(/your last move is kept on this device/)).toBeVisible()
  await expect(board.cell('Talk A, 10:00–10:30')).toBeVisible()
  await page.getByRole('button', { name: 'Publish…' }).click()
  await expect(page.getByRole('dialog')).toContainText('There is no network')
  await page.getByRole('button', { name: 'Close' }).click()
  // The page is closed, and opened again when the network is back.
  const again = await context.newPage()
  await page.close({ runBeforeUnload: false })
  await context.setOffline(false)
  const later = new BoardPage(again, board.slug)
  await later.open(DAY)
  await expect(later.cell('Talk A, 10:00–10:30')).toBeVisible()
  await later.expectSent()
  await expect(again.getByText(/kept on this device/)).toHaveCount(0)
  await again.reload()
  await expect(later.cell('Talk A, 10:00–10:30')).toBeVisible()
})

test('a discarded draft is brought back', async ({ page }, info) => {
  test.skip(!isWide(page), 'the board of a wide screen')
  const board = await openBoard(page, `board-discard-${info.project.name}`)
  await board.drag('Talk A', { minutes: 60 })
  await board.expectSent()
  await page.getByRole('button', { name: 'Draft: 1' }).click()
  await page.getByRole('button', { name: 'Discard the draft' }).click()
  await expect(board.cell('Talk A, 09:00–09:30')).toBeVisible()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(board.cell('Talk A, 10:00–10:30')).toBeVisible()
})

test('a finger that rests takes hold of a session, and one that goes on scrolls', async ({ browser }, info) => {
  test.skip(info.project.name === 'phone', 'a tablet is wide')
  const context = await browser.newContext({ viewport: { width: 1180, height: 820 }, hasTouch: true })
  const page = await context.newPage()
  const board = await openBoard(page, `board-touch-${info.project.name}`)
  const cdp = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
  const cell = board.cell('Talk A')
  const from = centre(await boxOf(cell))
  await touch('touchStart', from)
  await expect(cell).toHaveAttribute('data-carried')
  await touch('touchMove', { x: from.x + 80, y: from.y + 60 })
  await touch('touchMove', { x: from.x + 152, y: from.y + 120 })
  await touch('touchEnd')
  await expect(board.cell('Talk A, 09:30–10:00 · .?Loft')).toBeVisible()
})

test('what was moved just before the board is left is in the draft that other pages show', async ({ page }, info) => {
  test.skip(!isWide(page), 'the board of a wide screen')
  const board = await openBoard(page, `board-left-${info.project.name}`)
  const isWrite = (url: URL) => url.pathname.endsWith('/manage/board')
  await page.route(isWrite, (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()))
  await board.drag('Talk A', { minutes: 60, columns: 1 })
  await board.drag('Talk C', { minutes: 60 })
  await expect(page.getByText(/your last 2\smoves are kept on this device/)).toBeVisible()
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Overview' }).click()
  await expect(page.getByText(/2\smoves on the board wait for publishing/)).toBeVisible()
})
