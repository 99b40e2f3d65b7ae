import { readFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { insertStewardLink } from '@/lib/rooms/server/steward-links'
import { signIn } from '../../beforehand'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'
import { BoardPage, boxOf, centre } from '../../pages/board-page'
import { makePublic } from '../../pages/bring-in-page'
import { BuildingPage } from '../../pages/building-page'
import { takePicture } from '../../picture'

const DAY = '2037-05-08'
const TALKS = ['Keynote: the long corridor', 'How we queue', 'Why we wait', 'Doors that learn', 'Signs for strangers']
const speakers = ['Mara Lindqvist', 'Ann Lee', 'Bo Ek', 'Cy Adler', 'Di Novák']
/** A list of accepted talks: who speaks, on which day, and neither a time nor a room. */
const list = ['Title\tSpeakers\tDay', ...TALKS.map((title, at) => `${title}\t${speakers[at]}\t${DAY}`)].join('\n')
const WHERE = [
  ['How we queue', '09:15', '09:45', 'Annexe'],
  ['Why we wait', '09:15', '09:45', 'Hall'],
  ['Doors that learn', '09:45', '10:15', 'Hall'],
  ['Signs for strangers', '09:45', '10:15', 'Annexe'],
] as const

test('a first conference from a list of talks to the report after it, as the guide has it', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'who sets a conference up sits at a desk')
  test.setTimeout(300_000)
  const slug = 'corridor-day'
  await signIn(page, `${slug}@example.org`, '/new')
  await page.getByRole('button', { name: 'I paste it' }).click()
  await page.getByRole('textbox', { name: 'Schedule' }).fill(list)
  await page.getByLabel('Name of the conference').pressSequentially('Corridor Day')
  await page.getByLabel('Time zone of the conference').fill('Europe/Berlin')
  await page.getByRole('button', { name: 'Look at it' }).click()
  const bring = page.getByRole('button', { name: 'Bring 5 sessions in' })
  await expect(bring).toBeVisible()
  await page.getByRole('checkbox', { name: /None of its 5\ssessions has a time/ }).check()
  await takePicture(page, info, 'first-1-talks')
  await bring.click()
  await expect(page.getByRole('heading', { name: 'It is here' })).toBeFocused()

  await pasteRooms(page, slug)
  const board = await fillBoard(page, slug)
  await takePicture(page, info, 'first-3-board')
  await board.expectSent()
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText(/Published: 6\ssessions, as release 2/)).toBeVisible()

  await drawBuilding(page, slug)
  await takePicture(page, info, 'first-4-building')
  await makePublic(page, slug)
  await pickedByTwenty(slug)
  await page.goto(`/c/${slug}/manage`)
  await expect(page.getByRole('main')).toContainText('How we queue')
  await expectSoundLayout(page)
  await takePicture(page, info, 'first-5-demand')

  await countIn(slug, 'Why we wait', 12)
  await letItBeOver(slug)
  await page.goto(`/c/${slug}/manage`)
  const how = page.getByRole('heading', { name: 'How it was' })
  await expect(page.getByRole('main')).toContainText(/12\scounted/)
  await how.evaluate((element) => element.scrollIntoView())
  await expectSoundLayout(page)
  await takePicture(page, info, 'first-6-after')
})

