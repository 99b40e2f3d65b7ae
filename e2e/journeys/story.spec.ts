import { expect, type Browser, type Page } from '@playwright/test'
import Parser from 'rss-parser'
import { expectAccessible } from '../axe'
import { test } from '../journey'
import { whenKept } from '../kept-here'
import { bringInTable, makePublic } from '../pages/bring-in-page'
import { ConferencePage } from '../pages/conference-page'
import { makeStewardLink, tableOfNow } from '../pages/door-page'
import { RecapPage } from '../pages/recap-page'
import { signInByCode } from '../pages/sign-in-page'

test.use({ serviceWorkers: 'allow' })

test.use({ timezoneId: 'UTC' })

const words = 'A thin layer may be all a platform needs'

async function anotherPhone(browser: Browser): Promise<Page> {
  return (await browser.newContext({ timezoneId: 'UTC' })).newPage()
}

test('the whole story: import, plan, an offline note, a full room, plan B, a recap, its readers and its feed', async ({
  page,
  context,
  browser,
  request,
}, info) => {
  test.setTimeout(180_000)
  const slug = `story-${info.project.name}`
  const conference = new ConferencePage(page, slug)
  await signInByCode(page, `${slug}@example.org`)
  await bringInTable(page, { name: slug, table: tableOfNow('The other talk'), sessions: 3, timeZone: 'UTC' })
  await makePublic(page, slug)
  const link = await makeStewardLink(page, slug, 'At the door')

  await conference.openSchedule()
  const day = page.url()
  await conference.pick('The talk')
  await whenKept(page, slug)
  await context.setOffline(true)
  const address = (await page.getByRole('link', { name: 'The talk' }).getAttribute('href')) ?? ''
  await page.goto(address)
  const note = page.getByRole('textbox', { name: 'Note on The talk' })
  await note.fill(words)
  await expect(page.getByText('On this device', { exact: true })).toBeVisible()
  await page.reload()
  await expect(note).toHaveValue(words)
  await context.setOffline(false)
  await expect(page.getByText('On the server', { exact: true }).first()).toBeVisible()

  await conference.openPlan()
  await expect(conference.session('The talk')).toBeVisible()
  const steward = await anotherPhone(browser)
  await steward.goto(new URL(link).pathname)
  await steward.getByRole('button', { name: 'Full', exact: true }).click()
  await expect(conference.session('The talk')).toContainText('Full')

  await page.goto(address)
  await page.getByRole('region', { name: 'Rooms' }).getByRole('button', { name: 'Could not get in' }).click()
  await page
    .getByRole('dialog', { name: 'The talk' })
    .getByRole('button', { name: /: The other talk$/ })
    .click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goto(day)
  await page.goto((await page.getByRole('link', { name: 'The other talk' }).getAttribute('href')) ?? '')
  await page.getByRole('button', { name: 'Attended', exact: true }).click()
  await page.goto(`/c/${slug}/plan`)
  await expect(page.getByText('On the server', { exact: true })).toBeVisible()

  const recaps = new RecapPage(page, slug)
  const handle = `story-teller-${info.project.name}`
  await recaps.make('All days', 'What the day was')
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(new RegExp('The other talk'))
  await recaps.publish('the-day', handle)

  const reader = await anotherPhone(browser)
  await reader.goto(`/@${handle}/the-day`)
  await expect(reader.getByRole('heading', { level: 1, name: 'What the day was' })).toBeVisible()
  await expect(reader.getByRole('heading', { name: 'The other talk' })).toBeVisible()
  await expect(reader.getByRole('heading', { name: 'What I missed' })).toBeVisible()
  await expect(reader.getByRole('listitem').filter({ hasText: 'the room was full' })).toContainText(words)
  await expectAccessible(reader)
  const feed = await new Parser().parseString(await (await request.get(`/@${handle}/recaps.xml`)).text())
  expect(feed.items.map(({ title, link: address }) => [title, new URL(address ?? '').pathname])).toEqual([
    ['What the day was', `/@${handle}/the-day`],
  ])
})
