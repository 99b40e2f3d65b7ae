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
  await page.getByRole('textbox', { name: 'Start' }).fill('09:15')
  // The end goes with the start.
  await expect(page.getByRole('textbox', { name: 'End' })).toHaveValue('09:45')
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
  await room.getByRole('button', { name: 'See what moves' }).click()
  await expect(room.getByText('“Hall B” becomes “Hall”. What moves:')).toBeVisible()
  await expect(page.getByText('“Hall B” is “Hall” now.')).toHaveCount(0)
  await room.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByText('“Hall B” is “Hall” now.')).toBeVisible()
  await expect(room).toHaveCount(0)
  const moved = await page.request.get(`/c/${slug}/rooms/hall-b.ics`)
  expect([moved.ok(), new URL(moved.url()).pathname]).toEqual([true, `/c/${slug}/rooms/hall.ics`])
})

test('two rooms that are named alike but are different are asked about once', async ({ page }, info) => {
  const slug = `alike-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: table.replace('Hall,', 'Level 1,').replace('Hall B', 'Level -1') })
  await page.goto(`/c/${slug}/manage/rooms`)
  const row = page
    .getByRole('listitem')
    .filter({ has: page.locator('summary', { hasText: /^Level -1/ }) })
    .last()
  const likely = page.getByRole('region', { name: 'May be one' })
  await expect(likely.locator('summary')).toContainText('Level')
  await row.locator('summary').click()
  const name = row.getByLabel('Name', { exact: true })
  await name.focus()
  await page.keyboard.press('End')
  await page.keyboard.insertText('x'.repeat(300))
  await expect(row.getByText('At most 300 characters; 8 too many.')).toBeVisible()
  await row.getByRole('button', { name: 'Save' }).click()
  await expect(row.getByText('Saved.')).toHaveCount(0)
  await name.fill('Level -1')
  await expect(row.getByText('At most 300 characters')).toHaveCount(0)
  await row.getByRole('button', { name: 'Save' }).click()
  await expect(row.getByText('Saved.')).toBeVisible()
  await likely.locator('summary').click()
  await likely.getByRole('button', { name: 'They are two' }).click()
  await expect(likely.getByText('1 pair that you said are two')).toBeVisible()
  await page.reload()
  await expect(likely.getByRole('button', { name: 'See what moves' })).toHaveCount(0)
  await likely.getByText('1 pair that you said are two').click()
  await likely.getByRole('button', { name: 'They may be one' }).click()
  await expect(likely.getByText('1 pair is named alike.')).toBeVisible()
})
