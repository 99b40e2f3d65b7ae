import { expect, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'

const table = [
  'Day,Start,End,Title,Room,Capacity',
  '2037-06-01,09:00,10:00,Fog,Hall,100',
  '2037-06-01,10:00,11:00,Dew,Loft,',
].join('\n')
/** The venue's list, with two cells that nobody can seat people by, and a name that is there twice. */
const sheet = [
  ['Room', 'Capacity', 'Floor', 'Beamer'],
  ['Hall', '1,200', 'Ground', 'yes'],
  ['loft', 'about 80', '1', 'yes'],
  ['Attic', '0', '2', 'no'],
  ['Yard', '300', '', 'no'],
  ['Yard', '310', '', 'no'],
]

async function seats(slug: string): Promise<Record<string, number | null>> {
  const rooms = await database().room.findMany({
    where: { conference: { slug }, archivedAt: null },
    orderBy: { name: 'asc' },
  })
  return Object.fromEntries(rooms.map(({ name, capacity }) => [name, capacity]))
}

/** Somebody copies all cells of a spreadsheet, as a browser puts them on the clipboard. */
async function copyCells(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const other = await page.context().newPage()
  const cells = (row: string[]) => row.map((text) => `<td>${text}</td>`).join('')
  await other.setContent(`<table>${sheet.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`)
  await other.keyboard.press('Control+a')
  await other.keyboard.press('Control+c')
  await other.close()
  await page.bringToFront()
}

test('rooms and capacities are pasted out of a spreadsheet, mended where they are wrong, written and undone', async ({
  page,
}, info) => {
  const slug = `spreadsheet-${info.project.name}`
  const isPhone = info.project.name === 'phone'
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  await page.goto(`/c/${slug}/manage/rooms`)
  await page.getByRole('link', { name: 'As a table' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await copyCells(page)
  const dialog = page.getByRole('dialog')
  if (isPhone) {
    await page.getByRole('button', { name: 'Paste rows' }).tap()
    await dialog.getByLabel('Rows').tap()
    await page.keyboard.press('Control+v')
    await dialog.getByRole('button', { name: 'Look what it does' }).tap()
  } else {
    await page.getByRole('searchbox', { name: 'Filter' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+v')
  }
  await expect(dialog.getByText(/This column is left out: .?Beamer/)).toBeVisible()
  await expect(dialog.getByText('3 rows are not right.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Write \d rows/ })).toBeDisabled()
  await expectSoundLayout(page)
  expect(await seats(slug)).toEqual({ Hall: 100, Loft: null })

  // Each is mended where it stands, letter by letter; of the two yards one is left out.
  await mend(page, 'loft', '80')
  await mend(page, 'Attic', '25')
  await rowOf(page, 'Yard').last().getByRole('button', { name: 'Leave this row out' }).click()
  await expect(dialog.getByText(/not right/)).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Write 4 rows' }).click()
  await expect(page.getByText('4 rows were changed.')).toBeVisible()
  const after = { Attic: 25, Hall: 1200, Loft: 80, Yard: 300 }
  expect(await seats(slug)).toEqual(after)

  if (isPhone) await page.getByRole('button', { name: 'Undo' }).tap()
  else await page.keyboard.press('Control+z')
  await expect(page.getByText('Undone.')).toBeVisible()
  expect(await seats(slug)).toEqual({ Hall: 100, Loft: null })
  await page.getByRole('button', { name: 'Do it again' }).click()
  await expect(page.getByText('Done again.')).toBeVisible()
  expect(await seats(slug)).toEqual(after)
  await page.goto(`/c/${slug}/manage`)
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await expect(page.getByText(/have no capacity|has no capacity/)).toHaveCount(0)
})

/** Of the rows that are not right. */
const rowOf = (page: Page, name: string) =>
  page
    .getByRole('dialog')
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Leave this row out' }) })
    .filter({ hasText: name })

async function mend(page: Page, name: string, text: string): Promise<void> {
  const field = rowOf(page, name).getByRole('textbox', { name: 'Capacity' })
  await field.selectText()
  await field.pressSequentially(text)
  await field.press('Enter')
}
