import { expect, type APIRequestContext, type Page } from '@playwright/test'
import { expectAccessibleInBothLooks } from '../axe'
import { makeConference, signIn } from '../beforehand'
import { test } from '../journey'
import { tabThrough } from '../keyboard'

const table = [
  'Day,Start,End,Title,Speakers,Company,Room,Track',
  '2027-05-11,09:00,09:45,Why corridors matter,Ada Lindqvist,Corridor Labs,Main Hall,Keynotes',
  '2027-05-11,10:00,10:45,Queues that never end,Bo Marchetti,Queueworks,Room 1,Operations',
].join('\n')

/** What a calendar finds at an address, which it asks for without a cookie. */
async function titlesAt(request: APIRequestContext, address: string): Promise<string[] | number> {
  const answer = await request.get(address, { headers: { cookie: '' } })
  if (answer.status() !== 200) return answer.status()
  return [...(await answer.text()).matchAll(/\r\nSUMMARY:([^\r]*)/g)].map(([, title = '']) => title)
}

const secretIn = async (page: Page, card: string) =>
  page.getByRole('region', { name: card }).getByLabel('Address to subscribe to').inputValue()

test('a member follows a private conference, or one room of it, until they end the address', async ({
  page,
  request,
}, info) => {
  const slug = `closed-corridors-${info.project.name}`
  await signIn(page, `ada-${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  await page.goto(`/c/${slug}/calendars`)
  const card = page.getByRole('region', { name: 'The whole conference' })
  await card.getByRole('button', { name: 'Make a secret address' }).click()
  const whole = await secretIn(page, 'The whole conference')
  expect(await titlesAt(request, whole)).toEqual(['Why corridors matter', 'Queues that never end'])
  await expect(card.getByText('Not read by any calendar yet')).toBeVisible()

  // From the page of a room, with that room chosen already.
  await page.goto(`/c/${slug}/rooms/room-1`)
  await page.getByText('Follow in my calendar').click()
  await page.getByRole('link', { name: 'At a secret address of mine' }).click()
  await expect(card.getByLabel('Of what')).toHaveValue(/^room-/)
  await card.getByLabel('Name').fill('Kitchen')
  await card.getByRole('button', { name: 'Make a secret address' }).click()
  const room = await secretIn(page, 'The whole conference')
  expect(await titlesAt(request, room)).toEqual(['Queues that never end'])
  const listed = card.getByRole('listitem').filter({ hasText: 'Kitchen' })
  await expect(listed).toContainText('Room: Room 1')
  await expect(card.getByRole('listitem').filter({ hasText: 'My calendar' })).toContainText('Last read')
  await expectAccessibleInBothLooks(page)
  expect(await tabThrough(page)).toEqual({ missed: [], unmarked: [] })

  await listed.getByRole('button', { name: 'Revoke “Kitchen”' }).click()
  await expect(card.getByText('“Kitchen” is revoked')).toBeVisible()
  expect(await titlesAt(request, room)).toBe(404)
  await card.getByRole('button', { name: 'Undo' }).click()
  await expect(listed).toBeVisible()
  expect(await titlesAt(request, room)).toEqual(['Queues that never end'])
  expect(await titlesAt(request, whole)).toEqual(['Why corridors matter', 'Queues that never end'])
})

test('a public conference’s page of calendars has its own address, and my plan a secret one', async ({
  page,
  request,
}, info) => {
  const slug = 'hallway-days'
  await signIn(page, `eve-calendars-${info.project.name}@example.org`)
  await page.goto(`/c/${slug}/calendars`)
  const address = await secretIn(page, 'The whole conference')
  expect(address).toMatch(/\/c\/hallway-days\/schedule\.ics$/)
  expect((await titlesAt(request, address)).toString()).not.toBe('')
  const plan = page.getByRole('region', { name: 'My plan' })
  await plan.getByRole('button', { name: 'Make a secret address' }).click()
  expect(await titlesAt(request, await secretIn(page, 'My plan'))).toEqual(['Nothing in my plan yet'])
  await expectAccessibleInBothLooks(page)
  expect(await tabThrough(page)).toEqual({ missed: [], unmarked: [] })
})
