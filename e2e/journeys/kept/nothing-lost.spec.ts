import { expect, type Page } from '@playwright/test'
import { makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'
import { whenKept } from '../../kept-here'
import { takePicture } from '../../picture'
import { addressesOf, notesOnServer } from '../../server-data'

const table = 'Day,Start,End,Title,Room\n2027-06-01,09:00,09:30,Talk A,Hall\n2027-06-01,10:00,10:30,Talk B,Hall'
const words = 'What the speaker said about quokkas'

/** A signed-in person at the first session of a conference of their own. @returns where that is */
async function attend(page: Page, slug: string): Promise<string> {
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  const address = (await addressesOf(page, slug)).get('Talk A') ?? ''
  await page.goto(address)
  return address
}

const note = (page: Page) => page.getByRole('textbox', { name: 'Note on Talk A' })
const said = (page: Page, state: string) => expect(page.getByText(state, { exact: true }).first()).toBeVisible()

test('what is written after the sign-in expired waits for its person, whoever signs in meanwhile', async ({
  page,
  context,
}, info) => {
  test.setTimeout(120_000)
  const slug = `expired-${info.project.name}`
  const address = await attend(page, slug)
  await note(page).fill('Before')
  await said(page, 'On the server')
  await context.clearCookies()
  await note(page).fill(words)
  await said(page, 'On this device, until you sign in again')
  await page.goto('/c/hallway-days/plan')
  await expect(page.getByText('You were signed out: 1 change waits on this device.')).toBeVisible()

  await signIn(page, `other-${slug}@example.org`)
  await page.goto('/c/hallway-days/notes')
  await expect(page.getByText('No notes yet', { exact: true })).toBeVisible()
  expect(await notesOnServer(page)).toEqual([])
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/settings')

  await signIn(page, `${slug}@example.org`, address)
  await expect(note(page)).toHaveValue(words)
  await said(page, 'On the server')
  expect(await notesOnServer(page)).toEqual([words])
})

test.describe('with a worker', () => {
  test.use({ serviceWorkers: 'allow' })

  test('what is written for a deleted conference reaches the server, opens, and is there when it is back', async ({
    page,
    context,
  }, info) => {
    test.setTimeout(120_000)
    const slug = `deleted-${info.project.name}`
    const address = await attend(page, slug)
    await whenKept(page, slug)
    await note(page).fill('Before')
    await said(page, 'On the server')
    const other = await context.newPage()
    await other.goto(`/c/${slug}/manage/settings`)
    await takePicture(other, info, 'delete-conference', { fullPage: true })
    other.once('dialog', (dialog) => void dialog.accept())
    await other.getByRole('button', { name: 'Delete this conference' }).click()
    await other.waitForURL((url) => url.pathname === '/')
    await other.close()

    await note(page).fill(words)
    await said(page, 'On the server')
    expect(await notesOnServer(page)).toEqual([words])
    await page.goto(address)
    await expect(page.getByText(`The server no longer has ${slug}`)).toBeVisible()
    await page.getByRole('link', { name: 'My notes', exact: true }).click()
    const gone = page.getByText('The server no longer has this conference, or no longer shows it to you')
    await expect(gone).toBeVisible()
    await page.getByText(words).click()
    await page.waitForURL(/\/notes\/[0-9a-f-]{36}$/)
    const opened = page.getByRole('textbox', { name: 'Text of the note' })
    await expect(opened).toHaveValue(words)
    await expect(page.getByText(`It belonged to ${slug}`)).toBeVisible()
    await takePicture(page, info, 'note-of-a-deleted-conference')
    const own = new URL(page.url()).pathname
    // Its address in the conference leads there, too; and both open without a network.
    await page.goto(`/c/${slug}${own}`)
    await page.waitForURL((url) => url.pathname === own)
    await expect(opened).toHaveValue(words)
    await context.setOffline(true)
    for (const address of [own, `/c/${slug}${own}`]) {
      await page.goto(address)
      await expect(opened).toHaveValue(words)
    }
    await page.goto(`/c/${slug}/plan`)
    await expect(gone).toBeVisible()
    await takePicture(page, info, 'gone-offline')
    await page.goto('/notes')
    await expect(page.getByText('This conference went away on')).toBeVisible()
    await takePicture(page, info, 'all-notes')
    await context.setOffline(false)
    await page.goto('/')
    await page.getByText('Deleted conferences (1)').click()
    await expect(page.getByText('30 days left')).toBeVisible()
    await takePicture(page, info, 'conference-bin')
    await page.getByRole('button', { name: `Bring back “${slug}”` }).click()
    await expect(page.getByRole('link', { name: slug })).toBeVisible()
    await page.goto(address)
    await expect(note(page)).toHaveValue(words)
    await said(page, 'On the server')
    await whenKept(page, slug)
    await context.setOffline(true)
    await page.goto(`/c/${slug}/plan`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(gone).toHaveCount(0)
  })
})

test('a note that was deleted elsewhere says so where it is open, and comes back', async ({ page, context }, info) => {
  const slug = `bin-${info.project.name}`
  await attend(page, slug)
  await page.goto(`/c/${slug}/notes`)
  await page.getByRole('link', { name: 'New note' }).click()
  const text = page.getByRole('textbox', { name: 'Text of the note' })
  await text.fill(words)
  await page.waitForURL(/\/notes\/[0-9a-f-]{36}$/)
  await said(page, 'On the server')
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(other.getByText('The note is deleted.')).toBeVisible()
  await other.close()
  await expect(page.getByText(/^This note was deleted on .* It can be brought back until/)).toBeVisible()
  await expect(page.getByText('It may still be on its way')).toBeHidden()
  await takePicture(page, info, 'deleted-note')
  await page.getByRole('button', { name: 'Bring back' }).click()
  await expect(text).toHaveValue(words)
})

test('what is typed into a note while it is deleted elsewhere is in it, and brings it back', async ({
  page,
  context,
}, info) => {
  const slug = `typed-on-${info.project.name}`
  const address = await attend(page, slug)
  await page.goto(`/c/${slug}/notes/new`)
  const text = page.getByRole('textbox', { name: 'Text of the note' })
  await expect(text).toBeFocused()
  // Loaded again with its first letter, before the note is made of it.
  await page.keyboard.type('B')
  await page.reload()
  await expect(text).toHaveValue('B')
  await text.focus()
  await page.keyboard.press('End')
  await page.keyboard.type('egun')
  await said(page, 'On the server')
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(other.getByText('The note is deleted.')).toBeVisible()
  await expect(other.getByRole('heading', { name: 'Begun' })).toBeVisible()
  await expect(page.getByText(/^This note was deleted on /)).toBeVisible()
  await page.keyboard.type(' and gone on', { delay: 80 })
  await expect(text).toHaveValue('Begun and gone on')
  await said(page, 'On the server')
  await expect(other.getByRole('textbox', { name: 'Text of the note' })).toHaveValue('Begun and gone on')
  expect(await notesOnServer(page)).toEqual(['Begun and gone on'])

  // On a session's page, in a note that was there before.
  await page.goto(address)
  await note(page).pressSequentially('Second')
  await said(page, 'On the server')
  await page.reload()
  await expect(note(page)).toHaveValue('Second')
  await note(page).click()
  await page.keyboard.press('End')
  await other.goto(address)
  await other.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(other.getByText('The note is deleted.')).toBeVisible()
  await expect(page.getByText(/^This note was deleted on /)).toBeVisible()
  await takePicture(page, info, 'session-note-deleted-elsewhere')
  await page.keyboard.type(' and more', { delay: 80 })
  await expect(note(page)).toHaveValue('Second and more')
  await expect(page.getByText(/^This note was deleted on /)).toBeHidden()
  await said(page, 'On the server')
  await expect(note(other)).toHaveValue('Second and more')
  expect((await notesOnServer(page)).sort()).toEqual(['Begun and gone on', 'Second and more'])
})

test('a note whose conference was never opened on a device says by which clocks it was noted', async ({
  page,
  browser,
}, info) => {
  await attend(page, `zone-${info.project.name}`)
  await note(page).fill(words)
  await said(page, 'On the server')
  const other = await browser.newContext({
    timezoneId: 'Pacific/Honolulu',
    storageState: await page.context().storageState(),
  })
  const away = await other.newPage()
  await away.goto('/notes')
  await expect(away.getByRole('listitem').getByText(/\d\d:\d\d \(Honolulu\)$/)).toBeVisible()
  await away.getByRole('link', { name: words }).click()
  await expect(away.getByText(/^Noted \w+ \d+ \w+ \d\d:\d\d \(Honolulu\)$/)).toBeVisible()
  await other.close()
})

test('what says that a note is deleted goes as soon as the note is back, wherever it was brought back', async ({
  page,
  context,
}, info) => {
  const address = await attend(page, `back-${info.project.name}`)
  await note(page).fill(words)
  await said(page, 'On the server')
  const other = await context.newPage()
  const deleted = page.getByText('The note is deleted.')
  const ways = [
    async () => {
      await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: 'Notes', exact: true, level: 2 })).toBeFocused()
    },
    async () => {
      await page.getByText('Deleted notes (1)').click()
      await page.getByRole('button', { name: /^Bring back/ }).click()
      await expect(page.getByRole('heading', { name: 'Notes', exact: true, level: 2 })).toBeFocused()
    },
    async () => {
      await other.goto(address)
      await other.getByText('Deleted notes (1)').click()
      await other.getByRole('button', { name: /^Bring back/ }).click()
    },
  ]
  for (const bringBack of ways) {
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await expect(deleted).toBeVisible()
    await bringBack()
    await expect(note(page)).toHaveValue(words)
    await expect(deleted).toHaveCount(0)
  }
})

