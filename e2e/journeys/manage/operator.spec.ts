import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { root } from '@/scripts/programs.mjs'
import { expectAccessibleOnBothWidths } from '../../axe'
import { makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'
import { whenKept } from '../../kept-here'
import { expectSoundLayout } from '../../layout'
import { takePicture } from '../../picture'

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

/** As whoever has the machine does it. */
async function appoint(email: string): Promise<void> {
  const command = spawn(process.execPath, ['scripts/operator/operator.mjs', email], { cwd: root, stdio: 'ignore' })
  const [code] = await once(command, 'exit')
  expect(code).toBe(0)
}

const rowOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name }).first()

async function actOn(page: Page, name: string, what: string, reason = ''): Promise<void> {
  const row = rowOf(page, name)
  await row.getByRole('button', { name: `${what}: ${name}` }).click()
  if (reason) await row.getByLabel('Why (they read it)').pressSequentially(reason)
  await row.getByRole('button', { name: 'Yes, do it' }).click()
}

test('an operator sees how it is, blocks somebody, and takes a conference down and puts it back', async ({
  page,
  browser,
  baseURL,
}, info) => {
  test.setTimeout(180_000)
  const tag = `operator-${info.project.name}`
  const shore = `shore-${info.project.name}`
  const [operator, other] = [`${tag}@example.org`, `other-${tag}@example.org`]
  await appoint(`first-${operator}`)
  await signIn(page, operator, '/settings')
  await page.goto('/settings/installation')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('This installation')
  await appoint(operator)

  const theirs = await (await browser.newContext({ baseURL })).newPage()
  await signIn(theirs, other)
  const table = 'Day,Start,End,Title,Room,Capacity\n2099-03-24,09:00,10:00,Tides,Hall,40'
  await makeConference(theirs, { name: shore, table })

  await page.goto('/settings')
  await expect(page.getByText(`Hallway ${version}`, { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Open it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This installation')
  await expect(page.getByText(`Hallway ${version}, Node ${process.versions.node}`, { exact: true })).toBeVisible()
  await expect(page.getByText(/Postgres \d+/)).toBeVisible()
  await page.getByRole('searchbox', { name: 'Find an address or a name' }).pressSequentially(other)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^1\saccount found$/)).toBeVisible()
  await expectAccessibleOnBothWidths(page)
  await expectSoundLayout(page)
  await takePicture(page, info, 'installation', { fullPage: true })

  // Their note is open while it happens.
  const phone = await theirs.context().newPage()
  await phone.goto(`/c/${shore}/sessions/1`)
  const note = phone.getByRole('textbox', { name: 'Note on Tides' })
  await note.pressSequentially('Before')
  await expect(phone.getByText('On the server', { exact: true })).toBeAttached()
  await rowOf(page, other)
    .getByRole('button', { name: `Block: ${other}` })
    .click()
  await expect(rowOf(page, other)).toContainText(`The conference that they own stays as it is, for everybody`)
  await expect(rowOf(page, other)).toContainText(shore)
  await rowOf(page, other).getByRole('button', { name: 'Leave it' }).click()
  await actOn(page, other, 'Block', 'Sold shoes')
  await expect(rowOf(page, other)).toContainText('blocked since')
  await note.press('End')
  await note.pressSequentially(', after')
  await expect(phone.getByText('On this device: this account is blocked')).toBeVisible()
  await expect(phone.getByText(/^This account is blocked: 1\schange waits on this device/)).toBeVisible()
  await expect(phone.getByText(/signed out/)).toHaveCount(0)
  await expectSoundLayout(phone)
  await takePicture(phone, info, 'blocked-note', {})
  // The conference is private, and they are nobody there now.
  await phone.reload()
  await expect(phone.getByText('This account is blocked')).toBeVisible()
  await expect(phone.getByRole('link', { name: 'Sign in' })).toHaveCount(0)
  await expect(phone.getByRole('heading', { name: 'Still on this device' })).toBeVisible()
  await expectSoundLayout(phone)
  await theirs.goto('/')
  await theirs.getByRole('link', { name: 'Why, and what is yours' }).click()
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('This account is blocked')
  await expect(theirs.getByText('They say: Sold shoes')).toBeVisible()
  await expectSoundLayout(theirs)
  await takePicture(theirs, info, 'blocked', { fullPage: true })
  const [download] = await Promise.all([
    theirs.waitForEvent('download'),
    theirs.getByRole('link', { name: 'Download everything' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('hallway.json')
  await theirs.goto(`/c/${shore}/manage`)
  await expect(theirs.getByRole('heading', { level: 1 })).not.toHaveText(shore)

  // Whoever signs in again reads why, and finds what their device keeps.
  await signIn(theirs, other, '/settings')
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('This account is blocked')
  await theirs.goto('/notes')
  await expect(theirs.getByText('Before, after')).toBeVisible()
  await theirs.goto('/settings')
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('This account is blocked')

  // The page that says so is open, and notices by itself, also once a network that was away is back.
  await theirs.context().setOffline(true)
  await actOn(page, other, 'Let in again')
  await expect(rowOf(page, other)).not.toContainText('blocked since')
  await theirs.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('This account is blocked')
  await theirs.context().setOffline(false)
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Settings')

  await expect(note).toHaveValue('Before, after')
  await expect(phone.getByText('On the server', { exact: true })).toBeAttached()

  await theirs.goto(`/c/${shore}/manage/board`)
  await expect(theirs.getByText('Tides').first()).toBeVisible()
  const desk = await theirs.context().newPage()
  await desk.goto(`/c/${shore}/manage/announcements`)
  await desk.getByRole('textbox').first().pressSequentially('The tide comes early')
  const state = await theirs.context().storageState()
  const away = await (await browser.newContext({ baseURL, storageState: state, serviceWorkers: 'allow' })).newPage()
  await away.goto(`/c/${shore}/schedule`)
  await whenKept(away, shore)
  await away.context().setOffline(true)
  await away.reload()
  await expect(away.getByText(/^No network\. Programme as of/)).toBeVisible()
  await page.goto(`/settings/installation?conferences=${shore}`)
  await actOn(page, shore, 'Take down', 'A copy')
  await expect(rowOf(page, shore)).toContainText('taken down on')
  await expect(rowOf(page, shore)).toContainText(`/c/${shore}`)
  for (const open of [phone, theirs, desk])
    await expect(open.getByText('The server no longer shows this conference')).toBeVisible()
  await expectSoundLayout(theirs)
  await takePicture(theirs, info, 'gone-board', {})
  // Nothing of it can be changed any more; what was typed is still there.
  await expect(desk.getByText('No longer shown: nothing of it can be changed.')).toBeVisible()
  await expect(desk.getByText(/^(Public|Private): /)).toHaveCount(0)
  await expect(desk.getByRole('textbox').first()).toHaveValue('The tide comes early')
  await expect(desk.getByRole('textbox').first()).toBeDisabled()
  await expect(theirs.locator('fieldset[inert]').getByRole('button', { name: /Tides/ })).toHaveCount(1)
  await expectSoundLayout(desk)
  await takePicture(desk, info, 'gone-desk', { fullPage: true })
  // Who was away hears it as soon as they are back, and once.
  await away.context().setOffline(false)
  await expect(away.getByText('The server no longer')).toHaveCount(1)
  await expect(away.getByText(/^No network/)).toHaveCount(0)
  await theirs.getByRole('link', { name: 'Look again' }).click()
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('This conference was taken down')
  await expect(theirs.getByText('They say: A copy')).toBeVisible()
  await expectAccessibleOnBothWidths(theirs)
  await expectSoundLayout(theirs)
  await takePicture(theirs, info, 'taken-down-page', { fullPage: true })
  await phone.goto('/notes')
  await expect(phone.getByText('This conference went away on')).toBeVisible()
  await theirs.goto('/')
  await expect(theirs.getByText('They say: A copy')).toBeVisible()
  await takePicture(theirs, info, 'taken-down', { fullPage: true })
  const [programme] = await Promise.all([
    theirs.waitForEvent('download'),
    theirs.getByRole('link', { name: 'Download its programme' }).click(),
  ])
  expect(programme.suggestedFilename()).toBe(`${shore}.json`)
  await actOn(page, shore, 'Put back')
  await expect(page.getByText(new RegExp(`put.*${shore}.*back`)).first()).toBeVisible()
  // Pages that are open go on by themselves.
  for (const open of [away, desk]) await expect(open.getByText('The server no longer')).toHaveCount(0)
  await expect(desk.getByRole('textbox').first()).toBeEnabled()
  await expect(desk.getByRole('textbox').first()).toHaveValue('The tide comes early')
  expect((await theirs.goto(`/c/${shore}/manage`))?.status()).toBe(200)
})
