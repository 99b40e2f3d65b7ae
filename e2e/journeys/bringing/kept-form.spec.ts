import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../../axe'
import { signIn } from '../../beforehand'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'

const programme = ['Title,Start,End,Room', 'Opening,2027-05-11 09:00,2027-05-11 10:00,Hall'].join('\n')
const way = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('a page that is loaded again has what was written in it, until it is in', async ({ page }, info) => {
  const slug = `kept-form-${info.project.name}`
  await signIn(page, `${slug}@example.org`, '/new')
  const [zone, name, text] = [
    page.getByLabel('Time zone of the conference'),
    page.getByLabel('Name of the conference'),
    page.getByLabel('Schedule', { exact: true }),
  ]
  await page.getByLabel('Address').fill('https://ann:secret@example.org/all.ics')
  await zone.fill('America/Lima')
  await page.reload()
  await expect(page.getByLabel('Address')).toHaveValue('https://example.org/all.ics')
  await expect(zone).toHaveValue('America/Lima')
  const withheld = page.getByText('The name and password in the address were not kept.')
  await expect(withheld).toBeVisible()
  await page.getByLabel('Address').press('End')
  await page.getByLabel('Address').pressSequentially('?')
  await expect(withheld).toHaveCount(0)
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('secret')

  await way(page, 'In a file').click()
  await page
    .getByLabel('Files')
    .setInputFiles({ name: 'programme.csv', mimeType: 'text/csv', buffer: Buffer.from(programme) })
  await page.reload()
  await expect(way(page, 'In a file')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText(/You had chosen .*programme\.csv.* choose them again/)).toBeVisible()
  await expectSoundLayout(page)
  await expectAccessible(page)

  await way(page, 'I paste it').click()
  await text.fill(programme)
  await name.fill(slug)
  await page.reload()
  await expect(text).toHaveValue(programme)
  await expect(name).toHaveValue(slug)
  await page.getByRole('button', { name: /^Look/ }).click()
  await page.getByRole('button', { name: 'Bring 1 session in' }).click()
  await expect(page.getByRole('heading', { name: 'It is here' })).toBeFocused()

  await page.goto('/new')
  await expect(way(page, 'At an address')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByLabel('Address')).toHaveValue('')
  await expect(name).toHaveValue('')
})
