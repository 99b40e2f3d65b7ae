import { expect } from '@playwright/test'
import { test } from '../journey'

test.use({ javaScriptEnabled: false })

test('without a script a co-located event leads to its sessions, to who speaks there, and to their calendars', async ({
  page,
  request,
}) => {
  const heading = page.getByRole('heading', { level: 1 })
  await page.goto('/c/kubecon-eu-2026/colocated')
  await page.getByRole('link', { name: /^ArgoCon 09:00–17:30/ }).click()
  await expect(heading).toHaveText('ArgoCon')
  await page.getByRole('link', { name: 'ArgoCon | Welcome + Opening Remarks' }).click()
  await expect(page.getByRole('link', { name: 'Monday 23 March 2026 09:00–09:05' })).toBeVisible()
  const file = await request.get((await page.locator('a[download]').getAttribute('href')) ?? '')
  expect(file.headers()).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment',
  })

  await page.getByRole('link', { name: 'Dan Garfield' }).click()
  await expect(heading).toHaveText('Dan Garfield')
  await page.getByText('Follow in my calendar').click()
  const named = await page.locator('link[type="text/calendar"]').getAttribute('href')
  const offered = await page.getByRole('link', { name: 'As a file' }).getAttribute('href')
  expect(new URL(named ?? '').pathname).toBe(offered)
  expect(await (await request.get(offered ?? '')).text()).toContain(
    '\r\nSUMMARY:ArgoCon | Welcome + Opening Remarks\r\n',
  )
  await page.getByRole('link', { name: 'All speakers' }).click()
  await expect(heading).toHaveText('Speakers')
})

for (const place of ['', '/plan', '/changes'])
  test(`without a script ${place || 'Now'} says what it needs, and leads to what does not`, async ({ page }) => {
    await page.goto(`/c/kubecon-eu-2026${place}`)
    await expect(page.getByText('This screen needs JavaScript. Reading the schedule does not.')).toBeVisible()
    await expect(page.getByText('Reading the programme…')).toBeHidden()
    await page.getByRole('link', { name: 'Open the schedule' }).click()
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  })
