import { expect } from '@playwright/test'
import { test } from '../../journey'
import { expectAccessibleOnBothWidths } from '../../axe'
import { bringInAgain, makeConference, signIn } from '../../beforehand'

const table = ['Day,Start,End,Title,Room', '2027-06-01,09:00,10:00,Fog,Hall', '2027-06-01,10:00,11:00,Dew,Hall'].join(
  '\n',
)

test('what an organizer decided survives an import, says what the source says, and is given back', async ({
  page,
}, info) => {
  const slug = `own-fields-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  await page.goto(`/c/${slug}/manage/sessions/1-fog`)
  const title = page.getByRole('textbox', { name: 'Title' })
  await title.fill('Mist')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByText('the source says Fog')).toBeVisible()
  await bringInAgain(page, slug, table.replace('Fog', 'Fog!'))
  await page.reload()
  await expect(title).toHaveValue('Mist')
  await expect(page.getByText('the source says Fog!')).toBeVisible()
  await expectAccessibleOnBothWidths(page)

  await page.getByRole('button', { name: 'Give back to the source: title' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Given back: it follows its source again.')).toBeVisible()
  await expect(title).toHaveValue('Fog!')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('It is yours again.')).toBeVisible()
  await expect(title).toHaveValue('Mist')
  await expect(page.getByText('the source says Fog!')).toBeVisible()
})

const withPeople = ['Day,Start,End,Title,Room,Speakers', '2027-06-01,09:00,10:00,Fog,Hall,Eve'].join('\n')

test('a speaker’s and a room’s own words survive an import, and are given back', async ({ page }, info) => {
  const slug = `own-parts-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: withPeople })
  await page.goto(`/c/${slug}/manage/speakers`)
  await page.getByRole('link', { name: 'Eve' }).click()
  const name = page.getByRole('textbox', { name: 'Name' })
  await name.fill('Eva')
  await page.getByRole('textbox', { name: 'About them' }).fill('Sails.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByText('the source says Eve')).toBeVisible()
  const editor = page.url()
  await bringInAgain(page, slug, withPeople.replace('Fog', 'Dew'))
  await page.goto(editor)
  await expect(name).toHaveValue('Eva')
  await expectAccessibleOnBothWidths(page)
  await page.getByRole('button', { name: 'Give back to the source: name' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Given back: it follows its source again.')).toBeVisible()
  await expect(name).toHaveValue('Eve')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('It is yours again.')).toBeVisible()
  await expect(name).toHaveValue('Eva')

  await page.goto(`/c/${slug}/manage/rooms`)
  await page.locator('summary').filter({ hasText: 'Hall' }).click()
  const room = page
    .getByRole('listitem')
    .filter({ has: page.getByText('Hall', { exact: true }) })
    .first()
  await room.getByRole('textbox', { name: 'Name' }).fill('Aula')
  await room.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('the source says Hall')).toBeVisible()
  await expectAccessibleOnBothWidths(page)
  await page.getByRole('button', { name: 'Give back to the source: name' }).click()
  await expect(page.getByText('Given back: it follows its source again.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true }).last()).toHaveValue('Hall')
})
