import { expect, type Browser, type Page } from '@playwright/test'
import { makeConference, signIn } from '../beforehand'
import { test } from '../journey'
import { whenKept } from '../kept-here'
import { RecapPage } from '../pages/recap-page'
import { takePicture } from '../picture'
import { reloadBy } from '../reload-by'

const table = 'Day,Start,End,Title,Room\n2027-06-01,09:00,09:30,Talk A,Hall\n2027-06-01,10:00,10:30,Talk B,Hall'
const sentence = [
  'A word is written down ',
  'and another one, ',
  'letter by letter, ',
  'while what stands there is saved.',
]

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })
const saved = (page: Page) => expect(page.getByText(/^Saved · /)).toBeVisible()

/** Somebody in the editor of a recap of their own. @returns its address */
async function begin(page: Page, name: string): Promise<string> {
  await signIn(page, `${name}@example.org`)
  await makeConference(page, { name, table })
  await new RecapPage(page, name).make('All days', 'T')
  return page.url()
}

/** Another device of the same person, in the same recap. */
async function anotherDevice(browser: Browser, name: string, address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, `${name}@example.org`)
  await page.goto(address)
  return page
}

/** Brings back what the recap read before. */
async function bringBackLast(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  page.once('dialog', (dialog) => void dialog.accept())
  await reloadBy(page, () => page.getByRole('button', { name: 'Bring back' }).first().click())
}

/** In the page: what is selected in a box. */
function selectedIn(box: Element): string | null {
  return box instanceof HTMLTextAreaElement ? box.value.slice(box.selectionStart, box.selectionEnd) : null
}

test('every letter that is typed through saves is there, and after the page is loaded again', async ({
  page,
}, info) => {
  const address = await begin(page, `typed-${info.project.name}`)
  for (const part of sentence) {
    await text(page).press('End')
    await text(page).pressSequentially(part, { delay: 40 })
    // Written on as soon as a save is on its way.
    await expect(page.getByText(/^(Saving…|Saved) · /)).toBeVisible()
  }
  await saved(page)
  await expect(text(page)).toHaveValue(sentence.join(''))
  await page.goto(address)
  await expect(text(page)).toHaveValue(sentence.join(''))
})

test('the list of earlier texts grows while one writes', async ({ page }, info) => {
  await begin(page, `earlier-${info.project.name}`)
  const before = page.getByRole('button', { name: /^Bring back.*Thrown away/ })
  const more = page.getByRole('button', { name: 'More', exact: true })
  await text(page).pressSequentially('Thrown away')
  await saved(page)
  await more.click()
  await expect(page.getByRole('button', { name: 'Make a secret link' })).toBeVisible()
  await expect(before).toHaveCount(0)
  await page.getByRole('button', { name: 'Close' }).click()
  await text(page).press('ControlOrMeta+A')
  await text(page).pressSequentially('Better')
  // Opened before it is saved: the list grows while it is looked at.
  await more.click()
  await expect(before).toBeVisible()
})

test('what is far too long is not put in, which is said, and what was there stays', async ({ page }, info) => {
  await begin(page, `too-long-${info.project.name}`)
  await text(page).pressSequentially('Written before.')
  await page.keyboard.insertText('| a cell of a table '.repeat(320_000))
  await expect(
    page.getByText('That does not fit: a recap has at most 100,000 characters. Nothing of it was put in.'),
  ).toBeVisible()
  await expect(text(page)).toHaveValue('Written before.')
  await takePicture(page, info, 'recap-too-long')
  await text(page).pressSequentially(' And after.')
  await expect(text(page)).toHaveValue('Written before. And after.')
  await expect(page.getByText('That does not fit', { exact: false })).toHaveCount(0)
  await saved(page)
})

