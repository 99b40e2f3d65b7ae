import { expect } from '@playwright/test'
import { expectAccessibleEverywhere } from '../../axe'
import { makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'

const table = [
  'Day,Start,End,Title,Room',
  '2027-06-01,09:00,10:00,First,Hall',
  '2027-06-01,10:05,11:00,Second,Loft',
].join('\n')

test(
  'an organizer corrects the walk between two zones, takes it back, and plans say when to leave',
  { tag: '@looks' },
  async ({ page }, info) => {
    test.setTimeout(120_000)
    const slug = `walked-${info.project.name}`
    await signIn(page, `${slug}@example.org`)
    await makeConference(page, { name: slug, table })
    await page.goto(`/c/${slug}/schedule/2027-06-01`)
    for (const title of ['First', 'Second']) await page.getByRole('button', { name: `Pick: ${title}` }).click()

    await page.goto(`/c/${slug}/manage/walks`)
    await page.getByRole('link', { name: 'Give rooms a zone' }).click()
    for (const [room, zone] of [
      ['Hall', 'East'],
      ['Loft', 'West'],
    ] as const) {
      const details = page.getByRole('listitem').filter({ has: page.locator('summary', { hasText: room }) })
      await details.locator('summary').click()
      await details.getByLabel('Zone').fill(zone)
      await details.getByRole('button', { name: 'Save' }).first().click()
      await expect(details.getByText('Saved.')).toBeVisible()
    }

    const sections = page.getByRole('navigation', { name: 'Sections' })
    await sections.locator('summary').click()
    await sections.getByRole('link', { name: 'Walks' }).click()
    const cell = (from: string, to: string) => page.getByLabel(`From ${from} to ${to}, minutes`)
    await expect(cell('East', 'West')).toHaveAttribute('placeholder', '5')
    await expect(cell('East', 'East')).toHaveAttribute('placeholder', '2')
    await cell('East', 'West').fill('12')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved.')).toBeVisible()
    await expect(cell('West', 'East')).toHaveAttribute('placeholder', '12')
    await expectAccessibleEverywhere(page)
    await page.goto(`/c/${slug}/plan`)
    await expect(page.getByText('You would be 7 min late')).toBeVisible()

    await page.goto(`/c/${slug}/manage/walks`)
    await expect(cell('East', 'West')).toHaveValue('12')
    await cell('East', 'West').fill('')
    await cell('West', 'East').fill('4')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(cell('East', 'West')).toHaveAttribute('placeholder', '4')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(cell('East', 'West')).toHaveValue('12')
    await expect(cell('West', 'East')).toHaveValue('')
    await page.reload()
    await expect(cell('East', 'West')).toHaveValue('12')
  },
)
