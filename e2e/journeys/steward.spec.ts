import { expect } from '@playwright/test'
import { expectAccessibleOnBothWidths } from '../axe'
import { test } from '../journey'
import { makeStewardLink, organizeNow } from '../pages/door-page'

test.use({ timezoneId: 'UTC' })

test('two stewards count at one door, one of them without a network, and nothing is lost or counted twice', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(120_000)
  const slug = `door-${info.project.name}`
  await organizeNow(page, slug)
  const links = [await makeStewardLink(page, slug, 'North'), await makeStewardLink(page, slug, 'South')]
  await expectAccessibleOnBothWidths(page)
  const [north, south] = await Promise.all(
    links.map(async (link) => {
      const phone = await (await browser.newContext()).newPage()
      await phone.goto(new URL(link).pathname)
      return phone
    }),
  )
  if (!north || !south) throw new Error('Two phones were opened')
  const rooms = async () => JSON.stringify((await (await page.request.get(`/c/${slug}/room-states.json`)).json()).rooms)
  await expect(north.getByText('The talk')).toBeVisible()
  await expectAccessibleOnBothWidths(north)

  await north.getByRole('button', { name: 'One in' }).click()
  await north.getByRole('button', { name: '5 in', exact: true }).click()
  await expect(north.getByText('Everything is sent.')).toBeVisible()
  await south.context().setOffline(true)
  for (let tap = 0; tap < 3; tap++) await south.getByRole('button', { name: 'One in' }).click()
  await south.getByRole('button', { name: '25 in' }).click()
  await south.getByRole('button', { name: 'Undo' }).click()
  await expect(south.getByText(/No network: \d\staps are kept on this phone./)).toBeVisible()
  await south.context().setOffline(false)
  await expect(south.getByText('Everything is sent.')).toBeVisible()
  await expect.poll(rooms).toContain('"count":9')

  await north.getByRole('button', { name: 'Full', exact: true }).click()
  await expect.poll(rooms).toContain('"state":"full"')
  await north.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(rooms).toContain('"state":"nearlyFull"')

  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await page.getByRole('listitem').filter({ hasText: 'North' }).getByRole('button', { name: 'End' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'North' })).toHaveCount(0)
  await north.getByRole('button', { name: 'One in' }).click()
  await expect(north.getByText(/This link has ended. 1\stap was not sent./)).toBeVisible()
  expect((await north.request.get(new URL(links[0] ?? '').pathname)).status()).toBe(404)
})