test('two tabs show the same words, and ask when both wrote at once', async ({ page, context }, info) => {
  const address = await begin(page, `tabs-${info.project.name}`)
  const other = await context.newPage()
  await other.goto(address)
  await text(page).pressSequentially('One tab wrote this.', { delay: 30 })
  await saved(page)
  await expect(text(other)).toHaveValue('One tab wrote this.')
  await Promise.all([text(page).press('End'), text(other).press('End')])
  await Promise.all([
    text(page).pressSequentially(' Here apples.', { delay: 40 }),
    text(other).pressSequentially(' There pears.', { delay: 40 }),
  ])
  const question = (of: Page) => of.getByText('This recap was changed elsewhere while you wrote here.')
  await expect.poll(async () => (await question(page).isVisible()) || question(other).isVisible()).toBe(true)
  const [asked, calm] = (await question(page).isVisible()) ? [page, other] : [other, page]
  await saved(calm)
  const [mine, theirs] = [await text(asked).inputValue(), await text(calm).inputValue()]
  await takePicture(asked, info, 'recap-asked')
  await text(asked).press('End')
  await text(asked).pressSequentially(' And on.', { delay: 30 })
  await asked.getByRole('button', { name: 'Take what stands here' }).click()
  await saved(asked)
  await expect(text(asked)).toHaveValue(`${mine} And on.`)
  await expect(text(calm)).toHaveValue(`${mine} And on.`)
  await asked.reload()
  await bringBackLast(asked)
  await expect(text(asked)).toHaveValue(theirs)
})

test('of two devices, the words that are not taken stay among the earlier texts', async ({ page, browser }, info) => {
  const name = `devices-${info.project.name}`
  const address = await begin(page, name)
  const other = await anotherDevice(browser, name, address)
  await text(page).pressSequentially('Written at home.', { delay: 20 })
  await saved(page)
  await text(other).pressSequentially('Written on the train.', { delay: 20 })
  await expect(other.getByText('This recap was changed elsewhere while you wrote here.')).toBeVisible()
  // Nothing is done with a recap of which it is not known what it is.
  const unanswered = 'There are two texts of this recap. Answer first which one it is, then try again.'
  const sheet = new RecapPage(other, name)
  await sheet.ask()
  await sheet.unfold('Series')
  await other.getByRole('button', { name: 'Save the place' }).click()
  await expect(other.getByRole('region', { name: 'Series' }).getByText(unanswered)).toBeVisible()
  await other.getByRole('button', { name: 'Close' }).click()
  await other.getByRole('button', { name: 'More', exact: true }).click()
  await other.getByRole('button', { name: 'Make a secret link' }).click()
  await expect(other.getByText(unanswered)).toHaveCount(1)
  await expect(other.getByRole('textbox', { name: 'Share the draft' })).toHaveCount(0)
  await other.getByRole('button', { name: 'Close' }).click()
  await text(other).pressSequentially(' And typed on.', { delay: 20 })
  await other.getByRole('button', { name: 'Take what was saved elsewhere' }).click()
  await expect(text(other)).toHaveValue('Written at home.')
  await saved(other)
  await other.reload()
  await bringBackLast(other)
  await expect(text(other)).toHaveValue('Written on the train. And typed on.')
  await other.context().close()
})

test('asks before what is not finished is published', async ({ page }, info) => {
  const name = `unfinished-${info.project.name}`
  await begin(page, name)
  await text(page).pressSequentially('All of it [to do: slides], and more [to come].', { delay: 5 })
  await page.getByRole('button', { name: 'Publish…' }).click()
  await expect(page.getByText('Everybody would read these 2 places that are not finished:')).toBeVisible()
  await expect(
    page.getByText(`${name} is a private conference. Its name is not in this recap`, { exact: false }),
  ).toBeVisible()
  await takePicture(page, info, 'recap-doubts')
  // Each leads to where it stands.
  await page.getByRole('button', { name: /^Go to it: .*to come/ }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(text(page)).toBeFocused()
  expect(await text(page).evaluate(selectedIn)).toBe('[to come]')
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('button', { name: 'Not yet' }).click()
  await expect(page.getByText('Draft', { exact: true })).toBeVisible()
  await new RecapPage(page, name).publish('all-of-it', name)
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('Published', { exact: true })).toBeVisible()
  await text(page).press('End')
  await text(page).pressSequentially(' Later.')
  await expect(page.getByText('Changes not public yet', { exact: true })).toBeVisible()
})

test.describe('with a worker', () => {
  test.use({ serviceWorkers: 'allow' })

  test('what was written without a network can be read and copied without one, from the list of recaps', async ({
    page,
    context,
  }, info) => {
    const name = `kept-words-${info.project.name}`
    const address = await begin(page, name)
    await whenKept(page, name)
    await page.goto(address)
    await saved(page)
    await context.setOffline(true)
    await text(page).pressSequentially('Only on this phone')
    await expect(page.getByText(/^On this device/)).toBeVisible()
    await page.goto(`/c/${name}/recaps`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page needs a network')
    await page.locator('summary', { hasText: /^T$/ }).click()
    await expect(page.getByText('Only on this phone')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Copy the text' })).toBeVisible()
  })
})
