import { expect, test } from '@playwright/test'
import { expectAccessible } from '../axe'

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
