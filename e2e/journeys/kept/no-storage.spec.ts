import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { readBackup } from '@/lib/notes/device/backup/backup'
import { expectAccessibleOnBothWidths } from '../../axe'
import { makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'
import { addressesOf, notesOnServer } from '../../server-data'

const talks = ['Talk A', 'Talk B', 'Talk C'].map((title, hour) => `2027-06-01,1${hour}:00,1${hour}:30,${title},Hall`)
const table = ['Day,Start,End,Title,Room', ...talks].join('\n')
const words = 'What the speaker said about wombats'
const note = (page: Page) => page.getByRole('textbox', { name: 'Note on Talk A' })
const said = (page: Page, state: string) => expect(page.getByText(state, { exact: true }).first()).toBeVisible()

/**
 * Has the browser refuse these as one does that blocks a site's data: the getters themselves throw, and locks are not
 * granted.
 */
async function block(page: Page, stores: readonly string[]): Promise<void> {
  await page.addInitScript((names) => {
    const refusal = () => new DOMException('The operation is insecure.', 'SecurityError')
    const get = () => {
      throw refusal()
    }
    for (const name of names) Object.defineProperty(window, name, { configurable: true, get })
    if (navigator.locks) navigator.locks.request = () => Promise.reject(refusal())
  }, stores)
}

/** A signed-in person's conference. @returns where its first session is */
async function begin(page: Page, slug: string): Promise<string> {
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  return (await addressesOf(page, slug)).get('Talk A') ?? ''
}

/** Leaves by a link. @returns whether the browser asked first; it stays */
async function asksBeforeLeaving(page: Page): Promise<boolean> {
  const asked = page.waitForEvent('dialog', { timeout: 5_000 }).then(
    async (dialog) => {
      await dialog.dismiss()
      return dialog.type() === 'beforeunload'
    },
    () => false,
  )
  await page.getByRole('link', { name: 'Rooms' }).last().click({ noWaitAfter: true })
  return asked
}

test('with the site’s data blocked every screen reads, and says what is not kept', async ({ page }) => {
  test.setTimeout(180_000)
  const thrown: string[] = []
  page.on('pageerror', (error) => thrown.push(error.message))
  await block(page, ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
  for (const language of ['fr', 'en']) {
    await page.context().addCookies([
      {
        name: 'hallway-language',
        value: language,
        url: page.url() === 'about:blank' ? (test.info().project.use.baseURL ?? '') : page.url(),
      },
    ])
    const ofConference = ['', '/schedule', '/plan', '/notes', '/notes/marks', '/rooms', '/changes'].map(
      (path) => `/c/hallway-days${path}`,
    )
    for (const path of [
      ...ofConference,
      '/notes',
      '/notes/00000000-0000-4000-8000-000000000000',
      '/settings/backup',
      '/carry',
      '/my-plan',
      '/now',
      '/share?text=wombats',
    ]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await expect(
        page
          .getByRole('alert')
          .getByText(language === 'fr' ? 'Ce navigateur ne garde rien ici' : 'This browser keeps nothing here')
          .first(),
      ).toBeVisible()
      await expect(page.getByText(/Something went wrong|Une erreur est survenue/)).toHaveCount(0)
    }
    for (const path of [
      '/',
      '/new',
      '/sign-in',
      '/c/hallway-days/together',
      '/c/hallway-days/calendars',
      '/c/hallway-days/recaps',
    ]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    }
  }
  expect(thrown).toEqual([])
})

test('what is shared where nothing is kept stays on the page, which says so', async ({ page }) => {
  await block(page, ['localStorage', 'indexedDB'])
  await page.goto(`/share?text=${encodeURIComponent(words)}`)
  await expect(
    page.getByText(
      'No note can be made of it here, because this browser keeps nothing. Copy the text before you leave this page.',
    ),
  ).toBeVisible()
  await expect(page.getByText(words)).toBeVisible()
  await expectAccessibleOnBothWidths(page)
})

test('a guest whose browser keeps nothing picks and writes until the page is left, and is told so', async ({
  page,
}) => {
  await block(page, ['localStorage', 'indexedDB'])
  // It is over: how it went is asked.
  await page.goto('/c/kcd-munich-2024/schedule')
  await page.getByRole('link', { name: /^Reflections on a decade of Kubernetes/ }).click()
  const box = page.getByRole('textbox', { name: /^Note on / })
  await box.fill(words)
  await said(page, 'Only on this page')
  await expect(
    page.getByText(
      'This browser keeps nothing here. What you type stays only until you leave this page: copy it before.',
    ),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Watch the replay' }).click()
  await expect(page.getByRole('button', { name: 'Watch the replay' })).toHaveAttribute('aria-pressed', 'true')
  expect(await asksBeforeLeaving(page)).toBe(true)
  await expect(box).toHaveValue(words)
})

test('what is said of a browser that keeps nothing covers nothing of a day’s bar', async ({ page }) => {
  await block(page, ['localStorage', 'indexedDB'])
  await page.goto('/c/kubecon-eu-2026/schedule/2026-03-25')
  const pick = page.getByRole('button', { name: /^Pick: OpenFeature Update From the Maintainers/ })
  await pick.click()
  await expect(pick).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('link', { name: /^Sovereign Identities/ }).scrollIntoViewIfNeeded()
  await expect(page.getByText('This browser keeps nothing here: its data')).toBeInViewport()
  await page.getByRole('button', { name: 'Filter', exact: true }).click({ trial: true })
  await page.getByRole('navigation', { name: 'Days' }).getByRole('link', { name: /26/ }).click({ trial: true })
})

test('somebody signed in whose browser keeps nothing has it all on the server', async ({ page }) => {
  const address = await begin(page, 'nothing-kept')
  await block(page, ['localStorage', 'indexedDB'])
  await page.goto(address)
  await note(page).fill(words)
  await said(page, 'On the server')
  expect(await asksBeforeLeaving(page)).toBe(false)
  for (const path of ['/settings', address]) {
    await page.goto(path)
    await expect(page.getByText('What you pick or write is only on the server, once it is there.')).toBeVisible()
  }
  await expect(note(page)).toHaveValue(words)
})

test('what is begun where nothing is kept, before the server says who is here, is theirs on the server', async ({
  page,
}) => {
  const address = await begin(page, 'unasked')
  await block(page, ['localStorage', 'indexedDB'])
  let release = () => undefined
  const asked = new Promise<void>((done) => (release = () => void done()))
  await page.route('**/api/v1/me', (route) => asked.then(() => route.continue()))
  await page.goto(address)
  await page.getByRole('button', { name: 'I want to go' }).first().click()
  await note(page).fill(words)
  await said(page, 'Only on this page')
  release()
  await note(page).pressSequentially(', and of kangaroos', { delay: 60 })
  await said(page, 'On the server')
  expect(await asksBeforeLeaving(page)).toBe(false)
  await page.goto(address)
  await expect(note(page)).toHaveValue(`${words}, and of kangaroos`)
  await expect(page.getByRole('button', { name: 'I want to go' }).first()).toHaveAttribute('aria-pressed', 'true')
})

test('what is begun before the server says who is here is one note of theirs, with every letter', async ({
  page,
  context,
}) => {
  await begin(page, 'torn')
  const addresses = await addressesOf(page, 'torn')
  const { origin } = new URL(page.url())
  const texts: string[] = []
  for (const [title, letters] of [
    ['Talk A', 0],
    ['Talk B', 1],
    ['Talk C', 9],
  ] as const) {
    await page.goto('about:blank')
    await (
      await context.newCDPSession(page)
    ).send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage' })
    let release = () => undefined
    const asked = new Promise<void>((done) => (release = () => void done()))
    await page.route('**/api/v1/me', (route) => asked.then(() => route.continue()))
    await page.goto(addresses.get(title) ?? '')
    const text = page.getByRole('textbox', { name: `Note on ${title}` })
    await expect(text).toBeEditable()
    await text.focus()
    const whole = `Written by whoever it is, on ${title}`
    await page.keyboard.type(whole.slice(0, letters), { delay: 60 })
    release()
    await page.keyboard.type(whole.slice(letters), { delay: 60 })
    await expect(text).toHaveValue(whole)
    await expect.poll(() => page.evaluate(() => localStorage.getItem('hallway-viewer'))).not.toBeNull()
    await page.reload()
    await expect(text).toHaveValue(whole)
    await said(page, 'On the server')
    texts.push(whole)
    expect((await notesOnServer(page)).sort()).toEqual([...texts].sort())
    await page.unrouteAll({ behavior: 'wait' })
  }
})

test('a browser that kept only the cookie asks who is here before it says that nothing is picked', async ({
  page,
  context,
}) => {
  const slug = 'cleared'
  const address = await begin(page, slug)
  await page.goto(address)
  await note(page).fill(words)
  await said(page, 'On the server')
  const { origin } = new URL(page.url())
  await page.goto('about:blank')
  await (
    await context.newCDPSession(page)
  ).send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage' })
  await page.route('**/api/v1/me', (route) =>
    route.fulfill({ status: 500, json: { error: 'INTERNAL', requestId: 'r' } }),
  )
  await page.goto(`/c/${slug}/notes`)
  await expect(
    page.getByRole('heading', { name: 'Notes', level: 1 }).locator('..').getByText('Asking the server…'),
  ).toBeVisible()
  await expect(
    page.getByText(
      'What you have on the server could not be fetched: it does not answer. It is asked again and again.',
    ),
  ).toBeVisible()
  await expect(page.getByText('No notes yet', { exact: true })).toHaveCount(0)
  await page.unrouteAll({ behavior: 'wait' })
  await expect(page.getByText(words)).toBeVisible()
  await expect(
    page.getByText('The browser has emptied what Hallway kept here. What was on the server comes back.'),
  ).toBeVisible()
})

test('what a deleted account left on another device is shown to nobody, and can be taken away or let go', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const slug = 'account-gone'
  const address = await begin(page, slug)
  await page.goto(address)
  await note(page).fill('Before')
  await said(page, 'On the server')
  await page.route('**/api/v1/push', (route) => route.abort('connectionfailed'))
  await note(page).fill(words)
  await said(page, 'On this device')
  const person = await page.evaluate(() => localStorage.getItem('hallway-viewer') ?? '')
  const databases = () =>
    page.evaluate(
      async (id) => (await indexedDB.databases()).filter(({ name }) => name === `hallway-${id}`).length,
      person,
    )

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await signIn(other, `${slug}@example.org`, '/settings')
  await other.getByText('Delete my account', { exact: true }).click()
  await other.getByRole('checkbox').last().check()
  await other.getByLabel('Type your e-mail address to confirm').fill(`${slug}@example.org`)
  await other.getByRole('button', { name: 'Delete for good' }).click()
  await other.waitForURL((url) => url.pathname === '/')
  expect(
    await other.evaluate(
      async (id) => (await indexedDB.databases()).filter(({ name }) => name === `hallway-${id}`).length,
      person,
    ),
  ).toBe(0)
  await elsewhere.close()

  await page.unrouteAll({ behavior: 'wait' })
  await page.goto('/c/hallway-days/notes')
  await expect(page.getByText('The account that was signed in here was deleted.')).toBeVisible()
  await expect(page.getByText(words)).toHaveCount(0)
  await page.getByRole('link', { name: 'Take a backup, or delete it' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download its backup' }).click(),
  ])
  const read = readBackup(new Uint8Array(await readFile(await download.path())))
  expect(read.ok && read.backup.notes.map(({ text }) => text)).toEqual([words])

  await signIn(page, 'next-one@example.org')
  await page.goto('/c/hallway-days/notes')
  await expect(page.getByText('No notes yet', { exact: true })).toBeVisible()
  await expect(page.getByText('The account that was signed in here was deleted.')).toHaveCount(0)
  expect(await notesOnServer(page)).toEqual([])
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto('/settings/backup')
  await page.getByRole('button', { name: 'Delete it from this device' }).click()
  await expect(page.getByRole('heading', { name: 'Of a deleted account' })).toHaveCount(0)
  expect(await databases()).toBe(0)
})

test('a pick says that it is not kept as long as the browser’s store does not answer', async ({ page }, info) => {
  const address = await begin(page, `silent-${info.project.name}`)
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype
    // Requests of which nothing is ever heard.
    IDBFactory.prototype.open = function (...asked) {
      return new Proxy(open.apply(this, asked), { get: () => () => undefined, set: () => true })
    }
  })
  await page.goto(address)
  await page.getByRole('button', { name: 'I want to go' }).first().click()
  await expect(page.getByText('Not kept on this device yet')).toBeVisible()
  await expect(page.getByText('Not kept on this device yet')).toHaveCount(0)
})
