import { expect, type Page } from '@playwright/test'
import { makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'
import { ConferencePage } from '../../pages/conference-page'
import { SecondServer } from '../../second-server'
import { notesOnServer, photosOnServer, picksOnServer } from '../../server-data'
import { breakRequest, faults } from '../../wire'
import { png } from '@/tests/factories/picture'

// Faults are injected at the page's wire, which the worker would stand before.
const titles = Array.from({ length: 15 }, (_, index) => `Talk ${String.fromCharCode(65 + index)}`)
const table = [
  'Day,Start,End,Title,Room',
  ...titles.map(
    (title, index) =>
      `2027-06-01,${String(8 + (index >> 1)).padStart(2, '0')}:${index % 2 ? '30' : '00'},,${title},Hall`,
  ),
].join('\n')

/** A signed-in attendee's phone at the schedule of a conference of their own. */
async function attend(page: Page, slug: string): Promise<ConferencePage> {
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table, visibility: 'public' })
  await page.goto(`/c/${slug}/schedule/2027-06-01`)
  return new ConferencePage(page, slug)
}

test('what is picked reaches the server though each request of the sync fails in turn @long', async ({
  page,
}, info) => {
  test.setTimeout(180_000)
  const conference = await attend(page, `wire-${info.project.name}`)
  const expected: string[] = []
  for (const fault of Object.keys(faults) as (keyof typeof faults)[]) {
    for (const nth of [1, 2, 3, 4]) {
      const title = titles[expected.length] ?? ''
      const count = await breakRequest(page, nth, fault)
      await conference.pick(title)
      expected.push(title)
      await expect
        .poll(() => picksOnServer(page, conference.slug), { message: `request ${nth} ${fault}` })
        .toEqual(expected)
      if (nth <= 2) await expect.poll(count, `request ${nth} ${fault}`).toBeGreaterThanOrEqual(nth)
    }
  }
})

test('what is written and photographed reaches the server though each request of the sync fails in turn', async ({
  page,
}, info) => {
  test.setTimeout(240_000)
  const conference = await attend(page, `written-${info.project.name}`)
  await page.goto((await page.getByRole('link', { name: 'Talk A', exact: true }).getAttribute('href')) ?? '')
  const note = page.getByRole('textbox', { name: 'Note on Talk A' })
  let text = ''
  let photos = 0
  for (const fault of Object.keys(faults) as (keyof typeof faults)[]) {
    for (const nth of [1, 2, 3, 4, 5]) {
      const count = await breakRequest(page, nth, fault)
      text += `Request ${nth} ${fault}. `
      await note.fill(text)
      await page.getByLabel('Choose photos').setInputFiles({ name: 'slide.png', mimeType: 'image/png', buffer: png })
      photos += 1
      await expect.poll(() => notesOnServer(page), { message: `request ${nth} ${fault}` }).toEqual([text])
      await expect.poll(() => photosOnServer(page), { message: `request ${nth} ${fault}` }).toBe(photos)
      if (nth <= 3) await expect.poll(count, `request ${nth} ${fault}`).toBeGreaterThanOrEqual(nth)
    }
  }
  await page.reload()
  await expect(note).toHaveValue(text)
  await expect(page.getByRole('button', { name: /^Show large/ })).toHaveCount(photos)
  expect(await picksOnServer(page, conference.slug)).toEqual([])
})

test('a part of a screen that cannot be fetched is waited for, and the screen goes on', async ({ page }, info) => {
  const conference = await attend(page, `parts-${info.project.name}`)
  await conference.pick('Talk A')
  await conference.openPlan()
  const entry = conference.session('Talk A').getByRole('link', { name: 'Talk A', exact: true })
  await expect(entry).toBeVisible()
  let refused = 0
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    refused += 1
    await route.abort('connectionfailed')
  })
  await entry.click()
  await expect.poll(() => refused).toBeGreaterThan(2)
  await expect(page.getByRole('heading', { name: 'My plan' })).toBeVisible()
  await page.unroute('**/_next/static/chunks/*.js')
  await expect(page.getByRole('dialog', { name: 'Talk A' })).toBeVisible()
})

