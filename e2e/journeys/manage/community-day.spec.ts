import { expect, type Browser, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { signIn } from '../../beforehand'
import { HARBOUR_DAY, harbourProgramme } from '../../harbour-programme'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'
import { BoardPage } from '../../pages/board-page'
import { makePublic } from '../../pages/bring-in-page'
import { ConferencePage } from '../../pages/conference-page'
import { takePicture } from '../../picture'

const NAME = 'Harbour Community Day'

test('a community day from its export to its signs: rooms, a clash, demand, a release, cards and signs', async ({
  page,
  browser,
}, info) => {
  test.skip(
    info.project.name === 'phone',
    'who sets a conference up sits at a desk; each of its screens is walked on a phone elsewhere',
  )
  test.setTimeout(240_000)
  await signIn(page, 'harbour@example.org', '/new')
  const slug = await bringIn(page)
  await takePicture(page, info, 'harbour-1-brought-in')

  await page.goto(`/c/${slug}/manage`)
  const needs = page.getByRole('main').getByRole('listitem')
  await expect(needs.filter({ hasText: 'Jonas Weber' })).toContainText(
    /Storage that forgives.*Panel: who is on call\?|Panel.*Storage/,
  )
  await expect(needs.filter({ hasText: /3\srooms have no capacity/ })).toBeVisible()
  await expectSoundLayout(page)
  await takePicture(page, info, 'harbour-2-overview')

  await pasteCapacities(page, slug, info)
  await makePublic(page, slug)
  const attendee = await pickedBy(browser, slug)

  const board = new BoardPage(page, slug)
  await board.open(HARBOUR_DAY)
  await page.getByRole('button', { name: /^\d+\swarnings?/ }).click()
  await expect(page.getByRole('dialog').getByText(/Jonas Weber/)).toBeVisible()
  await takePicture(page, info, 'harbour-4-warnings')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await board.cell('Panel: who is on call').focus()
  for (const key of [' ', 'PageDown', 'PageDown', ...Array<string>(6).fill('ArrowDown'), 'Enter'])
    await page.keyboard.press(key)
  await expect(board.cell('Panel: who is on call\\?, 14:00–14:30 · .?Boat House')).toBeVisible()
  // One step back, to where it is seen, and forth again.
  await page.keyboard.press('Control+z')
  await expect(board.cell('Panel: who is on call\\?, 11:30–12:00')).toBeInViewport()
  await page.keyboard.press('Control+Shift+z')
  await expect(board.cell('Panel: who is on call\\?, 14:00–14:30 · .?Boat House')).toBeInViewport()
  await expectSoundLayout(page)
  await takePicture(page, info, 'harbour-5-board')
  // A suggestion begins with what the server knows.
  await board.expectSent()

  await page.goto(`/c/${slug}/manage/suggestions`)
  await page.getByRole('button', { name: 'Suggest', exact: true }).click()
  const suggestion = page.getByRole('region', { name: 'Suggestion' })
  await expect(suggestion).toContainText('there is no better plan')
  await expect(suggestion.getByText('A gateway for a ferry').first()).toBeVisible()
  await suggestion.evaluate((element) => element.scrollIntoView())
  await takePicture(page, info, 'harbour-6-suggestion')
  // The panel has room enough where it is.
  await suggestion
    .getByRole('region', { name: /5\sfewer seats missing/ })
    .filter({ hasText: 'Panel' })
    .getByRole('checkbox')
    .uncheck()
  await suggestion.getByRole('button', { name: /^Put 2\smoves into the draft/ }).click()
  await expect(page.getByRole('status').filter({ hasText: /in the draft/ })).toBeVisible()

  await board.open(HARBOUR_DAY)
  await page.getByRole('button', { name: 'Publish…' }).click()
  const sheet = page.getByRole('dialog', { name: 'Publish the draft' })
  await sheet.getByRole('textbox').first().fill('The panel is after lunch, the ferry has the larger room')
  await takePicture(page, info, 'harbour-7-publish')
  await sheet.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText(/Published: \d+\ssessions, as release 2/)).toBeVisible()

  await expect(linesOf(attendee)).toHaveCount(0)
  await attendee.goto(`/c/${slug}/changes`)
  await expect(linesOf(attendee)).toHaveCount(2)
  await expect(linesOf(attendee).filter({ hasText: 'A gateway for a ferry' })).toContainText('is now Harbour Hall')
  await expect(linesOf(attendee).filter({ hasText: 'Panel: who is on call?' })).toContainText('is now 14:00–14:30')
  expect(await roomIn(attendee, slug)).toBe('Harbour Hall')
  await page.getByRole('link', { name: 'Open the release' }).click()
  await page.waitForURL('**/manage/releases/2')
  const release = page.url()
  await page.goto(`/c/${slug}/manage`)
  await expect(needs.filter({ hasText: 'Jonas Weber' })).toHaveCount(0)

  await printCards(page, slug, info)
  await printSigns(page, info)
  const tablet = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await tablet.goto(`/c/${slug}/rooms/harbour-hall/sign`)
  await expect(tablet.getByRole('heading', { level: 1, name: 'Harbour Hall' })).toBeVisible()
  await expect(tablet.getByText('A gateway for a ferry')).toBeVisible()
  await takePicture(tablet, info, 'harbour-10-sign')

  // It was a mistake: all of it goes back, in every calendar and on the sign at the door.
  await page.goto(release)
  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'Take this back' }).click()
  await page.waitForURL('**/manage/releases')
  await expect(tablet.getByText('Upgrades nobody noticed')).toBeVisible()
  await expect(tablet.getByText('A gateway for a ferry')).toHaveCount(0)
  expect(await roomIn(attendee, slug)).toBe('Chart Room')
})

