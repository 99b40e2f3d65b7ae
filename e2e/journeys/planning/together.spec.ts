import { expect, type Browser, type Page } from '@playwright/test'
import { expectAccessibleOnBothWidths } from '../../axe'
import { signIn } from '../../beforehand'
import { test } from '../../journey'
import { whenKept } from '../../kept-here'
import { ConferencePage } from '../../pages/conference-page'

const slug = 'hallway-days'

async function anotherPhone(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

/** Titles of three sessions that can be picked, each in one place: a session in two rooms is twice in the grid. */
async function someTitles(page: Page): Promise<[string, string, string]> {
  await page.goto(`/c/${slug}/schedule`)
  const buttons = page.getByRole('button', { name: /^Pick: / })
  await expect(buttons.nth(2)).toBeVisible()
  const titles = await buttons.evaluateAll((all) =>
    all.map((button) => button.getAttribute('aria-label')?.slice('Pick: '.length) ?? ''),
  )
  const [first = '', second = '', third = ''] = titles.filter(
    (title) => titles.filter((other) => other.startsWith(title)).length === 1,
  )
  return [first, second, third]
}

/** What the group's screen says of a session. */
const rowOf = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title, exact: true }) })

test('two people see who covers what by a link, and one who leaves is out at once', async ({ page, browser }, info) => {
  test.setTimeout(120_000)
  const [one, two] = await someTitles(page)
  await signIn(page, `ada-${info.project.name}@example.org`)
  const ada = new ConferencePage(page, slug)
  await ada.openSchedule()
  await ada.pick(one)
  await page.goto(`/c/${slug}/together`)
  await expectAccessibleOnBothWidths(page)
  await page.getByLabel('Name of the group').fill('Team 🦘 <b>')
  await page.getByLabel('Your name').fill('Ada')
  await page.getByRole('button', { name: 'Make the group' }).click()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  await expect(page.getByRole('heading', { name: 'Team 🦘 <b>' })).toBeVisible()
  await expect(rowOf(page, one)).toContainText('Goes: You')
  await expectAccessibleOnBothWidths(page)

  const other = await anotherPhone(browser)
  await other.goto(new URL(link).pathname)
  await expectAccessibleOnBothWidths(other)
  await signIn(other, `ben-${info.project.name}@example.org`, new URL(link).pathname)
  await other.getByLabel('Your name').fill('Ben')
  await other.getByRole('button', { name: 'Join' }).click()
  await expect(rowOf(other, one)).toContainText('Goes: Ada')
  const ben = new ConferencePage(other, slug)
  await ben.openSchedule()
  await ben.pick(one)
  await ben.pick(two)
  await page.reload()
  await expect(rowOf(page, two)).toContainText('Goes: Ben')
  await expect(rowOf(page, one)).toContainText('Goes: You, Ben')

  await page.getByText('Put somebody out').click()
  await page.getByRole('button', { name: 'Ben' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'a copy of the notes they began' })).toBeVisible()
  await expectAccessibleOnBothWidths(page)
  await page.getByRole('button', { name: 'Yes, put Ben out' }).click()
  await expect(rowOf(page, two)).toHaveCount(0)
  await other.goto(new URL(link).pathname)
  await expect(other.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  await page.getByText('Invite, rename, leave').click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  await other.goto(new URL(await page.getByLabel('Link', { exact: true }).inputValue()).pathname)
  // It leads there by itself: going there meanwhile would be cut off.
  await other.getByRole('button', { name: 'Join' }).click()
  await other.getByText('Invite, rename, leave').click()
  await other.getByRole('button', { name: 'Leave the group' }).click()
  await other.getByRole('button', { name: 'Yes, leave' }).click()
  await expect(other.getByRole('heading', { name: 'Make a group' })).toBeVisible()
  await page.reload()
  await expect(rowOf(page, one)).toContainText('Goes: You')
  await expect(rowOf(page, two)).toHaveCount(0)
})

