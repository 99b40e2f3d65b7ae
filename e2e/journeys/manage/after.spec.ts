import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { insertStewardLink } from '@/lib/rooms/server/steward-links'
import { expectAccessibleOnBothWidths } from '../../axe'
import { bringInAgain, makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'
import { takePicture } from '../../picture'

const table = (day: string, ...rows: string[]) =>
  ['Day,Start,End,Title,Room,Capacity', ...rows.map((row) => `${day},${row}`)].join('\n')

async function pick(slug: string, title: string, people: number): Promise<void> {
  const db = database()
  const { id: conferenceId } = await db.conference.findUniqueOrThrow({ where: { slug }, select: { id: true } })
  const { id: sessionId } = await db.session.findFirstOrThrow({ where: { conferenceId, title }, select: { id: true } })
  for (let one = 0; one < people; one++) {
    const { id: userId } = await db.user.create({ data: { email: `${randomUUID()}@example.org` } })
    const createdAt = new Date(Date.now() - (one % 9) * 86_400_000)
    await db.pick.create({ data: { userId, conferenceId, sessionId, createdAt, rank: 'first', revision: 1 } })
  }
}

async function countIn(slug: string, title: string, people: number): Promise<void> {
  const db = database()
  const { id: conferenceId } = await db.conference.findUniqueOrThrow({ where: { slug }, select: { id: true } })
  const { startAt, rooms } = await db.session.findFirstOrThrow({
    where: { conferenceId, title },
    select: { startAt: true, rooms: { select: { roomId: true } } },
  })
  const roomId = rooms[0]?.roomId ?? ''
  const link = await insertStewardLink(db, { conferenceId, roomId, name: 'Door', createdById: null }, new Date())
  await db.reading.create({
    data: {
      ...{ id: randomUUID(), conferenceId, roomId, stewardLinkId: link.id, kind: 'count' },
      ...{ delta: people, readAt: startAt ?? new Date() },
    },
  })
}

async function look(page: Page, slug: string): Promise<void> {
  await page.goto(`/c/${slug}/manage`)
  await expectAccessibleOnBothWidths(page)
  await expectSoundLayout(page)
}

test('an organizer sees before the conference how picks grow, and after it how each session was', async ({
  page,
}, info) => {
  test.setTimeout(180_000)
  const [before, after] = [`before-${info.project.name}`, `after-${info.project.name}`]
  await signIn(page, `${before}@example.org`)
  await makeConference(page, { name: before, table: table('2099-03-24', '09:00,10:00,Tides,Hall,40') })
  await pick(before, 'Tides', 23)
  await look(page, before)
  await expect(page.getByText(/20\spicks as first choices/)).toBeVisible()
  await takePicture(page, info, 'before', { fullPage: true })

  const rows = ['09:00,10:00,Tides,Hall,40', '10:00,11:00,Lenses and their long and winding history,Hall,40']
  await makeConference(page, { name: after, table: table('2024-03-20', ...rows) })
  await pick(after, 'Tides', 11)
  await countIn(after, 'Tides', 37)
  await look(page, after)
  await expect(page.getByText(/37\scounted.*10\spicks.*40\splaces/)).toBeVisible()
  await expect(page.getByText(/not counted.*under\s5\spicks/)).toBeVisible()
  await page.getByText(/^2\ssessions in a table/).click()
  await expectSoundLayout(page)
  await takePicture(page, info, 'after', { fullPage: true })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'As a table (CSV)' }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  expect(text).toContain('Tides,2024-03-20 09:00,2024-03-20 10:00,Hall,40,10,37,')
  expect((await page.request.get(`/c/${after}/manage/after.csv`, { headers: { cookie: '' } })).status()).toBe(404)
})

test('everybody reads what changed in a programme, and whoever may not see it does not', async ({
  page,
  browser,
}, info) => {
  const slug = `changelog-${info.project.name}`
  const [first, second] = ['09:00,10:00,Tides,Hall,40', '10:00,11:00,Lenses,Hall,40']
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: table('2099-03-24', first, second), visibility: 'public' })
  const guest = await (await browser.newContext()).newPage()
  await guest.goto(`/c/${slug}/changelog`)
  await expect(guest.getByText('Nothing has changed since the programme came.')).toBeVisible()
  await bringInAgain(page, slug, table('2099-03-24', '09:00,10:00,Tides,Dome,40', second, '11:00,12:00,New,Dome,40'))
  await expect
    .poll(async () => (await guest.request.get(`/c/${slug}/changelog`)).text(), { intervals: [50, 200] })
    .toContain('Dome')
  await guest.reload()
  await expect(guest.getByRole('heading', { name: /Release\s2/ })).toBeVisible()
  await expect(guest.getByRole('listitem').filter({ hasText: 'Tides' })).toContainText(/Room.*Hall.*Dome/)
  await expect(guest.getByRole('listitem').filter({ hasText: 'New in the programme' })).toContainText('New')
  await expectAccessibleOnBothWidths(guest)
  await expectSoundLayout(guest)
  await takePicture(guest, info, 'changelog', { fullPage: true })
  const feed = await (await guest.request.get(`/c/${slug}/changes.xml`)).text()
  expect(feed).toContain(`/c/${slug}/changelog`)
  expect(feed).toMatch(/Tides: Room/)

  await database().conference.update({ where: { slug }, data: { visibility: 'private', version: { increment: 1 } } })
  await expect.poll(async () => (await guest.request.get(`/c/${slug}/changelog`)).status()).toBe(404)
  expect((await page.request.get(`/c/${slug}/changelog`)).status()).toBe(200)
})

test('an organizer holds alerts back while tidying up, is reminded of it, and tells people then', async ({
  page,
}, info) => {
  const slug = `hold-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: table('2099-03-24', '09:00,10:00,Tides,Hall,40') })
  await page.goto(`/c/${slug}/manage/releases`)
  await page.getByRole('button', { name: 'Hold alerts back' }).click()
  await expect(page.getByText(/held back since.*nothing is elsewhere/)).toBeVisible()
  await bringInAgain(page, slug, table('2099-03-24', '09:00,10:00,Tides,Dome,40'))
  await page.reload()
  await expect(page.getByText(/1\ssession is elsewhere than it was then/)).toBeVisible()
  await expectAccessibleOnBothWidths(page)
  await expectSoundLayout(page)
  await takePicture(page, info, 'hold', { fullPage: true })
  await page.goto(`/c/${slug}/manage`)
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Alerts are held back' })
    .getByRole('link', { name: 'Let them go' })
    .click()
  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'Tell people now' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Whoever picked the 1' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Hold alerts back' })).toBeVisible()
})
