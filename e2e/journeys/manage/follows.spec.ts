import { expect } from '@playwright/test'
import { bringInAgain, makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'

const table = (...rows: string[]) =>
  ['Day,Start,End,Title,Room,Capacity', ...rows.map((row) => `2037-06-01,${row}`)].join('\n')

test('an open Overview and an open changelog follow what happens', async ({ page, browser }, info) => {
  const slug = `follows-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: table('09:00,09:30,Fog,Hall,40'), visibility: 'public' })
  await page.goto(`/c/${slug}/manage`)
  const needs = page.getByRole('main').getByRole('listitem')
  await expect(page.getByRole('heading', { name: 'Demand', exact: true })).toBeVisible()
  await expect(needs).toHaveCount(0)
  const reader = await (await browser.newContext()).newPage()
  await reader.goto(`/c/${slug}/changelog`)
  await expect(reader.getByText('Dew')).toHaveCount(0)

  await bringInAgain(page, slug, table('09:00,09:30,Fog,Hall,40', '09:15,09:45,Dew,Hall,40'))
  await expect(needs).toHaveText([/Hall is booked twice.*Fog.*Dew/])
  await expect(reader.getByText('Dew')).toBeVisible()
})
