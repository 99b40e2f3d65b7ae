import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../axe'
import { ConferencePage } from '../pages/conference-page'

type Session = { id: string; title: string; kind: string; dayOn: string; startAt: string; endAt: string }

/**
 * Two talks of the second day, which is never over, that are on together, and a third that begins with the first:
 * whatever the demo's hours are today.
 */
async function findOverlap(page: Page): Promise<{ day: string; a: Session; b: Session }> {
  const agenda: { days: string[]; sessions: Session[] } = await (
    await page.request.get('/c/hallway-days/agenda.json')
  ).json()
  const talks = agenda.sessions.filter(
    ({ dayOn, kind, startAt, title }) =>
      dayOn === agenda.days[1] &&
      kind === 'talk' &&
      startAt &&
      agenda.sessions.filter((other) => other.title === title).length === 1,
  )
  const pair = talks.flatMap((a) =>
    talks
      .filter(
        (b) =>
          a.id !== b.id &&
          a.startAt < b.endAt &&
          b.startAt < a.endAt &&
          talks.some(({ id, startAt }) => startAt === a.startAt && id !== a.id && id !== b.id),
      )
      .map((b) => ({ a, b })),
  )[0]
  if (!pair) throw new Error('The demo has no three talks at once')
  return { day: pair.a.dayOn, ...pair }
}

async function planBoth(
  page: Page,
): Promise<{ conference: ConferencePage; plan: string; a: string; b: string; day: string }> {
  const { day, a, b } = await findOverlap(page)
  const conference = new ConferencePage(page, 'hallway-days')
  await conference.openSchedule(day)
  await conference.pick(a.title)
  await conference.pick(b.title)
  const plan = `/c/hallway-days/plan#${day}`
  await page.goto(plan)
  await expect(conference.session(a.title)).toBeVisible()
  return { conference, plan, a: a.title, b: b.title, day }
}

const conflict = (page: Page) => page.getByRole('listitem').filter({ hasText: /^Both on for / })
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).click()

test('an overlap is named, solved by plan B, taken back, and a hidden session stays hidden everywhere', async ({
  page,
}) => {
  const { conference, plan, a, b, day } = await planBoth(page)
  await expect(conflict(page)).toHaveCount(1)
  await expect(conflict(page)).toContainText(a)
  await expect(conflict(page)).toContainText(b)
  await expectAccessible(page)

  await page.getByRole('button', { name: `Make it plan B: ${a}` }).click()
  await expect(conflict(page)).toHaveCount(0)
  await expect(conference.session(a)).toContainText('Plan B')
  await undo(page)
  await expect(conflict(page)).toHaveCount(1)
  await expect(conference.session(a)).not.toContainText('Plan B')

  await conference.session(a).getByRole('link', { name: a, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: a })
  const take = dialog.getByRole('button', { name: /^Take instead: / }).first()
  const other = (await take.getAttribute('aria-label'))?.slice('Take instead: '.length) ?? ''
  await expectAccessible(page)
  await take.click()
  await expect(dialog).toHaveCount(0)
  await expect(conference.session(other)).toBeVisible()
  await expect(conference.session(a)).toHaveCount(0)
  await undo(page)
  await expect(conference.session(a)).toBeVisible()
  await expect(conference.session(other)).toHaveCount(0)

  await conference.session(a).getByRole('link', { name: a, exact: true }).click()
  await dialog.getByRole('button', { name: 'Hide' }).click()
  await expect(conference.session(a)).toHaveCount(0)
  await expect(page.getByText(`${a} is hidden.`)).toBeVisible()
  await page.goto(plan)
  await expect(conference.session(b)).toBeVisible()
  await expect(conference.session(a)).toHaveCount(0)

  await conference.openSchedule(day)
  const bringBack = page.getByRole('button', { name: `Bring back: ${a}` })
  await expect(bringBack).toBeVisible()
  await page.reload()
  await expect(bringBack).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: 'Filter this day' })
  await sheet.getByRole('checkbox', { name: /^Show what I hid/ }).check()
  await sheet.getByRole('button', { name: /^Show \d+ session/ }).click()
  await expect(page).toHaveURL(/\?hidden/)
  await bringBack.click()
  await expect(conference.pickButton(a)).toBeVisible()
  await undo(page)
  await expect(bringBack).toBeVisible()
})

