import { expect, type Browser, type Page } from '@playwright/test'
import { expectAccessibleOnBothWidths, expectAccessibleEverywhere } from '../axe'
import { test } from '../journey'
import { makeStewardLink, organizeNow } from '../pages/door-page'

test.use({ timezoneId: 'UTC' })

async function another(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

/** The page has asked what is announced, and hears of what comes. */
const hearing = (page: Page) => page.waitForResponse((response) => response.url().endsWith('/announcements.json'))

async function announce(page: Page, slug: string, text: string, audience?: string): Promise<void> {
  await page.goto(`/c/${slug}/manage/announcements`)
  await page.getByLabel('What to say').fill(text)
  if (audience) await page.getByLabel('For whom').selectOption({ label: audience })
  await page.getByRole('button', { name: 'Announce' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: text })).toBeVisible()
}

test(
  'an announcement reaches the open screens that it concerns, and goes when it is dismissed or withdrawn',
  { tag: '@looks' },
  async ({ page, browser }, info) => {
    test.setTimeout(180_000)
    const slug = `told-${info.project.name}`
    await organizeNow(page, slug)
    const [visitor, picker] = [await another(browser), await another(browser)]
    await Promise.all([hearing(visitor), visitor.goto(`/c/${slug}`)])
    await Promise.all([hearing(picker), picker.goto(`/c/${slug}/schedule`)])
    await picker.getByRole('button', { name: 'Pick: The talk' }).click()
    await expect(picker.getByRole('button', { name: 'Pick: The talk' })).toHaveAttribute('aria-pressed', 'true')
    const banner = (of: Page) => of.getByRole('region', { name: 'Announcements' })

    await announce(page, slug, 'Lunch is in the garden <b>today</b>')
    for (const of of [visitor, picker])
      await expect(banner(of).getByText('Lunch is in the garden <b>today</b>')).toBeVisible()
    await announce(page, slug, 'Bring your laptop', await optionOf(page, slug, /The talk$/))
    await expect(banner(picker).getByText('Bring your laptop')).toBeVisible()
    await expect(banner(visitor).getByRole('listitem')).toHaveCount(1)
    await expectAccessibleEverywhere(visitor)

    await banner(visitor).getByRole('button', { name: 'Dismiss this announcement' }).click()
    await expect(banner(visitor).getByRole('listitem')).toHaveCount(0)
    await visitor.reload()
    await page.goto(`/c/${slug}/manage/announcements`)
    // What a page had a moment ago is not asked for again: it hears of what is new.
    const heard = hearing(visitor)
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Bring your laptop' })
      .getByRole('button', { name: 'Withdraw' })
      .click()
    await expect(banner(picker).getByText('Bring your laptop')).toHaveCount(0)
    await expect(banner(picker).getByText('Lunch is in the garden')).toBeVisible()
    await heard
    await expect(banner(visitor).getByRole('listitem')).toHaveCount(0)
  },
)

async function optionOf(page: Page, slug: string, name: RegExp): Promise<string> {
  await page.goto(`/c/${slug}/manage/announcements`)
  const options = await page.getByLabel('For whom').getByRole('option').allTextContents()
  return options.find((option) => name.test(option)) ?? ''
}

test(
  "the wall shows at once what a steward says, the full room first, and an organizer's muting",
  { tag: '@looks' },
  async ({ page, browser }, info) => {
    test.setTimeout(180_000)
    const slug = `wall-${info.project.name}`
    await organizeNow(page, slug)
    const steward = await another(browser)
    await steward.goto(new URL(await makeStewardLink(page, slug, 'North')).pathname)
    await page.goto(`/c/${slug}/manage/wall`)
    const first = page.getByRole('region', { name: 'All rooms now' }).getByRole('listitem').first()
    await steward.getByRole('button', { name: '5 in', exact: true }).click()
    await expect(first).toContainText('Hall')
    await expect(first).toContainText('5 / 10')
    await expect(first).toContainText('rising')
    await steward.getByRole('button', { name: 'Full', exact: true }).click()
    await expect(first.getByText('Full', { exact: true })).toBeVisible()
    await expect(first).toContainText('just now · counted at the door')
    await expectAccessibleEverywhere(page)
    await page.goto(`/c/${slug}/manage/rooms`)
    const hall = page.getByRole('listitem').filter({ has: page.locator('summary', { hasText: 'Hall' }) })
    await hall.locator('summary').click()
    await hall.getByRole('button', { name: 'Mute' }).click()
    await expect(hall.getByText('Attendees’ reports about this room are muted.')).toBeVisible()
    await page.goto(`/c/${slug}/manage/wall`)
    await expect(first).toContainText('reports muted')
  },
)

