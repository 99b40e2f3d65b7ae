import { expect, type Page } from '@playwright/test'
import { test } from '../journey'
import { whenDocumentsKept, whenKept } from '../kept-here'

test.use({ serviceWorkers: 'allow' })

const SLUG = 'hallway-days'

/** The documents that this page asks the server for, from now on. */
function documentsAsked(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname
    if (path.startsWith('/c/') && path.endsWith('.json')) asked.push(path.slice(`/c/${SLUG}/`.length))
  })
  return asked
}

test('each place shows at once what the device has, and asks for nothing that the last one fetched', async ({
  page,
}) => {
  const places = page.getByRole('navigation', { name: 'Places' })
  await page.goto(`/c/${SLUG}`)
  await whenKept(page, SLUG)
  // What is told of rooms and announcements is known to be of now, too.
  await places.getByRole('link', { name: 'Rooms' }).click()
  await whenDocumentsKept(page, SLUG)
  await page.waitForLoadState('networkidle')
  const asked = documentsAsked(page)
  for (const place of ['Now', 'Schedule', 'Plan', 'Notes', 'Rooms', 'Now']) {
    await places.getByRole('link', { name: place }).click()
    await expect(places.locator('a[aria-current=page]')).toContainText(place)
    await page.waitForLoadState('networkidle')
  }
  expect(asked).toEqual([])
})
