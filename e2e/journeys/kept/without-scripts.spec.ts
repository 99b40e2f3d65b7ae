import { expect, type Page } from '@playwright/test'
import { manageScreens, memberScreens, publicScreens } from '../../all-screens'
import { makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'

const table = 'Day,Start,End,Title,Room\n2027-06-01,09:00,09:30,A talk,Hall\n2027-06-01,10:00,10:30,Another,Hall'

/** What looks as if it did something, and does nothing without scripts, by a few words of each. */
async function deadControls(page: Page): Promise<string[]> {
  const controls = page.locator(
    'button:visible, input:visible, select:visible, textarea:visible, [role=button]:visible',
  )
  return controls.evaluateAll((all) =>
    all.flatMap((one) => {
      const [form, name] = [one.closest('form'), one.getAttribute('aria-label') ?? one.textContent?.trim()]
      const isDead =
        !one.matches(':disabled') && !(form?.hasAttribute('action') && one.getAttribute('type') !== 'button')
      return isDead ? [`${one.tagName.toLowerCase()} ${name || one.getAttribute('name') || one.id}`.slice(0, 60)] : []
    }),
  )
}

test('without scripts nothing is drawn that would do nothing', async ({ page, browser, isMobile }, info) => {
  test.setTimeout(180_000)
  test.skip(!isMobile && !process.env.HALLWAY_LONG, 'A wide screen has the same controls.')
  const slug = `unscripted-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table, visibility: 'public' })
  const storageState = await page.context().storageState()
  const guest = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  const member = await (await browser.newContext({ javaScriptEnabled: false, storageState })).newPage()
  const found: [string, string[]][] = []
  const look = async (reader: Page, path: string) => {
    await reader.goto(path)
    const dead = await deadControls(reader)
    if (dead.length > 0) found.push([path, [...new Set(dead)]])
  }
  for (const path of publicScreens) await look(guest, path)
  for (const path of memberScreens) await look(member, path)
  for (const path of manageScreens) await look(member, `/c/${slug}/manage${path}`)
  expect(found).toEqual([])
})
