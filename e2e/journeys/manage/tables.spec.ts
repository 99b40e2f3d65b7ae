import { expect, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { expectAccessible, expectAccessibleInBothLooks } from '../../axe'
import { bringInAgain, makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'
import { takePicture } from '../../picture'

const program = (...rows: string[]) =>
  ['Day,Start,End,Title,Room,Capacity', ...rows.map((row) => `2027-06-01,${row}`)].join('\n')
const two = program('09:00,10:00,Fog,Hall,100', '10:00,11:00,Dew,Loft,')

async function capacities(slug: string): Promise<Record<string, number | null>> {
  const rooms = await database().room.findMany({ where: { conference: { slug } }, orderBy: { name: 'asc' } })
  return Object.fromEntries(rooms.map(({ name, capacity }) => [name, capacity]))
}

async function openTable(page: Page, slug: string, kind: string): Promise<void> {
  await page.goto(`/c/${slug}/manage/${kind}`)
  await page.getByRole('link', { name: 'As a table' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
}

/** Rules of style that count from an end: with one about rows, each that comes or goes costs a look at every cell. */
function listCountingRules(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const list = (rules: CSSRuleList): string[] =>
      [...rules].flatMap((rule) => [
        ...(rule instanceof CSSStyleRule && rule.selectorText.includes('1 of .rdg-') ? [rule.selectorText] : []),
        ...('cssRules' in rule && rule.cssRules instanceof CSSRuleList ? list(rule.cssRules) : []),
      ])
    return [...document.styleSheets].flatMap(({ cssRules }) => list(cssRules))
  })
}

/** A cell by what its row is called and its column's place. */
function cell(page: Page, name: string, column: number) {
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name, exact: true }) })
    .getByRole('gridcell')
    .nth(column)
}

