import { expect } from '@playwright/test'
import { test } from '../../journey'
import { expectAccessible } from '../../axe'
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
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Give back to the source: title' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Given back: it follows its source again.')).toBeVisible()
  await expect(title).toHaveValue('Fog!')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('It is yours again.')).toBeVisible()
  await expect(title).toHaveValue('Mist')
  await expect(page.getByText('the source says Fog!')).toBeVisible()
})
