import { expect } from '@playwright/test'
import { makeConference, signIn } from '../beforehand'
import { test } from '../journey'
import { takePicture } from '../picture'

const table =
  'Day,Start,End,Title,Room,Track,Speakers\n2027-06-01,09:00,09:30,Talk A,Hall,Web,Ann Lee\n' +
  '2027-06-01,10:00,10:30,Talk B,Hall B,Data,Bo'

test('the desk says what a saved session collides with, and asks before it merges', async ({ page }, info) => {
  const slug = `desk-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  await page.goto(`/c/${slug}/manage/sessions`)
  await page.getByRole('link', { name: 'Talk B' }).click()
  await page.getByLabel('Start').fill('09:15')
  await page.getByLabel('End').fill('09:45')
  await page.getByLabel('Room').selectOption({ label: 'Hall' })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved. It now collides with this session.')).toBeVisible()
  await expect(page.getByText('Tue 1 Jun 09:00–09:30 · Hall')).toBeVisible()
  await takePicture(page, info, 'desk-collides', { fullPage: true })
  await page.getByRole('link', { name: 'Talk A', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Talk A' })).toBeVisible()

  await page.goto(`/c/${slug}/manage/rooms`)
  const room = page.getByRole('listitem').filter({ has: page.locator('summary', { hasText: 'Hall B' }) })
  await room.locator('summary').click()
  const into = room.getByLabel('Merge into')
  await expect(into).toHaveValue('')
  await takePicture(page, info, 'desk-merge')
  await into.selectOption({ label: 'Hall' })
  const asked: string[] = []
  page.once('dialog', (dialog) => void (asked.push(dialog.message()), dialog.dismiss()))
  await room.getByRole('button', { name: 'Merge', exact: true }).click()
  expect(asked).toEqual([
    'Merge “Hall B” into “Hall”?\n\nWhat moves:\n1 spelling of its name\n\nThe calendar of “Hall B” will answer ' +
      'with that of “Hall”. This cannot be undone.',
  ])
  await expect(room).toBeVisible()
  page.once('dialog', (dialog) => void dialog.accept())
  await room.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(room).toHaveCount(0)
  const moved = await page.request.get(`/c/${slug}/rooms/hall-b.ics`)
  expect([moved.ok(), new URL(moved.url()).pathname]).toEqual([true, `/c/${slug}/rooms/hall.ics`])
})

test('two rooms that are named alike but are different are asked about once', async ({ page }, info) => {
  const slug = `alike-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: table.replace('Hall,', 'Level 1,').replace('Hall B', 'Level -1') })
  await page.goto(`/c/${slug}/manage/rooms`)
  const row = (name: string) =>
    page.getByRole('listitem').filter({ has: page.locator('summary', { hasText: new RegExp(`^${name}`) }) })
  await expect(row('Level 1').getByText('May be the same as')).toBeVisible()
  await row('Level -1').locator('summary').click()
  const name = row('Level -1').getByLabel('Name', { exact: true })
  await name.focus()
  await page.keyboard.press('End')
  await page.keyboard.insertText('x'.repeat(300))
  await expect(row('Level -1').getByText('At most 300 characters; 8 too many.')).toBeVisible()
  await row('Level -1').getByRole('button', { name: 'Save' }).click()
  await expect(row('Level -1').getByText('Saved.')).toHaveCount(0)
  await name.fill('Level -1')
  await expect(row('Level -1').getByText('At most 300 characters')).toHaveCount(0)
  await row('Level -1').getByRole('button', { name: 'Save' }).click()
  await expect(row('Level -1').getByText('Saved.')).toBeVisible()
  await row('Level -1').getByRole('button', { name: 'Level 1 is a different one' }).click()
  await expect(page.getByText('May be the same as')).toHaveCount(0)
  await page.reload()
  await row('Level 1').locator('summary').click()
  await expect(row('Level 1').getByText('You said that Level -1 is a different one.')).toBeVisible()
  await expect(page.getByText('May be the same as')).toHaveCount(0)
  await row('Level 1').getByRole('button', { name: 'They may be the same' }).click()
  await expect(row('Level -1').getByText('May be the same as')).toBeVisible()
})