test('a note that is too long is kept whole, says so, can be copied, and is taken once it is shorter', async ({
  page,
  context,
}, info) => {
  const address = await attend(page, `long-${info.project.name}`)
  const long = 'quokka '.repeat(30_000)
  await note(page).fill(long)
  await expect(
    page.getByText('The server refused this note: it is too large. The text stays on this device.'),
  ).toBeVisible()
  await page.goto('/c/hallway-days/plan')
  await page.locator('summary', { hasText: '1 change was refused' }).click()
  await expect(page.getByText('It is too large for the server.')).toBeVisible()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy its text' }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(long)
  await page.goto(address)
  await expect(note(page)).toHaveValue(long)
  await note(page).fill(words)
  await said(page, 'On the server')
  expect(await notesOnServer(page)).toEqual([words])
})

test('with no room on the device the words are said to be on the screen only, and stored when there is room', async ({
  page,
}, info) => {
  await page.addInitScript(fillOnDemand)
  const address = await attend(page, `full-${info.project.name}`)
  await note(page).fill('Before')
  await said(page, 'On the server')
  await page.evaluate(() => dispatchEvent(new CustomEvent('disk', { detail: 'full' })))
  await note(page).fill(words)
  await expect(
    page.getByText('This device has no room left. What you type is only on this screen: copy it, or make room.'),
  ).toBeVisible()
  await expect(note(page)).toHaveValue(words)
  expect(await notesOnServer(page)).toEqual(['Before'])
  await page.evaluate(() => dispatchEvent(new CustomEvent('disk', { detail: 'free' })))
  await said(page, 'On the server')
  expect(await notesOnServer(page)).toEqual([words])

  await page.goto(`/c/full-${info.project.name}/notes/new`)
  const begun = page.getByRole('textbox', { name: 'Text of the note' })
  await expect(begun).toBeFocused()
  await page.evaluate(() => dispatchEvent(new CustomEvent('disk', { detail: 'full' })))
  await begun.pressSequentially('No room for this')
  await expect(page.getByRole('alert').getByText('This device has no room left.').first()).toBeVisible()
  await expect(begun).toHaveValue('No room for this')

  await page.evaluate(() => dispatchEvent(new CustomEvent('disk', { detail: 'free' })))
  await page.goto(address)
  await expect(note(page)).toHaveValue(words)
  await page.evaluate(() => dispatchEvent(new CustomEvent('disk', { detail: 'full' })))
  const pick = page.getByRole('button', { name: 'I want to go' })
  await pick.click()
  await expect(pick).toHaveAttribute('aria-pressed', 'true')
  const onlyHere = page.getByText('The last changes are only on this page')
  await expect(onlyHere).toBeVisible()
  await page.evaluate(() => dispatchEvent(new CustomEvent('disk', { detail: 'free' })))
  await expect(onlyHere).toHaveCount(0)
  await page.reload()
  await expect(pick).toHaveAttribute('aria-pressed', 'true')
})

