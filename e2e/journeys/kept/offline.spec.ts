import { expect, type Page } from '@playwright/test'
import { makeConference, signIn } from '../../beforehand'
import { DressedServer } from '../../dressed-server'
import { test } from '../../journey'
import { whenKept } from '../../kept-here'
import { ConferencePage } from '../../pages/conference-page'

test.use({ serviceWorkers: 'allow' })

const table = [
  'Day,Start,End,Title,Room,Description',
  '2027-06-01,09:00,09:45,Doors,Hall,About quokkas at doors.',
  '2027-06-02,09:00,09:45,Windows,Hall,About glass.',
].join('\n')

const cachesOf = (page: Page) => page.evaluate(() => caches.keys())
const shellsOn = async (page: Page) => (await cachesOf(page)).filter((name) => name.startsWith('hallway-shells-'))

test('after the first visit every page of a conference opens without a network, and picks stay', async ({
  page,
  context,
}) => {
  const conference = new ConferencePage(page, 'hallway-days')
  await conference.openSchedule()
  const sessionLink = page.locator('main a[href*="/sessions/"]')
  const addresses = await sessionLink.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const title = (await sessionLink.nth(3).textContent()) ?? ''
  await whenKept(page, 'hallway-days')
  await context.setOffline(true)

  const begun = Date.now()
  await page.goto(addresses[3] ?? '')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  test.info().annotations.push({ type: 'session offline, ms', description: String(Date.now() - begun) })
  await page.getByRole('button', { name: 'I want to go' }).click()

  await page.goto('/c/hallway-days/speakers')
  const speaker = page.locator('main a[href*="/speakers/"]').first()
  const given = (await speaker.locator('bdi').first().textContent()) ?? ''
  await speaker.click()
  await expect(page.getByRole('heading', { level: 1, name: given })).toBeVisible()
  await expect(page.locator('main a[href*="/sessions/"]').first()).toBeVisible()

  await page.goto('/c/hallway-days/plan')
  await expect(conference.session(title)).toBeVisible()
  await page.reload()
  await expect(conference.session(title)).toBeVisible()
  await page.close()

  const again = await context.newPage()
  const planAgain = Date.now()
  await again.goto('/my-plan')
  await expect(new ConferencePage(again, 'hallway-days').session(title)).toBeVisible()
  test.info().annotations.push({ type: 'plan offline, ms', description: String(Date.now() - planAgain) })
  await again.goto('/c/hallway-days')
  await expect(again.getByRole('heading', { level: 1, name: 'Now' })).toBeVisible()
  const day = Date.now()
  await again.goto('/c/hallway-days/schedule')
  await expect(again.getByRole('button', { name: 'Filter' })).toBeVisible()
  test.info().annotations.push({ type: 'day offline, ms', description: String(Date.now() - day) })
  await again.goto('/c/hallway-days/calendars')
  await expect(again.getByRole('heading', { level: 1, name: 'This page needs a network' })).toBeVisible()
  await again.goto('/c/never-opened/plan')
  await expect(again.getByRole('heading', { level: 1, name: 'This conference is not on this device' })).toBeVisible()
  await expect(again.getByRole('link', { name: 'Hallway Days' })).toBeVisible()
})

test('a page that was opened without a network says so, and no more once there is one', async ({ page, context }) => {
  const conference = new ConferencePage(page, 'hallway-days')
  await conference.openSchedule()
  await whenKept(page, 'hallway-days')
  await context.setOffline(true)
  await page.reload()
  const age = page.getByText(/^No network\. Programme as of/)
  await expect(age).toBeVisible()
  await context.setOffline(false)
  await expect(age).toBeHidden()
})

test('a private conference opens offline for its person, is found by its texts, and shows nothing to the next', async ({
  page,
  context,
}, info) => {
  const slug = `secret-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  await page.goto(`/c/${slug}/schedule/2027-06-01`)
  await whenKept(page, slug)
  const first = await page.evaluate(() => localStorage.getItem('hallway-viewer') ?? '')
  await context.setOffline(true)
  await page.goto(`/c/${slug}/schedule/2027-06-02`)
  await new ConferencePage(page, slug).search('quokkas')
  await expect(page.getByRole('link', { name: 'Doors' })).toBeVisible()
  await page.evaluate(
    (id) => localStorage.setItem('hallway-viewer', `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`),
    first,
  )
  await page.goto(`/c/${slug}/schedule/2027-06-01`)
  await expect(page.getByRole('heading', { level: 1, name: 'This conference is not on this device' })).toBeVisible()
  expect(await page.content()).not.toContain('Doors')
})

test('the worker follows a server of another build, and goes when told to', async ({ page }) => {
  const server = await DressedServer.start()
  try {
    await page.goto(`${server.url}/c/hallway-days/plan`)
    await whenKept(page, 'hallway-days')
    const [before] = await shellsOn(page)
    server.build = 'another-build'
    // The old worker goes on answering while the new one is not complete.
    let complete = () => {}
    server.offlinePages = new Promise((resolve) => (complete = resolve))
    await page.goto(`${server.url}/c/hallway-days/schedule`)
    await page.goto(`${server.url}/c/hallway-days/plan`)
    await expect.poll(() => shellsOn(page)).toContain('hallway-shells-another-build')
    complete()
    await expect.poll(() => shellsOn(page)).toEqual(['hallway-shells-another-build'])
    expect(before).not.toBe('hallway-shells-another-build')
    await expect(page.getByText('A new version is here.')).toBeVisible()
    await page.goto(`${server.url}/c/hallway-days/rooms`)
    await expect(page.getByRole('heading', { level: 1, name: 'Rooms' })).toBeVisible()
    expect(await shellsOn(page)).toEqual(['hallway-shells-another-build'])
    server.workerOff = true
    await page.goto(`${server.url}/c/hallway-days/plan`)
    await expect.poll(() => shellsOn(page)).toEqual([])
  } finally {
    await server.stop()
  }
})
