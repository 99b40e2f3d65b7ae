import { expect } from '@playwright/test'
import { expectAccessible } from '../../axe'
import { makeConference, signIn } from '../../beforehand'
import { watchConsole } from '../../console'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'
import { takePicture } from '../../picture'

const table =
  'Day,Start,End,Title,Room,Track\n2037-06-01,09:00,09:30,Keys,Hall,Security\n' +
  '2037-06-01,10:00,10:30,Charts,Loft,Operations\n2037-06-01,11:00,11:30,Locks,Hall,Security'

test('a track lead finds their sessions under Manage, and no other', async ({ page, browser }, info) => {
  const slug = `lead-${info.project.name}`
  await signIn(page, `${slug}-owner@example.org`)
  await makeConference(page, { name: slug, table })
  await page.goto(`/c/${slug}/manage/people`)
  await page.getByLabel('E-mail').fill(`${slug}@example.org`)
  await page.getByLabel('Role').first().selectOption('Security')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(page.getByRole('alert').or(page.getByRole('status')).getByText(`${slug}@example.org`)).toBeVisible()
  await page.reload()
  await expect(page.getByText('track lead · Security · ')).toBeVisible()
  await expectAccessible(page)
  await takePicture(page, info, 'people')

  const lead = await (await browser.newContext()).newPage()
  const complaints = watchConsole(lead)
  await signIn(lead, `${slug}@example.org`, '/invitations')
  await expect(lead.getByText('As a track lead you edit the sessions of')).toBeVisible()
  await lead.getByRole('button', { name: 'Accept' }).click()
  await lead.waitForURL(`**/c/${slug}`)
  await lead.goto(`/c/${slug}/manage`)
  await lead.waitForURL(`**/c/${slug}/manage/sessions`)
  await expect(lead.getByRole('navigation', { name: 'Sections' }).getByRole('link')).toHaveText(['Sessions', 'Board'])
  await expect(lead.getByRole('main').getByRole('link', { name: /Keys|Charts|Locks/ })).toHaveText([/Keys/, /Locks/])
  await expectAccessible(lead)
  await expectSoundLayout(lead)
  await takePicture(lead, info, 'lead')

  await lead.getByRole('link', { name: /Keys/ }).click()
  await expect(lead.getByLabel('Track').getByRole('option')).toHaveText(['Security'])
  await lead.getByRole('textbox', { name: 'Title' }).fill('Keys and locks')
  await lead.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(lead.getByText('Saved.')).toBeVisible()
  expect(complaints).toEqual([])

  // On the board they move their own, and no other.
  await lead.goto(`/c/${slug}/manage/board?day=2037-06-01`)
  await lead.getByRole('button', { name: /Locks/ }).first().click()
  await lead.getByRole('dialog').getByRole('button', { name: 'Into the tray' }).click()
  await expect(lead.getByRole('button', { name: 'Draft: 1' })).toBeVisible()
  await expect(lead.getByRole('button', { name: 'Publish…' })).toHaveCount(0)
  if (info.project.name === 'desktop') {
    await lead.getByRole('button', { name: /Charts/ }).click()
    await expect(lead.getByRole('dialog').getByText('of what others lead')).toBeVisible()
    await lead.getByRole('button', { name: 'Close' }).click()
    // Who pulls at it is told, too.
    const { x = 0, y = 0, width = 0 } = (await lead.getByRole('button', { name: /Charts/ }).boundingBox()) ?? {}
    await lead.mouse.move(x + width / 2, y + 20)
    await lead.mouse.down()
    await lead.mouse.move(x + width / 2, y + 120, { steps: 4 })
    await lead.mouse.up()
    await expect(lead.getByRole('status').filter({ hasText: 'it did not move' })).toBeVisible()
  }
  await expectAccessible(lead)
  await expectSoundLayout(lead)
  await takePicture(lead, info, 'lead-board')
  expect(complaints).toEqual([])

  // In the table they read the others; whoever writes there is told.
  await lead.goto(`/c/${slug}/manage/sessions?as=table`)
  await expect(lead.getByText('moves on the board wait for an organizer to publish them')).toBeVisible()
  await lead.getByRole('gridcell', { name: 'Charts', exact: true }).click()
  if (info.project.name === 'desktop') await lead.keyboard.type('x')
  await expect(lead.getByRole('status').filter({ hasText: 'You can read this session, not change it' })).toBeVisible()

  // What is not theirs is not to be had by its address either.
  for (const path of ['rooms', 'sessions/2-charts']) {
    const answer = await lead.goto(`/c/${slug}/manage/${path}`)
    expect(answer?.status()).toBe(403)
  }
  await lead.context().close()
})