test('a note written together is on the other’s phone', async ({ page, browser }, info) => {
  test.setTimeout(120_000)
  const [title] = await someTitles(page)
  await signIn(page, `writer-${info.project.name}@example.org`)
  const conference = new ConferencePage(page, slug)
  await conference.openSchedule()
  await conference.pick(title)
  await page.goto(`/c/${slug}/together`)
  await page.getByLabel('Name of the group').fill('Writers')
  await page.getByLabel('Your name').fill('Ada')
  await page.getByRole('button', { name: 'Make the group' }).click()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  const other = await anotherPhone(browser)
  await signIn(other, `reader-${info.project.name}@example.org`, new URL(link).pathname)
  await other.getByLabel('Your name').fill('Ben')
  await other.getByRole('button', { name: 'Join' }).click()

  await rowOf(page, title).getByRole('button', { name: 'Write a note together' }).click()
  await expect(page.getByText('Shared: everybody in the group reads and writes here.')).toBeVisible()
  await page.getByLabel('Text of the note').fill('We both hear this')
  await expect(page.getByText('On the server', { exact: true })).toBeVisible()
  await other.reload()
  await rowOf(other, title).getByRole('button', { name: 'Our note' }).click()
  const text = other.getByLabel('Text of the note')
  await expect(text).toHaveValue('We both hear this')

  // Put out while they write without a network: their words stay theirs to take elsewhere.
  await other.context().setOffline(true)
  await text.press('Control+End')
  await text.pressSequentially(', and I more')
  await page.goto(`/c/${slug}/together`)
  await page.getByText('Put somebody out').click()
  await page.getByRole('group').filter({ hasText: 'Put somebody out' }).getByRole('button').click()
  await page.getByRole('button', { name: /^Yes, put/ }).click()
  await expect(page.getByText('Put somebody out')).toHaveCount(0)
  await other.context().setOffline(false)
  await expect(
    other.getByText('The server refused this note: you are no longer in its group, or may not see it any more.'),
  ).toBeVisible()
  await expect(text).toHaveValue('We both hear this, and I more')
  await expect(other.getByRole('button', { name: 'Copy the text' })).toBeVisible()
  await expect(other.getByRole('button', { name: 'Export as Markdown' })).toBeVisible()
  await other.goto(`/c/${slug}/plan`)
  // Typed with a pause they are two.
  await other.locator('summary', { hasText: /^\d\schanges? (was|were) refused$/ }).click()
  await expect(other.getByText('You are no longer in its group, or may not see it any more.').first()).toBeVisible()
})

test.describe('with a worker', () => {
  test.use({ serviceWorkers: 'allow' })

  test('a guest carries a plan to another phone by a link that works once', async ({ page, browser }) => {
    const [one, two] = await someTitles(page)
    const mine = new ConferencePage(page, slug)
    await mine.pick(one)
    await mine.pick(two)
    await whenKept(page, slug)
    await page.goto('/settings/backup')
    await page.getByRole('button', { name: 'Make a link' }).click()
    await expect(page.getByText('Packed: 2 picks, 0 notes.')).toBeVisible()
    await expectAccessibleOnBothWidths(page)
    const link = await page.getByLabel('Link', { exact: true }).inputValue()

    const other = await anotherPhone(browser)
    await other.goto(link)
    await expectAccessibleOnBothWidths(other)
    await other.getByRole('button', { name: 'Bring it here' }).click()
    await expect(other.getByText(/^2\spicks, 0\snotes/)).toBeVisible()
    await other.getByRole('link', { name: 'My plan in Hallway Days' }).click()
    await expect(other.getByText(one).first()).toBeVisible()
    await other.goto(`/c/${slug}/schedule`)
    await expect(new ConferencePage(other, slug).pickButton(one)).toHaveAttribute('aria-pressed', 'true')
    await other.goto(link)
    await other.reload()
    await other.getByRole('button', { name: 'Bring it here' }).click()
    await expect(other.getByText('This link was used, or its ten minutes are over.')).toBeVisible()
  })
})