test('rooms and their capacities come from a spreadsheet: a row is mended, all are written, and it is undone', async ({
  page,
}, info) => {
  const slug = `tables-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: two })
  await openTable(page, slug, 'rooms')
  // Of the cells that stay in sight the last one has a shadow.
  await expect
    .poll(() => listCountingRules(page))
    .toEqual([expect.stringMatching(/^(\.rdg-\S+):nth-last-child\(1 of \1\)$/)])
  await expectAccessibleInBothLooks(page)
  await expectSoundLayout(page)
  await takePicture(page, info, 'table')
  // On the narrowest phone its tools are a line, which scrolls.
  const screen = page.viewportSize() ?? { width: 390, height: 844 }
  await page.setViewportSize({ width: 320, height: 568 })
  const tools = page.getByRole('button', { name: 'Paste rows' }).locator('xpath=..')
  await expect.poll(async () => (await tools.boundingBox())?.height ?? 0).toBeLessThan(64)
  await expectSoundLayout(page)
  await page.setViewportSize(screen)

  const many = Array.from({ length: 48 }, (_, index) => `Room ${index + 1}\t${(index + 1) * 10}`)
  await page.getByRole('button', { name: 'Paste rows' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Rows').fill(['Room\tCapacity', 'hall\t1,200', 'Loft\tabout 80', ...many].join('\n'))
  await dialog.getByRole('button', { name: 'Look what it does' }).click()
  await expect(dialog.getByText('48 new, 2 changed, 0 as they are')).toBeVisible()
  await expect(dialog.getByText('1 row is not right.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Write 50 rows' })).toBeDisabled()
  await expectAccessibleInBothLooks(page)
  await expectSoundLayout(page)
  await takePicture(page, info, 'preview')
  const capacity = dialog.getByRole('textbox', { name: 'Capacity' })
  await capacity.selectText()
  // Half of it is a number, too: the field stays until it is left.
  await capacity.pressSequentially('80')
  await capacity.press('Enter')
  await expect(dialog.getByText('1 row is not right.')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Write 50 rows' }).click()
  await expect(page.getByText('50 rows were changed.')).toBeVisible()
  const after = await capacities(slug)
  expect([Object.keys(after).length, after.Hall, after.Loft, after['Room 48']]).toEqual([50, 1200, 80, 480])

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone.')).toBeVisible()
  expect(await capacities(slug)).toEqual({ Hall: 100, Loft: null })
  await page.getByRole('button', { name: 'Do it again' }).click()
  await expect(page.getByText('Done again.')).toBeVisible()
  expect(Object.keys(await capacities(slug)).length).toBe(50)

  // Whoever leaves the page comes back to what is kept.
  await page.getByRole('searchbox', { name: 'Filter' }).fill('room 48')
  await expect(page.getByText('1 row', { exact: true })).toBeVisible()
})

test('cells are written by keys alone, filled down, undone, and pasted over', async ({ page, context }, info) => {
  test.skip(info.project.name === 'phone', 'A phone has no keys')
  const slug = `table-keys-${info.project.name}`
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: two })
  await openTable(page, slug, 'rooms')
  await page.getByRole('searchbox', { name: 'Filter' }).focus()
  await page.keyboard.press('Tab')
  // Into the grid: from its first heading to the capacity of the first room.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('250')
  await page.keyboard.press('Enter')
  await expect.poll(() => capacities(slug)).toEqual({ Hall: 250, Loft: null })
  // It stands below now; what is above goes into it.
  await page.keyboard.press('Control+d')
  await expect.poll(() => capacities(slug)).toEqual({ Hall: 250, Loft: 250 })
  await expect(page.getByText('1 row was changed.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(() => capacities(slug)).toEqual({ Hall: 250, Loft: null })
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => capacities(slug)).toEqual({ Hall: 250, Loft: 250 })

  await page.keyboard.press('Enter')
  await page.keyboard.type('7')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Delete')
  await expect.poll(() => capacities(slug)).toEqual({ Hall: 250, Loft: null })

  // A column of numbers goes on below the cell; of two rows the second has none.
  await page.keyboard.press('ArrowUp')
  await page.evaluate(() => navigator.clipboard.writeText('300\n40\n5'))
  await page.keyboard.press('Control+v')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('the table has no row here.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Leave this row out' }).click()
  await dialog.getByRole('button', { name: 'Write 2 rows' }).click()
  await expect.poll(() => capacities(slug)).toEqual({ Hall: 300, Loft: 40 })

  // At a tick box, or with nothing chosen, the table itself is the place.
  await page.getByRole('checkbox', { name: 'Choose Loft' }).click()
  await page.evaluate(() => navigator.clipboard.writeText('Attic\t30'))
  await page.keyboard.press('Control+v')
  await expect(dialog.getByText('1 new, 0 changed, 0 as they are')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByText('2 rows', { exact: true }).click()
  await page.keyboard.press('Control+v')
  await dialog.getByRole('button', { name: 'Write 1 row' }).click()
  await expect.poll(() => capacities(slug)).toEqual({ Attic: 30, Hall: 300, Loft: 40 })

  // What is not right is said, and nothing is changed.
  await cell(page, 'Hall', 2).click()
  await page.keyboard.type('many')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Capacity: a whole number from 1\sto 1,000,000, or nothing/)).toBeVisible()
  expect(await capacities(slug)).toEqual({ Attic: 30, Hall: 300, Loft: 40 })
})

test('choices and days are typed as they are shown, or refused', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'A phone has no keys')
  const slug = `table-typed-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: two })
  await openTable(page, slug, 'sessions')
  const type = async (column: number, text: string) => {
    await cell(page, 'Fog', column).click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await type(5, 'loft')
  await expect(cell(page, 'Fog', 5)).toHaveText('Changed by hand: Loft')
  await type(5, 'Nowhere')
  await expect(page.getByText('Room: there is no room of this name.')).toBeVisible()
  await expect(page.getByText('“Nowhere”')).toBeVisible()
  // Each refusal stays until it is mended or dismissed, whatever is done next.
  await type(2, 'soon')
  await expect(page.getByText('Day: write the day like 2026-03-24.')).toBeVisible()
  await expect(page.getByText('“Nowhere”')).toBeVisible()
  await type(7, 'workshop')
  await expect(cell(page, 'Fog', 7)).toHaveText(/Workshop$/)
  await type(2, '2027-06-02')
  await expect(cell(page, 'Fog', 2)).toHaveText(/2027-06-02$/)
  await expect(page.getByText('1 row was changed.')).toBeVisible()
  await expect(page.getByText('“soon”')).toHaveCount(0)
  await expectAccessible(page)
  // However many there are, the table stays where the hands are.
  for (const wrong of ['now', 'then', 'later']) await type(3, wrong)
  await type(4, 'late')
  await expect(page.getByText('“late”')).toBeVisible()
  await expect(page.getByText(/3\scells are not right/)).toBeVisible()
  await expectSoundLayout(page)
  expect((await page.getByRole('log').boundingBox())?.height ?? 0).toBeLessThan(150)
  await type(4, '24:00')
  await expect(cell(page, 'Fog', 4)).toHaveText(/00:00$/)
  await expect(page.getByText('“late”')).toHaveCount(0)
  await page.getByRole('button', { name: 'Dismiss: Fog' }).first().click()
  await expect(page.getByText('“later”')).toHaveCount(0)
  await page.getByRole('button', { name: 'Dismiss: Fog' }).click()
  await expect(page.getByText('“Nowhere”')).toHaveCount(0)
  // Looking at what there is changes nothing.
  await cell(page, 'Fog', 5).dblclick()
  const editor = page.getByRole('combobox', { name: 'Room' })
  await expect(editor).toHaveAttribute('placeholder', 'Loft')
  await page.keyboard.press('Enter')
  await expect(editor).toHaveCount(0)
  const fog = await database().session.findFirstOrThrow({
    where: { conference: { slug }, title: 'Fog' },
    select: { kind: true, rooms: { select: { room: { select: { name: true } } } } },
  })
  expect([fog.kind, fog.rooms.map(({ room }) => room.name)]).toEqual(['workshop', ['Loft']])
})

