import { expect } from '@playwright/test'
import { findBrowser } from '@/scripts/browser.mjs'
import { test } from '../../journey'

const NAME = 'hallway.test'
const browser = findBrowser()

// As a phone sees a server at home. On plain http browsers hide whatever may do harm there: workers, locks, random
// UUIDs, the clipboard, and what says how much space there is.
test.use({
  serviceWorkers: 'allow',
  launchOptions: { ...browser, args: [...browser.args, `--host-resolver-rules=MAP ${NAME} 127.0.0.1`] },
})

test('over plain http every screen stands, and what is picked and written is kept', async ({ page, baseURL }) => {
  const here = (path: string) => Object.assign(new URL(path, baseURL), { hostname: NAME }).href
  const thrown: string[] = []
  page.on('pageerror', (error) => thrown.push(error.message))
  for (const path of ['/', '/new', '/notes', '/my-plan', '/settings/backup', '/sign-in']) {
    await page.goto(here(path))
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  }
  expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator, 'locks' in navigator])).toEqual([
    false,
    false,
    false,
  ])

  await page.goto(here('/c/hallway-days/schedule'))
  const pick = page.getByRole('button', { name: /^Pick: / }).first()
  const title = ((await pick.getAttribute('aria-label')) ?? '').slice('Pick: '.length)
  await page.goto(here((await page.getByRole('link', { name: title }).first().getAttribute('href')) ?? ''))
  await page.getByRole('button', { name: 'I want to go' }).click()
  await page.getByRole('textbox', { name: `Note on ${title}` }).pressSequentially('Without a lock', { delay: 20 })
  await expect(page.getByText('On this device', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: `Note on ${title}` })).toHaveValue('Without a lock')
  await expect(page.getByRole('button', { name: 'I want to go' })).toHaveAttribute('aria-pressed', 'true')

  for (const path of ['', '/plan', '/notes', '/rooms', '/changes', '/calendars', '/speakers', '/tracks', '/recaps']) {
    await page.goto(here(`/c/hallway-days${path}`))
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await expect(page.getByText(/Something went wrong/)).toHaveCount(0)
  }
  expect(thrown).toEqual([])
})
