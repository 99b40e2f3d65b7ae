import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../../axe'
import { makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'

const csv = (...rows: string[]) => Buffer.from(['Title,Start,End,Room', ...rows].join('\n'))
const times = '2027-05-11 09:00,2027-05-11 10:00'
const first = csv(`Opening,${times},Hall`, `Fonts,${times},Attic`)
const untimed = Buffer.from(['Title,Day', ...['a', 'b', 'c', 'd'].map((title) => `${title},2027-05-11`)].join('\n'))

const give = (page: Page, buffer: Buffer) =>
  page.getByLabel('Files').setInputFiles({ name: 'programme.csv', mimeType: 'text/csv', buffer })
const look = (page: Page) => page.getByRole('button', { name: /^Look/ }).click()
const heading = (page: Page) => page.getByRole('heading', { name: 'What it would be' })

test('what is let in was looked at, and what it needs is asked where it stands', async ({ page }, info) => {
  const slug = `looked-at-${info.project.name}`
  await signIn(page, `${slug}@example.org`, '/new')
  await page.getByLabel('Time zone of the conference').fill('Europe/Paris')
  await page.getByRole('button', { name: 'In a file' }).click()

  await give(page, untimed)
  await look(page)
  await page.getByRole('button', { name: 'Bring 4 sessions in' }).click()
  await expect(page.getByRole('checkbox', { name: /None of its 4 sessions has a time/ })).toBeFocused()

  await give(page, first)
  await expect(page.getByRole('button', { name: /^Bring/ })).toHaveCount(0)
  await expect(page.getByText('Something is different from what you looked at.')).toBeVisible()
  await look(page)
  await expect(heading(page)).toBeFocused()
  await expect(heading(page)).toBeInViewport()
  await expect(page.getByLabel('Moderators')).toBeHidden()
  await expectSoundLayout(page)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Bring 2 sessions in' }).click()
  await expect(page.getByLabel('Name of the conference')).toBeFocused()
  await expect(page.getByText('The file gives no name.')).toBeVisible()
  await page.getByLabel('Name of the conference').fill(slug)
  await page.getByRole('button', { name: 'Bring 2 sessions in' }).click()
  await expect(page.getByRole('heading', { name: 'It is here' })).toBeFocused()
  await page.goto('/')
  await expect(page.getByRole('link', { name: slug })).toHaveCount(1)
})

test('a look is stopped on its way, and can be had again', async ({ page }, info) => {
  await signIn(page, `stopped-${info.project.name}@example.org`, '/new')
  await page.getByLabel('Time zone of the conference').fill('Europe/Paris')
  await page.getByRole('button', { name: 'In a file' }).click()
  await give(page, first)
  await page.route('**/api/v1/looks', () => undefined)
  const dropped = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/v1/looks'))
  await look(page)
  await page.getByRole('button', { name: 'Stop' }).click()
  await dropped
  await expect(page.getByRole('button', { name: /^Look/ })).toBeFocused()
  await page.unroute('**/api/v1/looks')
  await look(page)
  await expect(heading(page)).toBeFocused()
})

test('an answer that is lost brings nothing in twice', async ({ page }, info) => {
  const slug = `heard-late-${info.project.name}`
  await signIn(page, `${slug}@example.org`, '/new')
  await page.getByRole('button', { name: 'In a file' }).click()
  await page.getByLabel('Name of the conference').fill(slug)
  await page.getByLabel('Time zone of the conference').fill('Europe/Paris')
  await give(page, first)
  await look(page)
  const bring = page.getByRole('button', { name: 'Bring 2 sessions in' })
  await expect(bring).toBeVisible()

  const wire = await page.context().newCDPSession(page)
  await wire.send('Fetch.enable', { patterns: [{ urlPattern: '*/new', requestStage: 'Response' }] })
  wire.once('Fetch.requestPaused', ({ requestId }) => {
    void wire.send('Fetch.failRequest', { requestId, errorReason: 'ConnectionReset' })
    void wire.send('Fetch.disable')
  })
  await bring.click()
  await expect(page.getByText('nothing comes twice')).toBeVisible()
  await bring.click()
  await expect(page.getByRole('heading', { name: 'It is here' })).toBeFocused()
  await page.goto('/')
  await expect(page.getByRole('link', { name: slug })).toHaveCount(1)
})

test('a source that comes again says what changed, and where to look at it', async ({ page }, info) => {
  const slug = `again-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: first.toString() })
  await page.goto(`/c/${slug}/manage/sources`)
  await page.getByRole('button', { name: 'In a file' }).click()
  await give(page, csv(`Opening,${times},Cellar`, `Fonts,${times},Loft`))
  await look(page)
  await page.getByRole('checkbox', { name: /Leave this out.*Fonts/ }).check()
  await page.getByRole('button', { name: 'Apply 1 change' }).click()
  await expect(page.getByRole('heading', { name: 'It is in' })).toBeFocused()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'See what changed' }).click()
  await expect(page.getByRole('heading', { name: 'Release 2', exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'What changed in it' })).toContainText('Opening')
})
