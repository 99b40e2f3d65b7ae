import { expect, type Page } from '@playwright/test'
import Parser from 'rss-parser'
import { expectAccessibleOnBothWidths } from '../axe'
import { signIn } from '../beforehand'
import { test } from '../journey'
import { RecapPage } from '../pages/recap-page'
import { takePicture } from '../picture'
import { addressesOf } from '../server-data'
import { devworld, kubecon, type Attended } from '../yardstick'

const days = {
  '2024-03-19': 'Tuesday 19 March 2024',
  '2024-03-20': 'Wednesday 20 March 2024',
  '2024-03-21': 'Thursday 21 March 2024',
  '2024-03-22': 'Friday 22 March 2024',
} as const
const series = 'KubeCon Europe 2024, day by day'
const titles = ['Day 1: platforms', 'Day 2: full rooms', 'Day 3: Rust, Wasm and Lego', 'Day 4: the end']

/** Enters what became of sessions, one after the other, as on the way home. */
async function enter(page: Page, slug: string, sessions: readonly Attended[]): Promise<void> {
  const addresses = await addressesOf(page, slug)
  for (const { title, outcome, note, wish } of sessions) {
    await page.goto(addresses.get(title) ?? title)
    for (const name of [outcome, ...(wish ? [wish] : [])]) {
      await page.getByRole('button', { name, exact: true }).click()
      await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true')
    }
    if (!note) continue
    await page.getByRole('textbox', { name: `Note on ${title}` }).fill(note)
    await expect(page.getByText('On the server', { exact: true })).toBeVisible()
  }
  await page.goto(`/c/${slug}/plan`)
  await expect(page.getByText('On the server', { exact: true })).toBeVisible()
}

test('what one attendee did at two conferences becomes a series of four and a single recap @long', async ({
  page,
  browser,
  request,
}, info) => {
  test.setTimeout(300_000)
  const handle = `yardstick-${info.project.name}`
  await signIn(page, `${handle}@example.org`)
  await enter(page, 'kubecon-eu-2024', Object.values(kubecon).flat())
  await enter(page, 'devworld-2024', devworld)

  const recaps = new RecapPage(page, 'kubecon-eu-2024')
  for (const [index, day] of Object.values(days).entries()) {
    await recaps.make(day, titles[index] ?? '')
    if (index === 0) {
      await expectAccessibleOnBothWidths(page)
      await takePicture(page, info, 'yardstick-editor')
    }
    await recaps.placeIn(series, index === 0)
    if (index < 3) await recaps.publish(`kubecon-day-${index + 1}`, index === 0 ? handle : undefined)
  }
  const draft = page.url()

  // Whoever reads it has no account.
  const reader = await (await browser.newContext()).newPage()
  await reader.goto(`/@${handle}/kubecon-day-3`)
  await expect(reader.getByRole('heading', { level: 1, name: titles[2] })).toBeVisible()
  await expect(reader.getByText(`${titles[3]} (to come)`).first()).toBeVisible()
  await expect(reader.getByText('fn reconcile')).toBeVisible()
  await expectAccessibleOnBothWidths(reader)
  await takePicture(reader, info, 'yardstick-recap', { fullPage: true })
  await reader.getByText('Previous:').getByRole('link').click()
  await expect(reader.getByRole('heading', { level: 1, name: titles[1] })).toBeVisible()
  await expect(reader.getByText('Crossplane Intro and Deep Dive')).toBeVisible()
  await reader.emulateMedia({ colorScheme: 'dark' })
  await expectAccessibleOnBothWidths(reader)
  await takePicture(reader, info, 'yardstick-recap-dark')
  await reader.emulateMedia({ colorScheme: 'light' })

  await page.goto(draft)
  await recaps.publish('kubecon-day-4')
  await reader.goto(`/@${handle}/kubecon-day-3`)
  await reader.getByText('Next:').getByRole('link', { name: titles[3] }).click()
  await expect(reader.getByRole('heading', { level: 1, name: titles[3] })).toBeVisible()
  await reader.getByRole('link', { name: series }).first().click()
  await expect(reader.getByRole('heading', { level: 1, name: series })).toBeVisible()
  await expectAccessibleOnBothWidths(reader)
  await takePicture(reader, info, 'yardstick-series')

  const other = new RecapPage(page, 'devworld-2024')
  await other.make('All days', 'DevWorld 2024 under headphones')
  await other.publish('devworld-2024')

  const feed = await new Parser().parseString(await (await request.get(`/@${handle}/recaps.xml`)).text())
  expect(feed.items.map(({ title }) => title)).toEqual(['DevWorld 2024 under headphones', ...titles.toReversed()])

  await other.publish('devworld')
  const moved = await request.get(`/@${handle}/devworld-2024`, { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([301, `/@${handle}/devworld`])
  await other.unpublish()
  expect((await request.get(`/@${handle}/devworld`)).status()).toBe(410)
})
