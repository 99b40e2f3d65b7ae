import { expect, type Browser, type Page, type TestInfo } from '@playwright/test'
import { signIn } from '../../beforehand'
import { test } from '../../journey'
import { badge, note } from '../../pages/note-box'
import { addressesOf, notesOnServer } from '../../server-data'

// Who takes back what they wrote takes back that alone, whatever came from elsewhere meanwhile.
/** The first session's screen, on this device and on another one of the same person. */
async function twoDevices(browser: Browser, page: Page, info: TestInfo, name: string): Promise<Page> {
  await signIn(page, `undoes-${name}-${info.project.name}@example.org`)
  const [address = ''] = [...(await addressesOf(page, 'hallway-days')).values()].sort()
  await page.goto(address)
  await expect(note(page)).toBeEditable()
  const other = await (
    await browser.newContext({
      storageState: await page.context().storageState(),
    })
  ).newPage()
  await other.goto(address)
  await expect(note(other)).toBeEditable()
  return other
}

async function type(page: Page, words: string, at: number): Promise<void> {
  await note(page).focus()
  await note(page).evaluate(
    (area, place) => area instanceof HTMLTextAreaElement && area.setSelectionRange(place, place),
    at,
  )
  await page.keyboard.type(words, { delay: 60 })
}

async function pressed(page: Page, key: string, times: number): Promise<void> {
  for (let press = 0; press < times; press++) await page.keyboard.press(key)
}

/** The screens of both, and the server, hold this and nothing else. */
async function expectEverywhere(pages: readonly Page[], text: string): Promise<void> {
  for (const page of pages) {
    await expect(note(page)).toHaveValue(text)
    await expect(badge(page)).toHaveText('On the server')
  }
  for (const page of pages) expect(await notesOnServer(page)).toEqual([text])
}

test('Control and Z takes back my own words, wherever they stand by now, and brings them back', async ({
  page,
  browser,
}, info) => {
  const other = await twoDevices(browser, page, info, 'above')
  await type(page, 'alpha beta gamma', 0)
  await expectEverywhere([page, other], 'alpha beta gamma')
  await type(other, 'theirs\n', 0)
  await expectEverywhere([page, other], 'theirs\nalpha beta gamma')

  await note(page).focus()
  await pressed(page, 'Control+z', 2)
  await expect(note(page)).toHaveValue('theirs\nalpha ')
  await expectEverywhere([page, other], 'theirs\nalpha ')
  await pressed(page, 'Control+z', 3)
  await expectEverywhere([page, other], 'theirs\n')
  await pressed(page, 'Control+Shift+Z', 2)
  await pressed(page, 'Control+y', 3)
  await expectEverywhere([page, other], 'theirs\nalpha beta gamma')
  await page.keyboard.type('!')
  await expectEverywhere([page, other], 'theirs\nalpha beta gamma!')

  await page.reload()
  await expect(note(page)).toHaveValue('theirs\nalpha beta gamma!')
  await note(page).focus()
  await pressed(page, 'Control+z', 2)
  await pressed(page, 'Control+Shift+Z', 2)
  await page.keyboard.press('Control+End')
  await page.keyboard.type('?')
  await expectEverywhere([page, other], 'theirs\nalpha beta gamma!?')
  await other.context().close()
})

test('the undo of a menu, of a gesture or of a keyboard on the glass takes back the same', async ({
  page,
  browser,
}, info) => {
  const other = await twoDevices(browser, page, info, 'menu')
  await type(page, 'alpha beta', 0)
  await expectEverywhere([page, other], 'alpha beta')
  await type(other, 'theirs\n', 0)
  await expectEverywhere([page, other], 'theirs\nalpha beta')
  await note(page).focus()
  await page.keyboard.type(' gamma')
  await page.evaluate(() => document.execCommand('undo'))
  await expectEverywhere([page, other], 'theirs\nalpha beta ')
  await other.context().close()
})
