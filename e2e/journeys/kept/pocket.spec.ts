import { expect, type Page } from '@playwright/test'
import { signIn } from '../../beforehand'
import { test } from '../../journey'
import { whenKept } from '../../kept-here'
import { ConferencePage } from '../../pages/conference-page'
import { png } from '@/tests/factories/picture'

test.use({ serviceWorkers: 'allow' })

const words = 'Quokkas 🦘 at the door — « héhé »'

const noteOf = (page: Page, title: string) => page.getByRole('textbox', { name: `Note on ${title}` })

test('with the network gone after the first visit all is written here, and reaches the other device', async ({
  page,
  context,
  browser,
}, info) => {
  test.setTimeout(120_000)
  const email = `pocket-${info.project.name}@example.org`
  await signIn(page, email)
  const conference = new ConferencePage(page, 'hallway-days')
  await conference.openSchedule()
  const title =
    (
      await page
        .getByRole('button', { name: /^Pick: / })
        .nth(5)
        .getAttribute('aria-label')
    )?.slice('Pick: '.length) ?? ''
  const address = (await page.getByRole('link', { name: title }).first().getAttribute('href')) ?? ''
  await whenKept(page, 'hallway-days')
  await context.setOffline(true)

  await page.goto('/c/hallway-days/schedule')
  await conference.search(title)
  await expect(page.getByRole('link', { name: title }).first()).toBeVisible()
  await page.goto(address)
  await page.getByRole('button', { name: 'I want to go' }).click()
  await noteOf(page, title).fill(words)
  await expect(page.getByText('On this device', { exact: true })).toBeVisible()
  await page.getByLabel('Choose photos').setInputFiles({ name: 'slide.png', mimeType: 'image/png', buffer: png })
  await expect(page.getByRole('button', { name: /^Show large/ })).toBeVisible()

  await page.reload()
  await expect(noteOf(page, title)).toHaveValue(words)
  await expect(page.getByRole('button', { name: /^Show large/ })).toBeVisible()
  await page.close()
  const again = await context.newPage()
  await again.goto(address)
  await expect(noteOf(again, title)).toHaveValue(words)

  await context.setOffline(false)
  await expect(again.getByText('On the server', { exact: true }).first()).toBeVisible()
  const other = await (await browser.newContext({ storageState: await context.storageState() })).newPage()
  await other.goto(address)
  await expect(noteOf(other, title)).toHaveValue(words)
  await expect(other.getByRole('button', { name: 'I want to go' })).toHaveAttribute('aria-pressed', 'true')
  await expect(other.getByRole('button', { name: /^Show large/ })).toBeVisible()

  await noteOf(other, title).fill(`${words}\nand a word from elsewhere`)
  await expect(noteOf(again, title)).toHaveValue(`${words}\nand a word from elsewhere`)
})

test('a note says that it is on the server only once it is', async ({ page }, info) => {
  await signIn(page, `truth-${info.project.name}@example.org`)
  await new ConferencePage(page, 'hallway-days').openSchedule()
  const title =
    (
      await page
        .getByRole('button', { name: /^Pick: / })
        .nth(5)
        .getAttribute('aria-label')
    )?.slice('Pick: '.length) ?? ''
  await page.goto((await page.getByRole('link', { name: title }).first().getAttribute('href')) ?? '')
  await noteOf(page, title).fill('First')
  await expect(page.getByText('On the server', { exact: true })).toBeVisible()

  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  await page.route('**/api/v1/push', async (route) => {
    await arrived
    await route.continue()
  })
  const texts = await page.evaluateHandle(() => {
    const texts: string[] = []
    const look = () =>
      texts.push(...[...document.querySelectorAll('main p[role=status]')].map((status) => status.textContent ?? ''))
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
    return texts
  })
  await noteOf(page, title).fill('First, and more')
  await expect(page.getByText('On this device', { exact: true })).toBeVisible()
  expect(await texts.evaluate((all) => all.includes('On the server'))).toBe(false)
  arrive()
  await expect(page.getByText('On the server', { exact: true })).toBeVisible()
})
