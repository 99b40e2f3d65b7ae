import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../../axe'
import { signIn } from '../../beforehand'
import { test } from '../../journey'

// An export that wrote the clocks of the place as if they were UTC, with one room whose name ends in a number.
const session = { track: 'Quay (146)', language: 'en', proposal: null }
const schedule = JSON.stringify({
  name: 'Fog 2027 schedule',
  days: ['2027-06-11T00:00:00.000Z'],
  timeZone: 'Europe/Paris',
  sessions: [
    { ...session, id: '1', title: 'Welcome', start: '2027-06-11T09:00:00.000Z', end: '2027-06-11T10:00:00.000Z' },
    { ...session, id: '2', title: 'Lunch', start: '2027-06-11T12:00:00.000Z', end: '2027-06-11T13:00:00.000Z' },
  ],
})

async function look(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I paste it' }).click()
  await page.getByRole('textbox', { name: 'Schedule' }).fill(schedule)
  await page.getByRole('button', { name: 'Look at it' }).click()
}

test('what a file leaves open is asked in the preview, and not again', async ({ page }, info) => {
  const slug = `open-questions-${info.project.name}`
  await signIn(page, `${slug}@example.org`, '/new')
  await page.getByLabel('Time zone of the conference').fill('Europe/Paris')
  await look(page)
  const [local, utc] = [
    page.getByLabel('At 09:00: the hours are local'),
    page.getByLabel('At 11:00: the hours are UTC'),
  ]
  await expect(local).toBeChecked()
  const preview = page.getByRole('region', { name: 'How each day begins' })
  await expect(preview.getByRole('listitem').first()).toContainText('09:00')

  await utc.check()
  await expect(preview.getByRole('listitem').first()).toContainText('11:00')
  await page.getByLabel('How many people it holds: 146').check()
  await page.getByLabel('Name of the conference').fill(slug)
  await page.getByRole('button', { name: 'Bring 2 sessions in' }).click()
  await expect(page.getByRole('heading', { name: 'It is here' })).toBeFocused()

  await page.goto(`/c/${slug}/manage/rooms`)
  await expect(page.getByText('146 seats')).toBeVisible()
  await page.goto(`/c/${slug}/manage/sources`)
  await look(page)
  await expect(utc).toBeChecked()
  await expect(page.getByLabel('How many people it holds: 146')).toBeChecked()
  await expect(preview.getByRole('listitem').first()).toContainText('11:00')
  await expectAccessible(page)
})

test.describe('in a browser on other clocks', () => {
  test.use({ timezoneId: 'America/New_York' })

  test('the zone that a file states stands over the first guess, and what somebody wrote over both', async ({
    page,
  }, info) => {
    await signIn(page, `stated-zone-${info.project.name}@example.org`, '/new')
    const zone = page.getByLabel('Time zone of the conference')
    await expect(zone).toHaveValue('America/New_York')
    await page.getByRole('button', { name: 'I paste it' }).click()
    await page.getByRole('textbox', { name: 'Schedule' }).fill(
      `<schedule><conference><title>Fog</title><days>1</days><time_zone_name>Europe/Paris</time_zone_name></conference>
      <day index="1" date="2027-05-11" start="2027-05-11T08:00:00+02:00" end="2027-05-11T20:00:00+02:00">
      <room name="Hall"><event id="1"><date>2027-05-11T09:00:00+02:00</date><start>09:00</start>
      <duration>01:00</duration><room>Hall</room><title>Fog</title></event></room></day></schedule>`,
    )
    await page.getByRole('button', { name: 'Look at it' }).click()
    const first = page.getByRole('region', { name: 'How each day begins' }).getByRole('listitem').first()
    await expect(first).toContainText('09:00')
    await expect(zone).toHaveValue('Europe/Paris')

    await zone.fill('Asia/Tokyo')
    await page.getByRole('button', { name: 'Look again' }).click()
    await expect(first).toContainText('16:00')
    await expect(zone).toHaveValue('Asia/Tokyo')
  })
})