/**
 * Lets the browser's own store refuse writes as on a full disk: Chromium's override of the quota does not reach
 * IndexedDB here.
 */
function fillOnDemand(): void {
  let isFull = false
  addEventListener('disk', (event) => (isFull = event instanceof CustomEvent && event.detail === 'full'))
  for (const method of ['add', 'put'] as const) {
    const write = IDBObjectStore.prototype[method]
    IDBObjectStore.prototype[method] = function (...values) {
      if (isFull)
        throw new DOMException('The current transaction exceeded its quota limitations.', 'QuotaExceededError')
      return write.apply(this, values)
    }
  }
}

test.describe('with a worker', () => {
  test.use({ serviceWorkers: 'allow' })

  test('what the browser emptied comes back from the server, and the person is told', async ({
    page,
    context,
  }, info) => {
    const address = await attend(page, `gone-${info.project.name}`)
    await note(page).fill(words)
    await said(page, 'On the server')
    const { origin } = new URL(page.url())
    await page.goto('about:blank')
    await (await context.newCDPSession(page)).send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
    await page.goto(address)
    await expect(
      page.getByText('The browser has emptied what Hallway kept here. What was on the server comes back.'),
    ).toBeVisible()
    await expect(note(page)).toHaveValue(words)
  })
})

test('what is picked in the last moment before the page is loaded again stays', async ({ page }, info) => {
  await attend(page, `tapped-${info.project.name}`)
  const go = page.getByRole('button', { name: 'I want to go' })
  await expect(note(page)).toBeEditable()
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await go.click()
  await page.reload()
  await expect(go).toHaveAttribute('aria-pressed', 'true')
  await page.reload()
  await expect(go).toHaveAttribute('aria-pressed', 'true')
})