/** What changed for whoever is at this page. */
const linesOf = (page: Page) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Keep: / }) })

/** Where the ferry's talk is, by the conference's calendar. */
async function roomIn(page: Page, slug: string): Promise<string | undefined> {
  const calendar = (await (await page.request.get(`/c/${slug}/schedule.ics`)).text()).replace(/\r?\n[ \t]/g, '')
  const event = calendar.split('BEGIN:VEVENT').find((one) => one.includes('SUMMARY:A gateway for a ferry'))
  return /LOCATION:(.*)/.exec(event ?? '')?.[1]?.trim()
}

type Info = Parameters<typeof takePicture>[1]

/** As a newcomer does it: a file, its zone, a look, yes. @returns its address */
async function bringIn(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'In a file' }).click()
  await page
    .getByLabel('Files')
    .setInputFiles({ name: 'all.json', mimeType: 'application/json', buffer: harbourProgramme() })
  await page.getByLabel('Name of the conference').fill(NAME)
  await page.getByLabel('Time zone of the conference').fill('Europe/Berlin')
  await page.getByRole('button', { name: /^Look/ }).click()
  await page.getByRole('button', { name: 'Bring 15 sessions in' }).click()
  await expect(page.getByRole('heading', { name: 'It is here' })).toBeFocused()
  const { slug } = await database().conference.findFirstOrThrow({ where: { name: NAME } })
  return slug
}

async function pasteCapacities(page: Page, slug: string, info: Info): Promise<void> {
  await page.goto(`/c/${slug}/manage/rooms`)
  await page.getByRole('link', { name: 'As a table' }).click()
  await page.getByRole('button', { name: 'Paste rows' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Rows').fill('Room\tCapacity\nHarbour Hall\t40\nBoat House\t25\nChart Room\t8')
  await dialog.getByRole('button', { name: 'Look what it does' }).click()
  await expect(dialog.getByText('0 new, 3 changed, 0 as they are')).toBeVisible()
  await takePicture(page, info, 'harbour-3-capacities')
  await dialog.getByRole('button', { name: 'Write 3 rows' }).click()
  await expect(page.getByText('3 rows were changed.')).toBeVisible()
}

/** Twenty want the smallest room's talk, and one of them is at her phone. @returns her page */
async function pickedBy(browser: Browser, slug: string): Promise<Page> {
  const db = database()
  const { id: conferenceId, sessions } = await db.conference.findUniqueOrThrow({
    where: { slug },
    select: { id: true, sessions: { select: { id: true, title: true } } },
  })
  const wanted = ['A gateway for a ferry', 'Panel: who is on call?']
  for (let person = 0; person < 20; person++) {
    const { id: userId } = await db.user.create({ data: { email: `harbour-${person}@example.org` } })
    for (const { id: sessionId } of sessions.filter(({ title }) => wanted.includes(title)))
      await db.pick.create({ data: { userId, conferenceId, sessionId, rank: 'first', revision: 1n } })
  }
  const attendee = await (await browser.newContext()).newPage()
  await signIn(attendee, 'harbour-0@example.org')
  const conference = new ConferencePage(attendee, slug)
  await conference.openPlan()
  await expect(conference.session('A gateway for a ferry')).toBeVisible()
  return attendee
}

async function printCards(page: Page, slug: string, info: Info): Promise<void> {
  await page.goto(`/c/${slug}/manage/stewards`)
  await page.getByRole('button', { name: /^Make 3\scards/ }).click()
  await expect(page.getByText(/made. Print (it|them) now/)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await takePicture(page, info, 'harbour-8-cards', { fullPage: true })
  await page.emulateMedia({ media: null })
}

async function printSigns(page: Page, info: Info): Promise<void> {
  await page.getByRole('button', { name: /^Show 3\ssigns/ }).click()
  await expect(page.getByText(/\/rooms\/harbour-hall\/sign$/)).toBeVisible()
  await expectSoundLayout(page)
  await takePicture(page, info, 'harbour-9-signs', { fullPage: true })
}
