import { expect } from '@playwright/test'
import { expectAllAccessible } from '../axe'
import { bringInAgain, makeConference, signIn } from '../beforehand'
import { test } from '../journey'
import { bringInTable, makePublic } from '../pages/bring-in-page'

const table = [
  'Day,Start,End,Title,Speakers,Room,Track',
  '2027-06-01,09:00,10:00,First,Ann Lee,Hall,Ops',
  '2027-06-01,10:00,11:00,Second,Bo Li,Loft,Web',
].join('\n')
const sections = [
  'sources',
  'releases',
  'releases/1',
  'sessions',
  'rooms',
  'walks',
  'tracks',
  'speakers',
  'stewards',
  'wall',
  'announcements',
  'people',
  'settings',
]

test("an organizer's screens pass axe in both languages, light and dark", { tag: '@looks' }, async ({ page }, info) => {
  test.setTimeout(300_000)
  const slug = `organized-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  await expectAllAccessible(
    page,
    sections.map((section) => `/c/${slug}/manage/${section}`),
    () => page.locator('main details').evaluateAll((all) => all.forEach((details) => details.setAttribute('open', ''))),
  )
})

test('an import is a release that can be looked at, compared and taken back', async ({ page }, info) => {
  const slug = `releases-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  const moved = table.replace('Ann Lee,Hall', 'Ann Lee,Attic').replace('Second,Bo Li', 'Dew,Cy Ng')
  await bringInAgain(page, slug, moved)

  await page.goto(`/c/${slug}/manage/releases`)
  const rows = page.getByRole('main').getByRole('listitem')
  await expect(rows).toHaveText([
    /Release 2.*Brought in.*1\sadded\s· 1\schanged\s· 1\scancelled/,
    /Release 1.*2\sadded/,
  ])
  await page.getByRole('link', { name: 'Release 2' }).click()
  await expect(page.getByText('room: Hall → Attic')).toBeVisible()

  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'Take this import back' }).click()
  await expect(page.getByText('Taken back by release 3')).toBeVisible()
  await page.goto(`/c/${slug}/schedule/2027-06-01`)
  await expect(page.getByRole('link', { name: /First/ }).first()).toBeVisible()
  await expect(page.getByText('Attic')).toHaveCount(0)

  await page.goto(`/c/${slug}/manage/releases/3?since=1`)
  await expect(page.getByText('No session is different.').first()).toBeVisible()
  await page.goto(`/c/${slug}/manage/releases/9`)
  await expect(page.getByText('There is nothing here')).toBeVisible()
})

test('a private conference does not exist for others, until it is public', async ({ page, browser }, info) => {
  const slug = `private-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  const stranger = await (await browser.newContext()).newPage()
  const statuses = async () =>
    Promise.all(
      ['', '/schedule/2027-06-01', '/plan', '/agenda.json', '/schedule.ics', '/manage/sources'].map(async (path) =>
        (await stranger.request.get(`/c/${slug}${path}`, { maxRedirects: 0 })).status(),
      ),
    )
  expect(await statuses()).toEqual([404, 404, 404, 404, 404, 404])
  await makePublic(page, slug)
  await expect.poll(statuses).toEqual([200, 200, 200, 200, 200, 307])
})

test('hostile texts are shown as texts, execute nothing, and inject nothing into the calendar', async ({
  page,
}, info) => {
  const slug = `hostile-${info.project.name}`
  const titles = [
    '<script>document.title="pwned"</script>',
    '"><img src=x onerror=document.title="pwned">',
    "Robert'); DROP TABLE",
    'מסדרון ‮ reversed',
    '🚪 Door; comma, \\ backslash',
  ]
  const cells = titles.map(
    (title) =>
      `2027-06-01,09:00,10:00,"${title.replaceAll('"', '""')}","Ann\r\nATTENDEE:mailto:x@example.org","Hall ""A"""`,
  )
  await signIn(page, `${slug}@example.org`)
  await bringInTable(page, {
    name: slug,
    table: ['Day,Start,End,Title,Speakers,Room', ...cells].join('\n'),
    sessions: titles.length,
  })
  await makePublic(page, slug)
  await page.goto(`/c/${slug}/schedule/2027-06-01`)
  // A sign that turns all that follows is no part of a title.
  for (const title of titles)
    await expect(page.getByText(title.replace('\u202e ', ''), { exact: true }).first()).toBeVisible()
  expect(await page.title()).not.toBe('pwned')
  const calendar = await (await page.request.get(`/c/${slug}/schedule.ics`)).text()
  expect(calendar.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(titles.length)
  expect(calendar).not.toMatch(/^ATTENDEE/m)
})
