import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessibleEverywhere } from '../axe'
import { makeConference, signIn } from '../beforehand'
import { test } from '../journey'
import { whenKept } from '../kept-here'
import { ConferencePage } from '../pages/conference-page'

const table = [
  'Day,Start,End,Title,Room',
  '2027-06-01,09:00,09:45,Doors,Hall',
  '2027-06-01,10:00,10:45,Windows,Loft',
  '2027-06-02,11:00,11:45,Stairs,Hall',
].join('\n')

const wayToNow = (page: Page) => page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: /^Now/ })
const lineOf = (page: Page, title: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `Keep: ${title}` }) })

/** An organizer's correction of a session, as their form gives it. */
async function correct(
  page: Page,
  slug: string,
  session: string,
  change: (page: Page) => Promise<unknown>,
): Promise<void> {
  await page.goto(`/c/${slug}/manage/sessions/${session}`)
  await change(page)
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByText('Saved.')).toBeVisible()
}

const moveTo = (start: string, end: string) => async (page: Page) => {
  await page.getByRole('textbox', { name: 'Start' }).fill(start)
  await page.getByRole('textbox', { name: 'End' }).fill(end)
}

test.describe('with a worker', () => {
  test.use({ serviceWorkers: 'allow' })

  test('what changed for me is one line a session, on every device, until I answer on one of them', async ({
    page,
    context,
    browser,
  }, info) => {
    test.setTimeout(180_000)
    const slug = `moved-${info.project.name}`
    const organizer = await (await browser.newContext()).newPage()
    await signIn(organizer, `${slug}@example.org`)
    await makeConference(organizer, { name: slug, table, visibility: 'public' })
    await correct(organizer, slug, '1', moveTo('09:05', '09:50'))

    await signIn(page, `${slug}-attendee@example.org`)
    const conference = new ConferencePage(page, slug)
    await conference.openSchedule('2027-06-01')
    await conference.pick('Doors')
    await conference.pick('Windows')
    await conference.openPlan()
    await whenKept(page, slug)
    // What changed before it was picked is no news, here or on the server.
    await expect(page.getByText('On the server', { exact: true })).toBeVisible()
    await expect(wayToNow(page)).toHaveAccessibleName('Now')
    const other = await (await browser.newContext({ storageState: await context.storageState() })).newPage()
    await other.goto(`/c/${slug}/changes`)
    await expect(other.getByText('Nothing new')).toBeVisible()

    await correct(organizer, slug, '1', moveTo('11:30', '12:15'))
    await correct(organizer, slug, '1', moveTo('10:15', '11:00'))
    await correct(organizer, slug, '1', (form) => form.getByRole('combobox', { name: 'Room' }).selectOption('Loft'))
    await correct(organizer, slug, '3', moveTo('12:00', '12:45'))

    for (const device of [page, other]) {
      await expect(wayToNow(device)).toHaveAccessibleName('Now changes to read: 1')
      await expect(lineOf(device, 'Doors')).toContainText('was 09:05–09:50 → is now 10:15–11:00')
      await expect(lineOf(device, 'Doors')).toContainText('was Hall → is now Loft')
      await expect(lineOf(device, 'Doors')).toContainText('Overlaps with Windows (30 min)')
      await expect(device.getByRole('button', { name: /^Keep: / })).toHaveCount(1)
    }

    await context.setOffline(true)
    await page.goto(`/c/${slug}/changes`)
    await expect(lineOf(page, 'Doors')).toContainText('was Hall → is now Loft')
    await expect(wayToNow(page)).toHaveAccessibleName('Now changes to read: 1')
    await lineOf(page, 'Doors').getByRole('button', { name: 'Keep' }).click()
    await expect(page.getByText('Nothing new')).toBeVisible()
    await expect(wayToNow(page)).toHaveAccessibleName('Now')
    await context.setOffline(false)
    await expect(other.getByText('Nothing new')).toBeVisible()

    await page.getByRole('button', { name: 'Undo' }).click()
    for (const device of [page, other]) await expect(lineOf(device, 'Doors')).toBeVisible()
    await other.getByRole('button', { name: 'Find another: Doors' }).click()
    await expect(other.getByRole('dialog', { name: 'Doors' })).toBeVisible()
    await other.keyboard.press('Escape')
    await lineOf(other, 'Doors').getByRole('button', { name: 'Drop' }).click()
    for (const device of [page, other]) await expect(device.getByText('Nothing new')).toBeVisible()
    await conference.openPlan()
    await expect(conference.session('Windows')).toBeVisible()
    await expect(conference.session('Doors')).toBeHidden()
  })
})

test(
  'all of it can be read at once, and taken back; both screens pass axe in both languages, light and dark',
  { tag: '@looks' },
  async ({ page }, info) => {
    test.setTimeout(180_000)
    const slug = `retitled-${info.project.name}`
    await signIn(page, `${slug}@example.org`)
    await makeConference(page, { name: slug, table })
    const conference = new ConferencePage(page, slug)
    await conference.openSchedule('2027-06-01')
    await conference.pick('Doors')
    await conference.pick('Windows')
    await correct(page, slug, '1', (form) => form.getByRole('textbox', { name: 'Title' }).fill('Gates <b>'))
    await correct(page, slug, '2', (form) => form.getByRole('textbox', { name: 'Day' }).fill('2027-06-02'))
    await page.goto(`/c/${slug}/manage/sessions/1`)
    page.on('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Cancel this session' }).click()
    await expect(page.getByRole('button', { name: 'Restore this session' })).toBeVisible()

    for (const path of ['changes', 'plan']) {
      await page.goto(`/c/${slug}/${path}`)
      await expectAccessibleEverywhere(page, () => expect(page.getByText('→')).toHaveCount(2))
    }
    await page.goto(`/c/${slug}/changes`)
    await expect(lineOf(page, 'Gates <b>')).toContainText('Cancelled')
    await expect(lineOf(page, 'Gates <b>')).toContainText('was Doors → is now Gates <b>')
    await expect(lineOf(page, 'Windows')).toContainText('was Tue 1 Jun 10:00–10:45 → is now Wed 2 Jun 10:00–10:45')
    await page.getByRole('button', { name: 'I have read all' }).click()
    await expect(page.getByText('Nothing new')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(wayToNow(page)).toHaveAccessibleName('Now changes to read: 2')
    await page.getByRole('button', { name: 'I have read all' }).click()
    await expect(page.getByText('Nothing new')).toBeVisible()
    await page.reload()
    await expect(page.getByText('Nothing new')).toBeVisible()
  },
)
