import { expect, type Page } from '@playwright/test'
import ICAL from 'ical.js'
import { expectAccessible } from '../axe'
import { test } from '../journey'
import { bringInTable, makePublic } from '../pages/bring-in-page'
import { ConferencePage } from '../pages/conference-page'
import { signInByCode } from '../pages/sign-in-page'

const table = [
  'Day,Start,End,Title,Speakers,Company,Room,Track',
  '2027-05-11,09:00,09:45,Opening: why corridors matter,Ada Lindqvist,Corridor Labs,Main Hall,Keynotes',
  '2027-05-11,10:00,10:45,Queues that never end,Bo Marchetti,Queueworks,Room 1,Operations',
  '2027-05-11,10:30,11:15,Signals without a signal,Chloé Dubois & Dan Okoro,Offgrid; Offgrid,Room 2,Networks',
  '2027-05-11,,,Evening walk,,,,',
].join('\n')

test('a conference comes in, is planned by a guest who signs in, and stays right in their calendar', async ({
  page,
  browser,
  request,
}, info) => {
  const slug = `corridor-conf-${info.project.name}-${info.workerIndex}`
  const organizer = await (await browser.newContext()).newPage()
  await bringIn(organizer, slug)

  // A guest on a phone.
  const conference = new ConferencePage(page, slug)
  await conference.openSchedule('2027-05-11')
  await expect(page.getByRole('link', { name: 'Opening: why corridors matter' })).toBeVisible()
  await conference.pick('Queues that never end')
  await conference.pick('Signals without a signal')
  await conference.openPlan()
  const clash = page.getByRole('listitem').filter({ hasText: /^Both on for 15.min/ })
  await expect(clash).toContainText('Queues that never end')
  await expect(clash).toContainText('Signals without a signal')
  await expectAccessible(page)

  // The picks follow into the account.
  await signInByCode(page, `guest-${slug}@example.org`, `/c/${slug}/plan`)
  await expect(conference.session('Queues that never end')).toBeVisible()
  await expect(page.getByText('On the server')).toBeVisible()

  // The plan in a calendar.
  await page.goto(`/c/${slug}/calendars`)
  await page.getByRole('button', { name: 'Make a secret address' }).click()
  const address = await page.getByRole('region', { name: 'My plan' }).getByLabel('Address to subscribe to').inputValue()
  const before = await readCalendar(request, address)
  expect(before.map(({ summary, start }) => ({ summary, start }))).toEqual([
    { summary: 'Queues that never end', start: '2027-05-11T08:00:00Z' },
    { summary: 'Signals without a signal', start: '2027-05-11T08:30:00Z' },
  ])

  // The organizer moves a session; the open screen and the feed follow.
  await conference.openPlan()
  await moveSession(organizer, slug, 'Queues that never end', '11:30', '12:15')
  // What changed is said below the day, too.
  const planned = conference.session('Queues that never end').first()
  await expect(planned).toContainText('11:30–12:15')
  await expect(clash).toHaveCount(0)
  const after = await readCalendar(request, address)
  const moved = after.find(({ summary }) => summary === 'Queues that never end')
  const was = before.find(({ summary }) => summary === 'Queues that never end')
  expect(moved).toEqual({ ...was, start: '2027-05-11T09:30:00Z', sequence: (was?.sequence ?? 0) + 1 })
})

async function bringIn(page: Page, slug: string): Promise<void> {
  await signInByCode(page, `organizer-${slug}@example.org`)
  await bringInTable(page, { name: slug, table, sessions: 4 })
  await makePublic(page, slug)
}

async function moveSession(page: Page, slug: string, title: string, start: string, end: string): Promise<void> {
  await page.goto(`/c/${slug}/manage/sessions`)
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('textbox', { name: 'Start' }).fill(start)
  await page.getByRole('textbox', { name: 'End' }).fill(end)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
}

async function readCalendar(request: import('@playwright/test').APIRequestContext, address: string) {
  const answer = await request.get(address)
  expect(answer.status()).toBe(200)
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return { uid: event.uid, summary: event.summary, start: event.startDate.toString(), sequence: event.sequence }
  })
}