test('what is not kept yet asks before the page is left, and is sent when the network is back', async ({
  page,
}, info) => {
  test.skip(info.project.name === 'phone', 'A phone has no keys')
  const slug = `table-offline-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: two })
  await openTable(page, slug, 'rooms')
  await page.context().setOffline(true)
  await cell(page, 'Hall', 2).click()
  await page.keyboard.type('250')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 change is not kept yet')).toBeVisible()
  // The click ends with the question.
  const asked = page.waitForEvent('dialog').then(async (question) => {
    await question.dismiss()
    return question.type()
  })
  await page.getByRole('link', { name: 'As a list' }).click({ noWaitAfter: true })
  expect(await asked).toBe('beforeunload')
  await page.context().setOffline(false)
  await expect(page.getByText('1 row was changed.')).toBeVisible()
  expect(await capacities(slug)).toEqual({ Hall: 250, Loft: null })
})

test('a preview that did not reach the server is asked again, by hand or when the network is back', async ({
  page,
}, info) => {
  const slug = `table-retried-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: two })
  await openTable(page, slug, 'sessions')
  await page.getByRole('button', { name: 'Paste rows' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Rows').fill('Title\tStart\tWeather\nFog\t09:30\tgrey\nDew\tsoon\t')
  await page.context().setOffline(true)
  await sheet.getByRole('button', { name: 'Look what it does' }).click()
  await expect(sheet.getByText('The server could not be reached')).toBeVisible()
  await sheet.getByRole('button', { name: 'Try again' }).click()
  await expect(sheet.getByText('The server could not be reached')).toBeVisible()
  await page.context().setOffline(false)
  await expect(sheet.getByText('Start: write the time like 09:30.')).toBeVisible()
  await expect(sheet.getByText(/This column is left out: .?Weather/)).toBeVisible()
  await sheet.getByRole('textbox', { name: 'Start' }).fill('10:15')
  await sheet.getByRole('textbox', { name: 'Start' }).press('Enter')
  await expect(sheet.getByText('Start: write the time like 09:30.')).toHaveCount(0)
  // A session lasts as long as it did.
  await expect(sheet.getByRole('listitem').filter({ hasText: 'Dew' })).toContainText(/End: .?11:15/)
  await sheet.getByRole('button', { name: 'Write 2 rows' }).click()
  await expect(cell(page, 'Fog', 4)).toHaveText(/10:30$/)
})

test('nothing is said to be undone that was not, and a row that is pasted twice is told as that', async ({
  page,
}, info) => {
  const slug = `table-left-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: two })
  await openTable(page, slug, 'rooms')
  await page.getByRole('button', { name: 'Paste rows' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Rows').fill('Room\tCapacity\nHall\t250\nhall\t300')
  await dialog.getByRole('button', { name: 'Look what it does' }).click()
  await expect(dialog.getByText('another row means the same one.')).toBeVisible()
  await expect(dialog.getByText('Looking…')).toHaveCount(0)
  await expect(dialog.getByText('The server could not be reached')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Leave this row out' }).click()
  await dialog.getByRole('button', { name: 'Write 1 row' }).click()
  await expect(page.getByText('1 row was changed.')).toBeVisible()
  await database().room.updateMany({ where: { conference: { slug }, name: 'Hall' }, data: { capacity: 90 } })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('This row was left as it is')).toBeVisible()
  await expect(page.getByText('Undone.')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Do it again' })).toBeDisabled()
  expect(await capacities(slug)).toEqual({ Hall: 90, Loft: null })
})

test('a field is set in many sessions, says so in words, and is given back', async ({ page }, info) => {
  const slug = `table-field-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: two })
  await openTable(page, slug, 'sessions')
  await page.getByRole('checkbox', { name: 'Choose all rows' }).click()
  await page.getByRole('button', { name: 'Set a field' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Field').selectOption('Room')
  await dialog.getByLabel('Value').selectOption('Loft')
  await expectSoundLayout(page)
  await dialog.getByRole('button', { name: 'Change 1 row' }).click()
  await expect(page.getByText('1 row was changed.')).toBeVisible()
  await page.getByRole('button', { name: 'Choose none' }).click()

  await bringInAgain(page, slug, two)
  await page.reload()
  await cell(page, 'Fog', 1).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('the source says Hall')).toBeVisible()
  await expectAccessibleInBothLooks(page)
  await expectSoundLayout(page)
  await takePicture(page, info, 'row')
  await page.getByRole('button', { name: 'Give back to the source: room' }).click()
  await expect(page.getByText('Given back: it follows its source again.')).toBeVisible()
  await expect(page.getByText('Changed by hand:')).toHaveCount(0)
})

