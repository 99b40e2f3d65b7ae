import { expect } from '@playwright/test'
import { expectAccessibleOnBothWidths } from '../axe'
import { test } from '../journey'
import { expectSoundLayout } from '../layout'
import { makeStewardLink, organizeNow } from '../pages/door-page'
import { takePicture } from '../picture'

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

  // A word holds until the next count, which says that it does no longer.
  await north.getByRole('button', { name: 'Closed' }).click()
  await north.getByRole('button', { name: 'One out' }).click()
  await expect(north.getByText('The count says “Filling up”. Your “Closed” is one tap away.')).toBeVisible()
  await north.getByRole('button', { name: 'Closed' }).click()
  await expect(north.getByText('Everything is sent.')).toBeVisible()
  await expect(north.getByText('Your “Closed”')).toHaveCount(0)

  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await page.getByRole('listitem').filter({ hasText: 'North' }).getByRole('button', { name: 'End' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'North' })).toHaveCount(0)
  await north.getByRole('button', { name: 'One in' }).click()
  await expect(north.getByText(/This link has ended. 1\stap was not sent./)).toBeVisible()
  // Nothing looks as if it still counted.
  await expect(north.getByText('This link has ended: nothing is sent any more.')).toBeVisible()
  await expect(north.getByText(/Sending/)).toHaveCount(0)
  await expect(north.getByText('8 / 10')).toBeVisible()
  await expect(north.getByRole('button', { disabled: false })).toHaveCount(0)
  expect((await north.request.get(new URL(links[0] ?? '').pathname)).status()).toBe(404)
})

test('a card for every door is made, printed, scanned and taken back', async ({ page, browser }, info) => {
  const slug = `cards-${info.project.name}`
  await organizeNow(page, slug)
  await page.goto(`/c/${slug}/manage/stewards`)
  await page.getByRole('button', { name: /^Make \d+\scard/ }).click()
  const cards = page.locator('.door-cards > li')
  await expect(page.getByText(/made. Print (it|them) now/)).toBeVisible()
  await expectAccessibleOnBothWidths(page)
  await expectSoundLayout(page)
  // They are listed as what they are, and there is nothing left to make.
  await expect(page.getByRole('listitem').filter({ hasText: 'Card at the door' }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Make \d+\scard/ })).toHaveCount(0)

  await page.emulateMedia({ media: 'print' })
  await expect(cards.first()).toBeVisible()
  for (const other of ['Manage', 'Stewards']) await expect(page.getByRole('heading', { name: other })).toHaveCount(0)
  await expect(page.getByRole('button')).toHaveCount(0)
  await takePicture(page, info, 'door-cards', { fullPage: true })
  await page.emulateMedia({ media: null })
  const paper = (await page.pdf()).toString('latin1')
  // No empty page before the first card.
  expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(Math.ceil((await cards.count()) / 4))

  const path = new URL((await cards.first().getByText('/steward/').textContent()) ?? '').pathname
  const phone = await (await browser.newContext()).newPage()
  await phone.goto(path)
  await phone.getByRole('button', { name: 'One in' }).click()
  await expect(phone.getByText('Everything is sent.')).toBeVisible()

  await page.getByRole('button', { name: 'Take them back' }).click()
  await expect(page.getByText('The links have ended. Cards that were printed lead nowhere.')).toBeVisible()
  await expect(cards).toHaveCount(0)
  expect((await phone.request.get(path)).status()).toBe(404)
  await expect(page.getByRole('button', { name: /^Make \d+\scard/ })).toBeVisible()
})

test.describe('with a worker', () => {
  test.use({ serviceWorkers: 'allow' })

  test('a door that was opened once opens without a network, with the taps that wait', async ({
    page,
    browser,
  }, info) => {
    test.skip(info.project.name === 'desktop', 'A worker is the same on both.')
    const slug = 'kept-door'
    await organizeNow(page, slug)
    const link = new URL(await makeStewardLink(page, slug, 'North')).pathname
    const phone = await (await browser.newContext({ serviceWorkers: 'allow' })).newPage()
    await phone.goto(link)
    const kept = () => phone.evaluate(async (address) => Boolean(await caches.match(address)), link)
    await expect.poll(kept).toBe(true)
    await phone.context().setOffline(true)
    await phone.getByRole('button', { name: '5 in', exact: true }).click()
    await expect(phone.getByText(/No network: 1\stap is kept on this phone./)).toBeVisible()
    // The phone puts the page away meanwhile.
    await phone.reload()
    await expect(phone.getByText(/No network: 1\stap is kept on this phone./)).toBeVisible()
    await phone.getByRole('button', { name: 'One in' }).click()
    await phone.context().setOffline(false)
    await expect(phone.getByText('Everything is sent.')).toBeVisible()
    const states = await page.request.get(`/c/${slug}/room-states.json`)
    expect(JSON.stringify((await states.json()).rooms)).toContain('"count":6')
  })
})
