import { expect } from '@playwright/test'
import { expectAccessible } from '../../axe'
import { makeConference, signIn } from '../../beforehand'
import { watchConsole } from '../../console'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'
import { takePicture } from '../../picture'

const table =
  'Day,Start,End,Title,Room,Capacity,Speakers\n2037-06-01,09:00,09:30,Talk A,Hall,40,Ann Lee\n' +
  '2037-06-01,09:15,09:45,Talk B,Hall,40,Bo\n2037-06-01,10:00,10:30,Talk C,Loft,,Bo\n' +
  '2037-06-02,09:00,09:30,Talk D,Hall,40,Ann Lee'

test('Manage opens with what needs somebody, each with its one action, and with a day’s demand', async ({
  page,
}, info) => {
  const complaints = watchConsole(page)
  const slug = `overview-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  await page.goto(`/c/${slug}/manage`)
  const needs = page.getByRole('main').getByRole('listitem')
  await expect(needs).toHaveText([
    /Hall is booked twice.*Talk A.*Talk B.*Move it/,
    /1\sroom has no capacity.*Loft.*Fill in/,
  ])
  await expectAccessible(page)
  await expectSoundLayout(page)
  expect(complaints).toEqual([])
  await takePicture(page, info, 'overview')

  const map = page.getByRole('region', { name: 'Demand by room and hour' })
  await map.getByRole('button', { name: /^.?Talk A/ }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('status').getByRole('link', { name: 'Talk B' })).toBeVisible()
  await expect(page.getByRole('status')).toContainText(/Under 5\speople picked it.*40\splaces/)
  await map.getByRole('button', { name: /Talk C/ }).click()
  await expect(page.getByRole('status')).toContainText('Its capacity is not known')
  await page.getByRole('navigation', { name: 'Days' }).getByRole('link', { name: 'Tue 2 Jun' }).click()
  await expect(map.getByRole('button')).toHaveCount(1)

  // What is mended is gone.
  await page.getByRole('link', { name: 'Move it' }).click()
  await page.getByRole('textbox', { name: 'Start' }).fill('11:00')
  await page.getByRole('textbox', { name: 'End' }).fill('11:30')
  await page.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Draft: 1' })).toBeVisible()
  await page.goto(`/c/${slug}/manage`)
  await expect(needs).toHaveText([
    /1\smove on the board waits.*Go to the board/,
    /Hall is booked twice/,
    /has no capacity/,
  ])
  await needs.getByRole('link', { name: 'Go to the board' }).click()
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText(/Published: 1\ssession/)).toBeVisible()
  await page.goto(`/c/${slug}/manage`)
  await expect(needs).toHaveText([/has no capacity/])
})
