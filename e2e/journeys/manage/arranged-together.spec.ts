import { expect, type Browser, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { test } from '../../journey'
import { BoardPage } from '../../pages/board-page'
import { openTwoBoards } from '../../pages/two-boards'

const DAY = '2037-06-01'
const titles = ['Talk A', 'Talk B', 'Talk C', 'Talk D', 'Talk E', 'Talk F']
const rooms = ['Hall', 'Loft', 'Attic']
const table = [
  'Day,Start,End,Title,Room',
  ...titles.map((title, index) => `${DAY},${index < 3 ? '09:00,09:30' : '10:00,10:30'},${title},${rooms[index % 3]}`),
].join('\n')

test('two organizers arrange a day at once, one of them offline for a while: no move of either is lost', async ({
  page,
  browser,
}, info) => {
  test.skip((page.viewportSize()?.width ?? 0) <= 1000, 'the board of a wide screen')
  const slug = `arranged-${info.project.name}`
  const [mine, theirs] = await openTwoBoards(page, browser, { slug, table, day: DAY })
  const phone = await onPhone(browser, theirs)
  // With a mouse, by keys and by the menu, in the same moment.
  await Promise.all([
    mine.drag('Talk A', { minutes: 15 }),
    carry(theirs, 'Talk B'),
    moveByMenu(phone, 'Talk C', '09:20'),
  ])
  const first = { 'Talk A': '09:15', 'Talk B': '09:10', 'Talk C': '09:20' }
  await expectDraft(slug, [page, theirs.page, phone], first)

  await phone.context().setOffline(true)
  await moveByMenu(phone, 'Talk F', '10:50')
  await expect(phone.getByText(/your last move is kept on this device/)).toBeVisible()
  await Promise.all([mine.drag('Talk D', { minutes: 30 }), theirs.drag('Talk E', { minutes: 45 })])
  await mine.drag('Talk A', { minutes: 15 })
  const meanwhile = { ...first, 'Talk A': '09:30', 'Talk D': '10:30', 'Talk E': '10:45' }
  await expectDraft(slug, [page, theirs.page], meanwhile)
  await phone.context().setOffline(false)
  const all = { ...meanwhile, 'Talk F': '10:50' }
  await expectDraft(slug, [page, theirs.page, phone], all)

  // Of the whole draft each sees who moved what, and one publishes all of it.
  await page.getByRole('button', { name: 'Draft: 6' }).click()
  const draft = page.getByRole('dialog', { name: /^Draft: 6\ssessions/ })
  for (const [title, by] of Object.entries({ 'Talk A': 'you', 'Talk B': 'Bo', 'Talk C': 'Bo', 'Talk F': 'Bo' }))
    await expect(draft.getByRole('listitem').filter({ hasText: title })).toContainText(new RegExp(`by .?${by}`, 'i'))
  await draft.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText(/Published: 6\ssessions/)).toBeVisible()
  await expect(theirs.page.getByRole('button', { name: 'Draft', exact: true })).toBeVisible()
  await expect(phone.getByRole('button', { name: 'Draft', exact: true })).toBeVisible()
  expect(await published(slug)).toEqual(all)
})

/** The board of theirs on a phone beside it: the same person, signed in there, too. */
async function onPhone(browser: Browser, { page, slug }: BoardPage): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    storageState: await page.context().storageState(),
  })
  const phone = await context.newPage()
  await phone.goto(`/c/${slug}/manage/board?day=${DAY}`)
  await expect(phone.getByRole('navigation', { name: 'Days' })).toBeVisible()
  return phone
}

/** Ten minutes later, by keys. */
async function carry(board: BoardPage, title: string): Promise<void> {
  await board.cell(title).focus()
  for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'Space']) await board.page.keyboard.press(key)
}

async function moveByMenu(phone: Page, title: string, start: string): Promise<void> {
  const { room } = await database().sessionRoom.findFirstOrThrow({
    where: { session: { title, conference: { slug: new URL(phone.url()).pathname.split('/')[2] ?? '' } } },
    select: { room: { select: { id: true, name: true } } },
  })
  await phone.getByLabel('Show').selectOption({ label: `${room.name} (2)` })
  await phone.getByRole('main').getByRole('listitem').filter({ hasText: title }).getByRole('button').tap()
  const sheet = phone.getByRole('dialog', { name: title })
  const field = sheet.getByLabel('Start')
  await field.selectText()
  await field.pressSequentially(start)
  await sheet.getByRole('button', { name: 'Move', exact: true }).tap()
  await expect(sheet).toHaveCount(0)
}

/** These are in the draft, at these times, and every screen knows how many they are. */
async function expectDraft(slug: string, screens: readonly Page[], starts: Record<string, string>): Promise<void> {
  for (const screen of screens)
    await expect(screen.getByRole('button', { name: `Draft: ${Object.keys(starts).length}` })).toBeVisible()
  const { id: conferenceId } = await database().conference.findUniqueOrThrow({ where: { slug } })
  const moves = () => database().draftMove.findMany({ where: { conferenceId, discardedIn: 0 } })
  await expect
    .poll(async () => {
      const sessions = await database().session.findMany({ where: { conference: { slug } } })
      return Object.fromEntries(
        (await moves()).map(({ sessionId, place }) => [
          sessions.find(({ id }) => id === sessionId)?.title,
          clockOf(new Date(String(Object(place).startAt))),
        ]),
      )
    })
    .toEqual(starts)
}

/** On the conference's clocks, two hours before UTC. */
const clockOf = (at: Date | null) => new Date((at?.getTime() ?? 0) + 2 * 3_600_000).toISOString().slice(11, 16)

/** When each begins for everybody. */
async function published(slug: string): Promise<Record<string, string>> {
  const sessions = await database().session.findMany({ where: { conference: { slug } }, orderBy: { number: 'asc' } })
  return Object.fromEntries(sessions.map(({ title, startAt }) => [title, clockOf(startAt)]))
}
