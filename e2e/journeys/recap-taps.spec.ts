import { expect, type Locator, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { expectAccessibleOnBothWidths } from '../axe'
import { signIn } from '../beforehand'
import { test } from '../journey'
import { takePicture } from '../picture'
import { addressesOf, readAgenda } from '../server-data'

const slug = 'kubecon-eu-2026'
const DAY = 'Wed 25 Mar'

/** Somebody with a name was at a talk of that day, and wrote about it. @returns the talk */
async function begin(page: Page, email: string, note: string): Promise<string> {
  await signIn(page, email)
  await database().user.update({ where: { email }, data: { name: `Ada ${email.split('@')[0]}` } })
  const { sessions } = await readAgenda(page, slug)
  const title = sessions.find(({ dayOn, kind }) => dayOn === '2026-03-25' && kind === 'talk')?.title ?? ''
  await page.goto((await addressesOf(page, slug)).get(title) ?? '')
  await page.getByRole('button', { name: 'Attended', exact: true }).click()
  await page.getByRole('textbox', { name: `Note on ${title}` }).fill(note)
  await expect(page.getByText('On the server', { exact: true })).toBeVisible()
  return title
}

/** Taps, and remembers what on. */
function taps(): { list: string[]; tap: (name: string, target: Locator) => Promise<void> } {
  const list: string[] = []
  return {
    list,
    tap: async (name, target) => {
      list.push(name)
      await target.click()
    },
  }
}

test('from Notes a recap is at its public address after five taps, and can be shared there', async ({ page }, info) => {
  const email = `taps-${info.project.name}@example.org`
  const talk = await begin(page, email, 'What I take home from it.')
  const { list, tap } = taps()
  await page.goto(`/c/${slug}/notes`)
  await tap(`Recap of ${DAY}`, page.getByRole('link', { name: `Recap of ${DAY}` }))
  await expect(page.getByLabel('Days', { exact: true })).toHaveValue('2026-03-25')
  await tap('Make a recap', page.getByRole('button', { name: 'Make a recap' }))
  await page.waitForURL('**/recaps/*-*-*-*-*')
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(/What I take home from it\./)
  await tap('Publish…', page.getByRole('button', { name: 'Publish…' }))
  const sheet = page.getByRole('dialog', { name: 'Publish' })
  // An author who has a name need not think of an address.
  await expect(sheet.getByLabel('Your author address')).toHaveValue(`ada-taps-${info.project.name}`)
  await expectAccessibleOnBothWidths(page)
  await takePicture(page, info, 'recap-publish')
  await tap('Publish', sheet.getByRole('button', { name: 'Publish', exact: true }))
  await expect(page.getByRole('dialog', { name: 'It is public' })).toBeVisible()
  await expectAccessibleOnBothWidths(page)
  await takePicture(page, info, 'recap-published')
  await tap('See it', page.getByRole('link', { name: 'See it' }))
  await page.waitForURL(new RegExp(`/@ada-taps-${info.project.name}/[a-z0-9-]+$`))
  await expect(page.getByRole('heading', { level: 2, name: talk })).toBeVisible()
  expect(list).toEqual([`Recap of ${DAY}`, 'Make a recap', 'Publish…', 'Publish', 'See it'])
  expect(list.length).toBeLessThanOrEqual(6)
  await expect(page.getByRole('button', { name: 'Share' })).toBeVisible()
  const picture = await page.request.get(`${page.url()}/picture.png`)
  expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/png'])
})

test('what is left to do does not make it more, and is shown before the last of them', async ({ page }, info) => {
  const email = `doubts-${info.project.name}@example.org`
  await begin(page, email, '? why\n[ ] look it up')
  await page.getByRole('button', { name: /^Find the slides/ }).click()
  await expect(page.getByText('On the server', { exact: true })).toBeVisible()
  const { list, tap } = taps()
  await page.goto(`/c/${slug}/notes`)
  await tap(`Recap of ${DAY}`, page.getByRole('link', { name: `Recap of ${DAY}` }))
  await tap('Make a recap', page.getByRole('button', { name: 'Make a recap' }))
  await page.waitForURL('**/recaps/*-*-*-*-*')
  // None of my own is in it by itself.
  await expect(page.getByLabel('Text', { exact: true })).not.toHaveValue(/look it up/)
  await page.getByLabel('Text', { exact: true }).press('ControlOrMeta+End')
  await page.getByLabel('Text', { exact: true }).pressSequentially('\n\n[ ] thank Bo')
  await tap('Publish…', page.getByRole('button', { name: 'Publish…' }))
  const sheet = page.getByRole('dialog', { name: 'Publish' })
  await expect(sheet.getByText('Everybody would read these 2 places that are not finished:')).toBeVisible()
  for (const written of ['[to do: slides]', '[ ] thank Bo'])
    await expect(sheet.getByText(written, { exact: true })).toBeVisible()
  await tap('Publish it like this', sheet.getByRole('button', { name: 'Publish it like this' }))
  await tap('See it', page.getByRole('link', { name: 'See it' }))
  await page.waitForURL(/\/@ada-doubts-/)
  expect(list.length).toBeLessThanOrEqual(6)
  await deleteAndUndo(page)
})

/** The recap whose public page is open is deleted, which can be undone: it is its author's again, and nobody else's. */
async function deleteAndUndo(page: Page): Promise<void> {
  const address = page.url()
  const answered = async () => (await page.request.get(address)).status()
  await page.goto(`/c/${slug}/recaps`)
  await page
    .getByRole('main')
    .getByRole('link', { name: /Published/ })
    .click()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
  await page.waitForURL('**/recaps?deleted=*')
  await expect(page.getByText('You have no recap of this conference yet.')).toBeVisible()
  expect(await answered()).toBe(410)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('No longer published', { exact: true })).toBeVisible()
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(/thank Bo/)
  expect(await answered()).toBe(410)
}
