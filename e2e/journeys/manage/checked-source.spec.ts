import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { applyBringIn } from '@/lib/schedule/bring-in/bring-in'
import { fetchSource } from '@/lib/schedule/bring-in/fetching/fetch-source'
import { checkSource } from '@/lib/schedule/checks/check-source'
import { takeSource } from '@/lib/schedule/checks/checked-source'
import { expectAccessibleInBothLooks, expectAccessibleOnBothWidths } from '../../axe'
import { signIn } from '../../beforehand'
import { test } from '../../journey'
import { ConferencePage } from '../../pages/conference-page'

const access = { allow: ['127.0.0.1'] }
const titles = ['Doors', 'Windows', 'Stairs', 'Roofs', 'Walls', 'Floors']
const table = (rows: string[]) => ['Day,Start,End,Title,Room', ...rows].join('\n')
const rows = titles.map((title, index) => `2027-06-01,${String(9 + index).padStart(2, '0')}:00,,${title},Hall`)

/** A conference's own site, which says what it is told to. */
async function openSite(): Promise<{ address: string; says: (text: string) => void; close: () => void }> {
  let body = table(rows)
  const server = createServer((_, response) => void response.end(body)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    address: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/schedule.csv`,
    says: (text) => void (body = text),
    close: () => void server.close(),
  }
}

/** Somebody has brought a conference in by its address. */
async function bringIn(page: Page, slug: string, address: string): Promise<void> {
  await signIn(page, `${slug}@example.org`)
  const { id: userId } = await database().user.findUniqueOrThrow({ where: { email: `${slug}@example.org` } })
  const fetched = await fetchSource(address, access)
  if (!fetched.ok) throw new Error(fetched.reason)
  const request = { ...fetched, conference: null, sourceName: 'Site', timeZone: 'Europe/Paris', accept: [] }
  const make = { name: slug, visibility: 'public' as const, ownerId: userId }
  expect(await applyBringIn(database(), request, { make, userId }, new Date())).toMatchObject({ reason: null })
  await expect.poll(async () => (await page.request.get(`/c/${slug}/agenda.json`)).status()).toBe(200)
}

/** What the job does with the conference's one source when it is due. */
async function checkByItself(slug: string): Promise<string> {
  const db = database()
  const { id, conferenceId } = await db.source.findFirstOrThrow({ where: { conference: { slug } } })
  const source = await takeSource(db, { id, conferenceId }, new Date())
  if (!source) throw new Error('somebody is checking it')
  return (await checkSource({ db, now: () => new Date(), access }, source, null)).outcome
}

test('a source that is checked changes the programme by itself, or waits for a yes', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(240_000)
  const [slug, site] = [`checked-${info.project.name}`, await openSite()]
  await bringIn(page, slug, site.address)

  // It is offered, with a choice that makes sense months before.
  await page.goto(`/c/${slug}/manage/sources`)
  await expect(page.getByRole('heading', { name: /Have it checked by itself/ })).toBeVisible()
  await expect(page.getByLabel('How often')).toHaveValue('1440')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/Checked every day; next on/)).toBeVisible()
  await expect(page.getByRole('heading', { name: /Have it checked by itself/ })).toHaveCount(0)

  const attendee = await (await browser.newContext()).newPage()
  await signIn(attendee, `${slug}-attendee@example.org`)
  const conference = new ConferencePage(attendee, slug)
  await conference.openSchedule('2027-06-01')
  await conference.pick('Doors')
  await conference.openPlan()
  await expect(attendee.getByText('On the server', { exact: true })).toBeVisible()

  // By itself, some time later.
  site.says(table(rows.map((row) => row.replace('09:00,,Doors', '08:30,,Doors'))))
  expect(await checkByItself(slug)).toBe('applied')
  await attendee.goto(`/c/${slug}/changes`)
  const line = attendee.getByRole('listitem').filter({ hasText: 'Doors' })
  await expect(line).toContainText('09:00')
  await expect(line).toContainText('08:30')

  // Most of it is gone: that waits.
  site.says(table(rows.slice(0, 1).map((row) => row.replace('09:00,,Doors', '08:30,,Doors'))))
  expect(await checkByItself(slug)).toBe('waiting')
  await page.goto(`/c/${slug}/manage/sources`)
  await expect(page.getByText('It changed, and that waits for your yes.')).toBeVisible()
  await page.getByRole('link', { name: 'Look at it' }).click()
  await expect(page.getByRole('heading', { name: 'Waits for your yes' })).toBeVisible()
  await expect(page.getByText('5 cancelled').first()).toBeVisible()
  await page.getByRole('button', { name: 'Look at what would change' }).click()
  const guard = page.getByRole('checkbox', { name: 'Cancel 5 of 6 sessions: they are gone from the source' })
  await expect(guard).toBeVisible()
  await expectAccessibleInBothLooks(page)
  await expectAccessibleOnBothWidths(page)
  await page.getByRole('button', { name: 'Yes, bring it in' }).click()
  await expect(guard).toBeFocused()
  await guard.check()
  await page.getByRole('button', { name: 'Yes, bring it in' }).click()
  await expect(page.getByRole('heading', { name: 'Waits for your yes' })).toHaveCount(0)
  const runs = page.getByRole('region', { name: 'Last runs' }).getByRole('listitem')
  await expect(runs).toHaveText([
    /Brought in\s· by .*\s· 5\scancelled.*Release 3/,
    /Checked\s· by itself\s· waits for a yes\s· 5\scancelled.*many sessions are gone/,
    /Checked\s· by itself\s· 1\schanged.*Release 2/,
    /Brought in\s· by .*\s· 6\sadded.*Release 1/,
  ])

  // Where it cannot be had, that is said, and what it said stays.
  site.close()
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText('It could not be checked.')).toBeVisible()
  await expect(page.getByText(/What it said last stays. Next try on/)).toBeVisible()
  await expectAccessibleInBothLooks(page)
  await expectAccessibleOnBothWidths(page)
})