test('whoever could not get in is offered what else is on, and has the session on the list of replays', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(180_000)
  const slug = `door-b-${info.project.name}`
  await organizeNow(page, slug, { alternative: 'The other talk' })
  const visitor = await another(browser)
  await visitor.goto(`/c/${slug}/sessions/1-the-talk`)
  const door = visitor.getByRole('region', { name: 'Rooms' })
  await door.getByRole('button', { name: 'Could not get in' }).click()
  const dialog = visitor.getByRole('dialog', { name: 'The talk' })
  await expect(dialog).toBeVisible()
  await expectAccessibleOnBothWidths(visitor)
  await dialog.getByRole('button', { name: /: The other talk$/ }).click()
  await expect(dialog).toBeHidden()
  await expect(visitor.getByRole('button', { name: 'Undo' })).toBeVisible()
  await expect(visitor.getByRole('button', { name: 'Watch the replay' })).toHaveAttribute('aria-pressed', 'true')
  await visitor.goto(`/c/${slug}/plan`)
  await expect(visitor.getByRole('link', { name: 'The other talk' }).first()).toBeVisible()
  await visitor.goto(`/c/${slug}/rooms`)
  await visitor.getByRole('main').getByRole('button', { name: /^Hall/ }).click()
  // It is said already: a tap takes it back, and another says it again.
  const turnedAway = visitor.getByRole('dialog', { name: 'Hall' }).getByRole('button', { name: 'Could not get in' })
  await expect(turnedAway).toHaveAttribute('aria-pressed', 'true')
  await turnedAway.click()
  await expect(turnedAway).toHaveAttribute('aria-pressed', 'false')
  await turnedAway.click()
  await expect(visitor.getByRole('dialog', { name: 'The talk' })).toBeVisible()
})

test('whoever is in says so: others see that there is room, and Now says where they are', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(180_000)
  const slug = `in-${info.project.name}`
  await organizeNow(page, slug, { alternative: 'The other talk' })
  await page.goto(`/c/${slug}/rooms`)
  const hall = page.getByRole('main').getByRole('button', { name: /^Hall/ })
  await expect(hall.getByText('Not known')).toBeVisible()
  const visitor = await another(browser)
  await visitor.goto(`/c/${slug}/sessions/1-the-talk`)
  const door = visitor.getByRole('region', { name: 'Rooms' })
  await expect(door).toBeVisible()
  await visitor.context().setOffline(true)
  await door.getByRole('button', { name: 'I am in' }).click()
  await expect(
    visitor.getByText('Kept on this device until there is a network. The session counts as attended.'),
  ).toBeVisible()
  await visitor.context().setOffline(false)
  await expect(visitor.getByText('Thank you: it is counted. The session counts as attended.')).toBeVisible()
  const [attended, inside] = [
    visitor.getByRole('button', { name: 'Attended', exact: true }),
    door.getByRole('button', { name: 'I am in' }),
  ]
  const expectInside = async (pressed: 'true' | 'false') => {
    for (const button of [attended, inside]) await expect(button).toHaveAttribute('aria-pressed', pressed)
  }
  await expectInside('true')
  await inside.click()
  await expectInside('false')
  await inside.click()
  await expectInside('true')
  await expect(hall.getByText('Seats left')).toBeVisible()
  await expect(hall).toContainText('1 person there')

  await visitor.goto(`/c/${slug}`)
  const here = visitor.locator('section').filter({ has: visitor.getByRole('heading', { name: 'You are in' }) })
  await expect(here.getByRole('link', { name: 'The talk', exact: true })).toBeVisible()
  await expect(here.getByRole('button', { name: 'I am in' })).toHaveAttribute('aria-pressed', 'true')
  await expectAccessibleOnBothWidths(visitor)
  await here.getByRole('button', { name: 'Could not get in' }).click()
  await visitor
    .getByRole('dialog', { name: 'The talk' })
    .getByRole('button', { name: /: The other talk$/ })
    .click()
  await expect(visitor.getByRole('button', { name: 'Undo' })).toBeVisible()
  const yours = visitor.locator('section').filter({ has: visitor.getByRole('heading', { name: 'Yours, on now' }) })
  await expect(yours.getByRole('link', { name: 'The other talk' })).toBeVisible()
  await expect(yours.getByRole('link', { name: 'The talk', exact: true })).toHaveCount(0)
  await expect(here).toHaveCount(0)
  await expect(hall.getByText('Full', { exact: true })).toBeVisible()
})

test(
  'alerts are turned on with a tap, kinds and quiet hours chosen, and never asked for before',
  { tag: '@looks' },
  async ({ page }, info) => {
    await organizeNow(page, `alerts-${info.project.name}`)
    const asked: string[] = []
    await page.exposeFunction('tellAsked', () => void asked.push('asked'))
    await page.addInitScript(() => {
      // A browser without a window has nobody to ask, and says from the first that the answer was no.
      Object.defineProperty(Notification, 'permission', { get: () => 'default' })
      Notification.requestPermission = async () => {
        await (window as unknown as { tellAsked: () => Promise<void> }).tellAsked()
        return 'denied'
      }
    })
    await page.goto('/settings')
    await expect(page.getByText('This device shows no alerts.')).toBeVisible()
    expect(asked).toEqual([])
    await page.getByRole('button', { name: 'Turn on alerts' }).click()
    await expect.poll(() => asked).toEqual(['asked'])
    await page.getByLabel('what the organizers announce').uncheck()
    await page.getByLabel('From').fill('22:00')
    await page.getByRole('region', { name: 'Alerts' }).getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Quiet hours need both times, or none.')).toBeVisible()
    await page.getByLabel('To', { exact: true }).fill('07:00')
    await page.getByRole('region', { name: 'Alerts' }).getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('region', { name: 'Alerts' }).getByText('Saved.')).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('what the organizers announce')).not.toBeChecked()
    await expect(page.getByLabel('To', { exact: true })).toHaveValue('07:00')
    await expectAccessibleEverywhere(page)
  },
)