test('a name that is two rooms becomes two, with every import, and is taken back', async ({ page }, info) => {
  const slug = `two-rooms-${info.project.name}`
  const three = program(
    '09:00,10:00,Fog,Hall (Track 1) + Loft (Track 2),',
    '10:00,11:00,Dew,Hall,',
    '11:00,12:00,Ice,C++,',
  )
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: three })
  await page.goto(`/c/${slug}/manage/rooms`)
  const likely = page.getByRole('region', { name: 'May be several rooms' })
  await likely.getByText('“Hall (Track 1) + Loft (Track 2)” may be 2 rooms').click()
  await expect(likely.getByRole('textbox', { name: 'Room 2' })).toHaveValue('Loft')
  await expectAccessibleInBothLooks(page)
  await expectSoundLayout(page)
  await takePicture(page, info, 'splits', { fullPage: true })
  await likely.getByRole('button', { name: 'Make them 2 rooms' }).click()
  await expect(likely.getByText('1 session is in all of them now.')).toBeVisible()
  expect(Object.keys(await standing(slug))).toEqual(['C++', 'Hall', 'Loft'])
  await bringInAgain(page, slug, three)
  expect(await standing(slug)).toEqual({ 'C++': ['Ice'], Hall: ['Fog', 'Dew'], Loft: ['Fog'] })

  await page.reload()
  await likely.getByText('1 name of which you said so').click()
  await likely.getByRole('button', { name: 'Take it back' }).click()
  await expect(likely.getByText('Taken back.')).toBeVisible()
  await expect(likely.getByText('“Hall (Track 1) + Loft (Track 2)” may be 2 rooms')).toBeVisible()
  await likely.getByText('“Hall (Track 1) + Loft (Track 2)” may be 2 rooms').click()
  await likely.getByRole('button', { name: 'It is one room' }).click()
  await expect(likely.getByText('It is one room.')).toBeVisible()
  await expect(likely.getByText('may be 2 rooms')).toHaveCount(0)
})

/** The rooms that stand, with their sessions by number. */
async function standing(slug: string): Promise<Record<string, string[]>> {
  const rooms = await database().room.findMany({
    where: { conference: { slug }, archivedAt: null },
    select: { name: true, sessions: { select: { session: { select: { title: true, number: true } } } } },
    orderBy: { name: 'asc' },
  })
  return Object.fromEntries(
    rooms.map(({ name, sessions }) => [
      name,
      sessions
        .map(({ session }) => session)
        .toSorted((a, b) => a.number - b.number)
        .map(({ title }) => title),
    ]),
  )
}

test('rows whose speakers a comma separates say how they were read, and what makes two people', async ({
  page,
}, info) => {
  const slug = `table-commas-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: two })
  await openTable(page, slug, 'sessions')
  await page.getByRole('button', { name: 'Paste rows' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Rows').fill('Title\tSpeakers\nFog\tAda, Bob Lee')
  await dialog.getByRole('button', { name: 'Look what it does' }).click()
  await expect(dialog.getByText(/read as a company: Ada of Bob Lee\. Write a semicolon/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Paste something else' }).click()
  await dialog.getByLabel('Rows').fill('Title\tSpeakers\nFog\tAda; Bob Lee')
  await dialog.getByRole('button', { name: 'Look what it does' }).click()
  await expect(dialog.getByText('0 new, 1 changed, 0 as they are')).toBeVisible()
  await expect(dialog.getByText(/semicolon/)).toHaveCount(0)
})
