import { expect, type Page } from '@playwright/test'
import { expectAccessibleOnBothWidths } from '../../axe'
import { makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'
import { whenKept } from '../../kept-here'
import { signInByCode } from '../../pages/sign-in-page'

/** Whoever holds this browser's cookies, elsewhere. */
async function whoIs(page: Page, cookies: string): Promise<unknown> {
  const answer = await fetch(new URL('/api/v1/me', page.url()), { headers: { cookie: cookies } })
  const { viewer } = (await answer.json()) as { viewer: { email: string } | null }
  return viewer?.email ?? null
}

const cookiesOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

test.describe('with a worker', () => {
  test.use({ serviceWorkers: 'allow' })

  test('a sign-in is ended from another browser, and by signing out for good, without a network too', async ({
    page,
    browser,
  }, info) => {
    test.setTimeout(120_000)
    const email = `sign-ins-${info.project.name}@example.org`
    await signInByCode(page, email)
    const other = await (await browser.newContext()).newPage()
    await signInByCode(other, email)
    const theirs = await cookiesOf(other)
    expect(await whoIs(page, theirs)).toBe(email)

    await page.goto('/c/there-is-none')
    await expect(page.getByRole('link', { name: 'Sign in' })).toHaveCount(0)
    await page.getByRole('link', { name: 'Settings' }).click()
    await expect(page.getByText(email)).toBeVisible()
    const list = page.getByRole('region', { name: 'Where you are signed in' })
    await expect(list.getByRole('listitem')).toHaveCount(2)
    await list.getByRole('button', { name: /^End this one/ }).click()
    await expect(list.getByRole('status')).toContainText('shows no more alerts')
    await expectAccessibleOnBothWidths(page)
    await list.getByRole('button', { name: 'Yes, end it' }).click()
    await expect(list.getByRole('listitem')).toHaveCount(1)
    expect(await whoIs(page, theirs)).toBeNull()
    await other.goto('/settings')
    await other.waitForURL(/\/sign-in/)

    const mine = await cookiesOf(page)
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(page.getByText('Signed out on this device.')).toBeVisible()
    expect([await whoIs(page, mine), await page.evaluate(() => localStorage.getItem('hallway-viewer'))]).toEqual([
      email,
      null,
    ])
    await page.context().setOffline(false)
    // Nobody is named before the server has heard of it, either.
    await page.route('**/api/auth/signout', (route) => route.abort('connectionfailed'))
    await page.goto('/settings')
    await page.waitForURL(/\/sign-in/)
    await expect(page.getByText(email)).toHaveCount(0)
    await page.unrouteAll({ behavior: 'wait' })
    await page.goto('/c/hallway-days/plan')
    await expect.poll(() => whoIs(page, mine)).toBeNull()
    expect(
      await page.evaluate(() => [localStorage.getItem('hallway-viewer'), localStorage.getItem('hallway-leaving')]),
    ).toEqual([null, null])
  })
})

test.describe('with a worker', () => {
  test.use({ serviceWorkers: 'allow' })

  test('without a network settings still sign this device out', async ({ page }, info) => {
    await signIn(page, `signs-out-${info.project.name}@example.org`)
    await page.goto('/c/hallway-days')
    await whenKept(page, 'hallway-days')
    await page.context().setOffline(true)
    await page.goto('/settings')
    await expect(page.getByRole('heading', { level: 1, name: 'This page needs a network' })).toBeVisible()
    await expectAccessibleOnBothWidths(page)
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(page.getByText('Signed out on this device.')).toBeVisible()
    expect(await page.evaluate(() => localStorage.getItem('hallway-viewer'))).toBeNull()
    await page.context().setOffline(false)
    // As soon as there is a network, without anybody doing anything.
    await expect.poll(() => page.evaluate(() => document.cookie.includes('hallway-leaving'))).toBe(false)
    await page.goto('/settings')
    await page.waitForURL(/\/sign-in/)
  })
})

test('an invitation is answered by the invited, who are told nothing before and nothing unasked', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(120_000)
  const [slug, invited] = [`asked-${info.project.name}`, `invited-${info.project.name}@example.org`]
  await signIn(page, `inviter-${info.project.name}@example.org`)
  await makeConference(page, {
    name: slug,
    table: 'Day,Start,End,Title,Room\n2027-06-01,09:00,10:00,First,Hall\n2027-06-01,10:00,11:00,Second,Hall',
  })
  await page.goto(`/c/${slug}/manage/people`)
  await page.getByLabel('E-mail').fill(invited)
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(page.getByText('no mail went out')).toBeVisible()
  const link = await page.getByLabel('Link for the invited').inputValue()
  await expectAccessibleOnBothWidths(page)

  const other = await (await browser.newContext()).newPage()
  await signIn(other, invited)
  await expect(other.getByText('An invitation waits for your answer.')).toBeVisible()
  expect((await other.request.get(`/c/${slug}/agenda.json`)).status()).toBe(404)
  await other.goto(`/c/${slug}`)
  await other.waitForURL(new URL(link).pathname)
  await expect(other.getByRole('heading', { name: slug })).toBeVisible()
  await expectAccessibleOnBothWidths(other)
  await other.getByRole('button', { name: 'Accept' }).click()
  await other.waitForURL(`**/c/${slug}`)
  expect((await other.request.get(`/c/${slug}/agenda.json`)).status()).toBe(200)
})
