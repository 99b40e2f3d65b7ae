import { expect, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { expectAccessible } from '../../axe'
import { makeConference, signIn } from '../../beforehand'
import { watchConsole } from '../../console'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'
import { takePicture } from '../../picture'

const DAY = '2037-06-01'
const table = `Day,Start,End,Title,Room\n${DAY},09:00,09:30,Talk A,Hall\n${DAY},10:00,10:30,Talk B,Hall`

/** Moves a session by its fields, as on a phone. */
async function moveByFields(page: Page, title: string, start: string, end: string): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(title) })
    .first()
    .click()
  const sheet = page.getByRole('dialog', { name: title })
  await sheet.getByLabel('Start').fill(start)
  await sheet.getByLabel('End').fill(end)
  await sheet.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(sheet).toHaveCount(0)
}

async function plan(page: Page, time: string): Promise<void> {
  const sheet = page.getByRole('dialog', { name: 'Publish the draft' })
  await sheet.getByLabel('Publish at a time').check()
  await sheet.getByLabel('Day').fill('2037-05-30')
  await sheet.getByLabel('Time', { exact: true }).fill(time)
  await sheet.getByRole('checkbox', { name: /Without alerting anybody yet/ }).check()
  await expect(sheet).toContainText('as it is then')
  await expectAccessible(page)
  await expectSoundLayout(page)
  await sheet.getByRole('button', { name: 'Plan it' }).click()
  await expect(sheet).toHaveCount(0)
}

test('a draft is published by itself at its time, and can be changed and called off until then', async ({
  page,
}, info) => {
  const complaints = watchConsole(page)
  const slug = `planned-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  const { id: conferenceId } = await database().conference.findUniqueOrThrow({ where: { slug } })
  await page.goto(`/c/${slug}/manage/board?day=${DAY}`)
  await moveByFields(page, 'Talk A', '14:00', '14:30')
  await page.getByRole('button', { name: 'Publish…' }).click()
  await plan(page, '08:00')
  const planned = page.getByRole('button', { name: /^Planned: Sat 30 May/ })
  await expect(planned).toContainText('08:00')
  await expectSoundLayout(page)
  // It says so in the place of what publishes, so that the board below stays where it is.
  await planned.click()
  await expect(page.getByText(/published by itself Sat 30 May 08:00/)).toBeVisible()
  await expect(page.getByText('alerts are held back from then on')).toBeVisible()
  await takePicture(page, info, 'planned')
  await plan(page, '09:15')
  await expect(planned).toContainText('09:15')
  await page.goto(`/c/${slug}/manage`)
  await expect(page.getByRole('listitem').filter({ hasText: /1\smove on the board waits/ })).toContainText('09:15')

  await page.goto(`/c/${slug}/manage/releases`)
  await page.getByRole('button', { name: 'Call it off' }).click()
  await expect(page.getByText(/published by itself/)).toHaveCount(0)
  expect(await database().plannedRelease.count({ where: { conferenceId } })).toBe(0)

  // Planned again, and its time has come: the server's own job publishes it.
  await page.goto(`/c/${slug}/manage/board?day=${DAY}`)
  await page.getByRole('button', { name: 'Publish…' }).click()
  await plan(page, '08:00')
  await expect(planned).toBeVisible()
  await database().plannedRelease.update({ where: { conferenceId }, data: { dueAt: new Date('2020-01-01T00:00:00Z') } })
  await expect(page.getByText(/Published as planned, as release 2/)).toBeVisible({ timeout: 100_000 })
  await expect(page.getByRole('button', { name: 'Draft', exact: true })).toBeVisible()
  expect(await database().alertHold.count({ where: { conferenceId, endedAt: null } })).toBe(1)
  await page.getByRole('button', { name: 'I have seen it' }).click()
  await expect(page.getByText(/Published as planned/)).toHaveCount(0)
  expect(complaints).toEqual([])
})
