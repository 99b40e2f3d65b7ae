import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { z } from 'zod'
import { expectAccessibleInBothLooks } from '../../axe'
import { signIn } from '../../beforehand'
import { watchConsole } from '../../console'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'

const environmentSchema = z.object({ HALLWAY_DATA: z.string() })

/** Where this installation may say more. */
function fileOfMore(): string {
  const { HALLWAY_DATA } = environmentSchema.parse(JSON.parse(process.env.HALLWAY_TEST_ENVIRONMENT ?? '{}'))
  return join(HALLWAY_DATA, 'privacy.md')
}

const hostile =
  '# Our processors\n\nA [list](https://example.org/list), and <img src="https://tracker.invalid/a.png">\n\n' +
  '<script>document.title = "taken"</script>\n\n[no](javascript:alert(1)) ![seen](https://tracker.invalid/b.png)'

test.afterEach(() => rm(fileOfMore(), { force: true }))

test('says what is kept of people, and what whoever runs it adds, which cannot do harm', async ({ page }) => {
  const complaints = watchConsole(page)
  await page.goto('/privacy')
  await expect(page.getByRole('heading', { level: 1, name: 'Privacy' })).toBeVisible()
  await expect(page.getByText('Whoever runs this installation has not said so here.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Who is responsible',
    'Without an account',
    'With an account',
    'Who sees it',
    'For how long',
    'Others, and cookies',
    'What you can do',
  ])
  await writeFile(fileOfMore(), hostile)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'From whoever runs this installation' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 3, name: 'Our processors' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'list', exact: true })).toHaveAttribute(
    'href',
    'https://example.org/list',
  )
  await expect(page.getByRole('main').locator('img, script, a[href^="javascript:"]')).toHaveCount(0)
  await expect(page).toHaveTitle('Privacy · Hallway')
  await expectAccessibleInBothLooks(page)
  await expectSoundLayout(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectSoundLayout(page)
  expect(complaints).toEqual([])
})

test('is one tap from where people sign in, decide, begin and look', async ({ page }, info) => {
  const leads = async () => {
    await page.getByRole('link', { name: 'Privacy', exact: true }).click()
    await expect(page).toHaveURL('/privacy')
  }
  await page.goto('/')
  await leads()
  await page.goto('/sign-in')
  await leads()
  await page.goto('/c/hallway-days/rooms')
  await page.locator('summary', { hasText: 'Hallway Days' }).first().click()
  await leads()
  await signIn(page, `privacy-${info.project.name}@example.org`)
  await page.goto('/settings')
  await leads()
})
