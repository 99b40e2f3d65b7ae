import { expect, type Page } from '@playwright/test'
import { test } from '../../journey'
import { expectAccessible } from '../../axe'
import { bringInAgain, makeConference, signIn } from '../../beforehand'

const table = [
  'Day,Start,End,Title,Speakers,Room,Track',
  '2027-06-01,09:00,10:00,Fog,Eva Sea,G104-105,Ops',
  '2027-06-01,10:00,11:00,Dew,Éva Sea,G104 - 105 | Hub,Ops!',
  '2027-06-01,11:00,12:00,Ice,Bo Li,Attic,Web',
].join('\n')

/** What an old address answers, and where it leads. */
async function leads(page: Page, path: string): Promise<[number, string]> {
  const answer = await page.request.get(path, { maxRedirects: 0 })
  return [answer.status(), new URL(answer.headers().location ?? '/', 'http://localhost').pathname]
}

test('two spellings of a room become one, by keyboard, with its old addresses; it is undone and split again', async ({
  page,
}, info) => {
  const slug = `merging-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table, visibility: 'public' })
  await page.goto(`/c/${slug}/manage/rooms`)
  const likely = page.getByRole('region', { name: 'May be one' })
  await likely.locator('summary').focus()
  await page.keyboard.press('Enter')
  await likely.getByRole('radio', { name: 'G104 - 105 | Hub' }).check()
  await likely.getByRole('button', { name: 'See what moves' }).focus()
  await page.keyboard.press('Enter')
  await expect(likely.getByText('“G104-105” becomes “G104 - 105 | Hub”. What moves:')).toBeVisible()
  await expect(likely.getByText('1 session', { exact: true })).toBeVisible()
  await expect(likely.getByText('the picks of fewer than 5 people, which stay theirs')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Tab')
  await expect(likely.getByRole('button', { name: 'Merge' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('“G104-105” is “G104 - 105 | Hub” now.')).toBeVisible()
  await expect(likely).toHaveCount(0)

  const rooms = `/c/${slug}/rooms`
  await expect.poll(() => leads(page, `${rooms}/g104-105`)).toEqual([308, `${rooms}/g104-105-hub`])
  expect(await leads(page, `${rooms}/g104-105.ics`)).toEqual([301, `${rooms}/g104-105-hub.ics`])
  const calendar = await (await page.request.get(`${rooms}/g104-105.ics`)).text()
  expect(calendar.match(/^SUMMARY:.*$/gm)?.map((line) => line.trim())).toEqual(['SUMMARY:Fog', 'SUMMARY:Dew'])

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('“G104-105” and “G104 - 105 | Hub” are two again.')).toBeVisible()
  await expect(likely).toBeVisible()
  await expect.poll(async () => (await leads(page, `${rooms}/g104-105`))[0]).toBe(200)

  // From the room itself; the next import keeps it, and its name can be split off.
  await page.locator('summary').filter({ hasText: 'G104-105' }).last().click()
  const open = page.locator('details[open]')
  await open.getByLabel('Merge into').selectOption({ label: 'G104 - 105 | Hub' })
  await open.getByRole('button', { name: 'See what moves' }).click()
  await open.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByText('“G104-105” is “G104 - 105 | Hub” now.')).toBeVisible()
  await bringInAgain(page, slug, table)
  await page.goto(`/c/${slug}/manage/rooms`)
  await expect(page.getByText('2 sessions')).toBeVisible()
  await page.locator('summary').filter({ hasText: 'G104 - 105 | Hub' }).click()
  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'Make it one of its own again' }).click()
  await expect(page.getByText('1 pair that you said are two')).toBeVisible()
  await expect(page.getByText('“G104-105” is one of its own again.')).toBeVisible()
  await expect(page.locator(':focus')).toHaveText('“G104-105” is one of its own again.')

  await page.goto(`/c/${slug}/manage/releases`)
  await expect(page.getByText('Made one: “G104-105” is “G104 - 105 | Hub”').first()).toBeVisible()
})

test('speakers who stand twice are offered, merged, taken back from the releases, or said to be two', async ({
  page,
}, info) => {
  const slug = `twice-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table, visibility: 'public' })
  await page.goto(`/c/${slug}/manage/speakers`)
  const likely = page.getByRole('region', { name: 'May be one' })
  await likely.locator('summary').first().click()
  await likely.getByRole('radio', { name: 'Éva Sea' }).check()
  await likely.getByRole('button', { name: 'See what moves' }).click()
  await likely.getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByText('“Eva Sea” is “Éva Sea” now.')).toBeVisible()
  await expectAccessible(page)
  const speakers = `/c/${slug}/speakers`
  await expect.poll(() => leads(page, `${speakers}/eva-sea`)).toEqual([308, `${speakers}/eva-sea-2`])
  expect(await leads(page, `${speakers}/eva-sea.ics`)).toEqual([301, `${speakers}/eva-sea-2.ics`])
  await page.goto(`${speakers}/eva-sea`)
  await expect(page.getByRole('link', { name: /Fog/ }).first()).toBeVisible()

  await page.goto(`/c/${slug}/manage/releases/2`)
  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'Take this merge back' }).click()
  await expect(page.getByText('Taken back by release 3')).toBeVisible()

  await page.goto(`/c/${slug}/manage/speakers`)
  await likely.locator('summary').first().click()
  await likely.getByRole('button', { name: 'They are two' }).click()
  await expect(likely.getByText('1 pair that you said are two')).toBeVisible()
  await bringInAgain(page, slug, table)
  await page.reload()
  await expect(likely.getByText('1 pair that you said are two')).toBeVisible()
  await expect(likely.getByRole('button', { name: 'See what moves' })).toHaveCount(0)
})
