import { expect } from '@playwright/test'
import { expectAccessible } from '../axe'
import { test } from '../journey'

const screens = ['', '/schedule', '/plan', '/notes', '/rooms', '/sessions/3', '/calendars']

test('⌘K finds sessions, speakers, rooms and screens wherever one is, and leads there by keys alone', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile)
  for (const screen of screens) {
    await page.goto(`/c/hallway-days${screen}`)
    await expect(async () => {
      await page.keyboard.press('ControlOrMeta+k')
      await expect(page.getByRole('dialog', { name: 'Find or go to' })).toBeVisible({ timeout: 500 })
    }).toPass()
    await expect(page.getByRole('searchbox', { name: 'Find or go to' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.keyboard.press('ControlOrMeta+k')
  await expectAccessible(page)
  await page.keyboard.type('lantern')
  const rooms = page.getByRole('region', { name: 'Rooms' })
  await expect(rooms.getByRole('link')).toHaveText(['The Lantern (silent stage)'])
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('spea')
  await expect(page.getByRole('region', { name: 'Screens' }).getByRole('link')).toHaveText(['Speakers'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/c/hallway-days/speakers')
})

test('outside of a conference it finds conferences, screens and actions, and a conference from within another', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile)
  const dialog = page.getByRole('dialog', { name: 'Find or go to' })
  const open = () =>
    expect(async () => {
      await page.keyboard.press('ControlOrMeta+k')
      await expect(dialog).toBeVisible({ timeout: 500 })
    }).toPass()
  for (const screen of ['/', '/notes', '/settings/backup', '/sign-in', '/nowhere']) {
    await page.goto(screen)
    await open()
    await expect(
      page.getByRole('region', { name: 'Conferences' }).getByRole('link', { name: 'Hallway Days' }),
    ).toBeVisible()
  }
  await expectAccessible(page)
  await page.keyboard.type('bring')
  await expect(dialog.getByRole('link')).toHaveText(['Bring a conference in'])
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('kubecon 2026')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/c/kubecon-eu-2026')
  await open()
  await page.keyboard.type('hallway days')
  await page.getByRole('region', { name: 'Conferences' }).getByRole('link').first().click()
  await page.waitForURL('**/c/hallway-days')
})
