import { expect, type Page } from '@playwright/test'
import { makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'

const table = ['Day,Start,End,Title,Room,Capacity', '2027-06-01,09:00,10:00,Fog,Hall,40'].join('\n')

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).first().click()

test('of two who have a form open, neither takes away what the other wrote', async ({ page }, info) => {
  const slug = `forms-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  const other = await page.context().newPage()
  for (const one of [page, other]) await one.goto(`/c/${slug}/manage/sessions/1-fog`)

  const title = page.getByRole('textbox', { name: 'Title' })
  await title.selectText()
  await title.pressSequentially('Mist')
  await save(page)
  await expect(page.getByText('Saved.')).toBeVisible()
  await other.getByRole('textbox', { name: 'Description' }).pressSequentially('Where it comes from.')
  await save(other)
  await expect(other.getByText('Saved.')).toBeVisible()
  await other.reload()
  await expect(other.getByRole('textbox', { name: 'Title' })).toHaveValue('Mist')
  await expect(other.getByRole('textbox', { name: 'Description' })).toHaveValue('Where it comes from.')

  // What both want is told to the second, whose words stay to be copied.
  await title.selectText()
  await title.pressSequentially('Haze')
  await save(page)
  await expect(page.getByText('Saved.')).toBeVisible()
  const theirs = other.getByRole('textbox', { name: 'Title' })
  await theirs.selectText()
  await theirs.pressSequentially('Smog')
  await save(other)
  await expect(other.getByText(/somebody else changed the same meanwhile/)).toBeVisible()
  await expect(theirs).toHaveValue('Smog')
  await page.reload()
  await expect(title).toHaveValue('Haze')
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Where it comes from.')

  for (const one of [page, other]) await one.goto(`/c/${slug}/manage/settings`)
  await page.getByLabel('Who can see it').selectOption('public')
  await save(page)
  await expect(page.getByText('Saved.')).toBeVisible()
  await other.getByRole('textbox', { name: 'Venue' }).pressSequentially('Harbour Hall')
  await save(other)
  await expect(other.getByText('Saved.')).toBeVisible()
  await other.reload()
  await expect(other.getByLabel('Who can see it')).toHaveValue('public')
})

test('a form that did not reach the server sends what it holds once the network is back', async ({ page }, info) => {
  const slug = `form-later-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  await page.goto(`/c/${slug}/manage/sessions/1-fog`)
  await page.getByRole('textbox', { name: 'Description' }).pressSequentially('Where it comes from.')
  await page.context().setOffline(true)
  await save(page)
  await expect(page.getByText(/It was not saved/)).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Where it comes from.')
})