async function pasteRooms(page: Page, slug: string): Promise<void> {
  await page.goto(`/c/${slug}/manage/rooms`)
  await page.getByRole('link', { name: 'As a table' }).click()
  await page.getByRole('button', { name: 'Paste rows' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Rows').fill('Room\tCapacity\nHall\t60\nAnnexe\t10')
  await dialog.getByRole('button', { name: 'Look what it does' }).click()
  await dialog.getByRole('button', { name: 'Write 2 rows' }).click()
  await expect(page.getByText('2 rows were changed.')).toBeVisible()
}

/** The keynote is dragged out of the tray, the others are placed by their fields, and coffee is new. */
async function fillBoard(page: Page, slug: string): Promise<BoardPage> {
  const board = new BoardPage(page, slug)
  await board.open(DAY)
  const inTray = (title: string) => board.tray.getByRole('button', { name: title })
  const grid = await boxOf(board.grid)
  await board.move(centre(await boxOf(inTray('Keynote'))), { x: grid.x + 130, y: grid.y + 420 })
  await expect(board.cell('Keynote: the long corridor, ')).toBeVisible()
  await place(page, board.cell('Keynote'), ['Keynote: the long corridor', '08:30', '09:15', 'Hall'])
  for (const where of WHERE) await place(page, inTray(where[0]), where)
  await page.getByRole('button', { name: 'New session' }).click()
  const sheet = page.getByRole('dialog', { name: 'New session' })
  await sheet.getByLabel('Title').pressSequentially('Coffee in the corridor')
  await sheet.getByLabel('Kind').selectOption('Break')
  await fillPlace(page, ['10:15', '10:45', 'Hall'])
  await sheet.getByRole('button', { name: 'Add to the draft' }).click()
  await expect(page.getByRole('button', { name: 'Draft: 6' })).toBeVisible()
  // To the first session, with the head of the board above it.
  await board.grid.evaluate((element) => element.scrollTo(0, 0))
  await board.grid.evaluate((element) => {
    const [first] = [...element.querySelectorAll('button')].filter((one) => one.ariaLabel?.includes('08:30'))
    if (first) element.scrollBy(0, first.getBoundingClientRect().top - element.getBoundingClientRect().top - 80)
  })
  await expect(board.cell('Coffee in the corridor, 10:15–10:45 · .?Hall')).toBeVisible()
  for (const [title, start, end, room] of WHERE)
    await expect(board.cell(`${title}, ${start}–${end} · .?${room}`)).toBeVisible()
  return board
}

type Where = readonly [title: string, start: string, end: string, room: string]

async function place(page: Page, session: ReturnType<BoardPage['cell']>, [title, ...where]: Where): Promise<void> {
  await session.click()
  const sheet = page.getByRole('dialog', { name: title })
  await fillPlace(page, where)
  await sheet.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(sheet).toHaveCount(0)
}

async function fillPlace(page: Page, [start, end, room]: readonly [string, string, string]): Promise<void> {
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Room').selectOption(room)
  await sheet.getByLabel('Start').fill(start)
  await sheet.getByLabel('End').fill(end)
}

/** A drawing of the floor, its scale, and both rooms on it. */
async function drawBuilding(page: Page, slug: string): Promise<void> {
  const desk = new BuildingPage(page, slug)
  await desk.open()
  await desk.addFloor('Ground floor', await readFile('prisma/demo/plans/upper.svg', 'utf8'))
  for (const [room, x, y] of [
    ['Hall', 0.26, 0.3],
    ['Annexe', 0.72, 0.22],
  ] as const) {
    await desk.tray.getByRole('button', { name: room }).click()
    const at = await desk.pointOf('Ground floor', x, y)
    await page.mouse.click(at.x, at.y)
    await expect(desk.plan('Ground floor').getByRole('button', { name: room })).toBeVisible()
  }
  await expect(desk.tray).toContainText('Every room is on a plan.')
}

/** Twenty want the talk in the smaller room. */
async function pickedByTwenty(slug: string): Promise<void> {
  const db = database()
  const { id: conferenceId } = await db.conference.findUniqueOrThrow({ where: { slug } })
  const { id: sessionId } = await db.session.findFirstOrThrow({ where: { conferenceId, title: 'How we queue' } })
  for (let person = 0; person < 20; person++) {
    const { id: userId } = await db.user.create({ data: { email: `corridor-${person}@example.org` } })
    await db.pick.create({ data: { userId, conferenceId, sessionId, rank: 'first', revision: 1n } })
  }
}

/** A steward counted so many in while it was on. */
async function countIn(slug: string, title: string, delta: number): Promise<void> {
  const db = database()
  const { conferenceId, startAt, rooms } = await db.session.findFirstOrThrow({
    where: { conference: { slug }, title },
    select: { conferenceId: true, startAt: true, rooms: { select: { roomId: true } } },
  })
  const roomId = rooms[0]?.roomId ?? ''
  const link = await insertStewardLink(db, { conferenceId, roomId, name: 'Door', createdById: null }, new Date())
  const reading = { conferenceId, roomId, stewardLinkId: link.id, kind: 'count' as const, delta }
  await db.reading.create({ data: { id: randomUUID(), ...reading, readAt: startAt ?? new Date() } })
}

/** The day is twenty years ago. */
async function letItBeOver(slug: string): Promise<void> {
  const { id } = await database().conference.findUniqueOrThrow({ where: { slug } })
  await database().$executeRaw`
    UPDATE "Session" SET "dayOn" = "dayOn" - interval '20 years', "startAt" = "startAt" - interval '20 years',
      "endAt" = "endAt" - interval '20 years' WHERE "conferenceId" = ${id}::uuid`
  await database().$executeRaw`
    UPDATE "Reading" SET "readAt" = "readAt" - interval '20 years' WHERE "conferenceId" = ${id}::uuid`
  await database().conference.update({ where: { id }, data: { version: { increment: 1 } } })
}