test('a server killed in the middle of a push has lost nothing when it is back', async ({ browser }, info) => {
  // It starts three servers: each takes half a minute on a busy machine.
  test.setTimeout(240_000)
  const server = await SecondServer.start()
  try {
    const page = await (await browser.newContext({ baseURL: server.url })).newPage()
    const conference = await attend(page, `killed-${info.project.name}`)
    await killAtPush(page, server)
    for (const title of titles.slice(0, 3)) await conference.pick(title)
    await expect.poll(() => stateOf(server, page)).toBe('down')
    await conference.pick(titles[3] ?? '')
    await server.revive()
    await expect.poll(() => picksOnServer(page, conference.slug)).toEqual(titles.slice(0, 4))

    await page.goto((await page.getByRole('link', { name: 'Talk A', exact: true }).getAttribute('href')) ?? '')
    const note = page.getByRole('textbox', { name: 'Note on Talk A' })
    await expect(note).toBeEditable()
    await killAtPush(page, server)
    await note.fill('Before the end')
    await expect.poll(() => stateOf(server, page)).toBe('down')
    await note.fill('Before the end, and after it')
    await page.getByLabel('Choose photos').setInputFiles({ name: 'slide.png', mimeType: 'image/png', buffer: png })
    await expect(page.getByText('On this device', { exact: true })).toBeVisible()
    await server.revive()
    await expect.poll(() => notesOnServer(page)).toEqual(['Before the end, and after it'])
    await expect.poll(() => photosOnServer(page)).toBe(1)
  } finally {
    await server.kill()
  }
})

/** Kills the server once it has begun to answer the next push. */
async function killAtPush(page: Page, server: SecondServer): Promise<void> {
  await page.route(
    '**/api/v1/push',
    async (route) => {
      const asked = route.fetch().catch(() => null)
      await server.kill()
      await asked
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
}

function stateOf({ url }: SecondServer, page: Page): Promise<'up' | 'down'> {
  return page.request.get(`${url}/api/health`).then(
    () => 'up' as const,
    () => 'down' as const,
  )
}

test('two phones agree though one has a clock that is two hours wrong', async ({ page, browser }, info) => {
  const conference = await attend(page, `clock-${info.project.name}`)
  const other = await (await browser.newContext({ storageState: await page.context().storageState() })).newPage()
  await other.clock.setFixedTime(new Date(Date.now() - 2 * 3_600_000))
  await other.goto(`/c/${conference.slug}/schedule/2027-06-01`)
  const second = new ConferencePage(other, conference.slug)
  await conference.pick('Talk A')
  await expect(second.pickButton('Talk A')).toHaveAttribute('aria-pressed', 'true')
  await second.pick('Talk B')
  await second.pickButton('Talk A').click()
  await expect(conference.pickButton('Talk A')).toHaveAttribute('aria-pressed', 'false')
  await expect(conference.pickButton('Talk B')).toHaveAttribute('aria-pressed', 'true')
  expect(await picksOnServer(page, conference.slug)).toEqual(['Talk B'])

  const [here, there] = [page, other].map((phone) => phone.getByRole('textbox', { name: 'Note on Talk C' }))
  if (!here || !there) throw new Error('There are two phones')
  const address = (await page.getByRole('link', { name: 'Talk C', exact: true }).getAttribute('href')) ?? ''
  await page.goto(address)
  await here.fill('From here')
  await expect.poll(() => notesOnServer(page)).toEqual(['From here'])
  await other.goto(address)
  await expect(there).toHaveValue('From here')
  await there.fill('From here\nFrom there')
  await expect(here).toHaveValue('From here\nFrom there')
  expect(await notesOnServer(page)).toEqual(['From here\nFrom there'])
})