test('a keyboard alone changes the day, opens a session, finds what else is on and comes back to where it was', async ({
  page,
}) => {
  const { a, day } = await planBoth(page)
  const tabs = page.getByRole('tab')
  await expect(tabs).toHaveCount(2)
  await tabs.nth(1).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(tabs.first()).toBeFocused()
  await expect(tabs.first()).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('Nothing of yours on this day.')).toBeVisible()
  await page.keyboard.press('End')
  await expect(page).toHaveURL(new RegExp(`#${day}$`))

  const entry = page.getByRole('link', { name: a, exact: true })
  await entry.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: a })
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(entry).not.toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(entry).toBeFocused()
})

test('the day is the first thing on the screen, and reads at twice the size', async ({ page }, info) => {
  const { conference, a, b } = await planBoth(page)
  const entry = page.getByRole('link', { name: a, exact: true })
  const top = await page
    .locator('main ol > li')
    .first()
    .evaluate((element) => element.getBoundingClientRect().top)
  if (info.project.name === 'phone') expect(top).toBeLessThanOrEqual(112)
  // Nothing of an entry is cut: what it says is as high as its box at most.
  const cut = () =>
    page
      .locator('main ol > li > div')
      .evaluateAll((boxes) => boxes.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1).length)
  expect(await cut()).toBe(0)

  await page.setViewportSize({ width: 195, height: 422 })
  await expect(entry).toBeVisible()
  await expect(conference.session(b)).toBeVisible()
  expect(await cut()).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(195)
  await entry.click()
  await expect(page.getByRole('dialog', { name: a })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(195)
  expect(
    await page.getByRole('dialog').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  ).toBeLessThanOrEqual(0)
})

test('on paper the plan is one page, without what is tapped', async ({ page }) => {
  const { a, b } = await planBoth(page)
  await page.emulateMedia({ media: 'print' })
  const row = (title: string) => page.getByRole('row').filter({ hasText: title })
  await expect(row(a)).toBeVisible()
  await expect(row(b)).toBeVisible()
  await expect(page.getByRole('tab')).toHaveCount(0)
  await expect(page.getByRole('button')).toHaveCount(0)
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
})

test('a time of one’s own and a free time stand on the timeline', async ({ page }) => {
  const { day } = await planBoth(page)
  await page.locator('summary', { hasText: 'More' }).click()
  await page.getByRole('button', { name: 'Add a time of my own' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a time of my own' })
  await expect(dialog.getByLabel('Day', { exact: true })).toHaveValue(day)
  await dialog.getByLabel('What').fill('What I could never say in as few letters as this. '.repeat(10))
  await expect(dialog.getByText('At most 200 characters; 300 too many. Shorten it.')).toBeVisible()
  await dialog.getByLabel('What').fill('Podcast')
  await expect(dialog.getByText('At most 200 characters;')).toHaveCount(0)
  await dialog.getByLabel('From').fill('21:00')
  await dialog.getByLabel('To', { exact: true }).fill('21:30')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Podcast' })).toBeVisible()
  await page.getByRole('button', { name: /–21:00 free/ }).click()
  await expect(page.getByRole('dialog', { name: /^On between .* and 21:00$/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Podcast' }).click()
  await page.getByRole('dialog', { name: 'Podcast' }).getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('button', { name: 'Podcast' })).toHaveCount(0)
  await undo(page)
  await expect(page.getByRole('button', { name: 'Podcast' })).toBeVisible()
})
