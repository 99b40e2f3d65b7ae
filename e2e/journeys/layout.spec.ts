import { expect, type Page } from '@playwright/test'
import { conferenceScreens, manageScreens, memberScreens, publicScreens } from '../all-screens'
import { makeConference, signIn } from '../beforehand'
import { test } from '../journey'
import { expectSoundLayout, findFaults } from '../layout'
import { oddNames } from '../odd-names'

const SOUND = `
  <p style="width:90px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">Shortened with an ellipsis</p>
  <p style="width:120px;overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2">Two
    whole lines of something that has more of them</p>
  <div style="width:100px;overflow-x:auto"><table><tr><td style="min-width:600px">Scrolls</td></tr></table></div>
  <p style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">For screen readers</p>
  <a href="/" style="position:relative;display:block"><svg width="20" height="20"></svg>
    <span style="position:absolute;left:10px;top:0">3</span></a>
  <p style="width:60px;overflow-wrap:anywhere">Supercalifragilisticexpialidocious</p>
  <p style="width:30px;overflow-wrap:anywhere">日本語のとても長い題名</p>
  <nav style="position:fixed;inset:auto 0 0;height:40px;background:#ccc">A bar</nav>`

const WRONG = `
  <p style="height:11px;overflow:hidden;line-height:20px">Cut below</p>
  <p style="width:60px;overflow:hidden;white-space:nowrap">Cut at its side</p>
  <p style="width:100vw;margin-left:40px">Wide</p>
  <p style="margin:0 0 -14px">Over</p><p style="margin:0">Under</p>
  <button style="display:block;margin:40px 0 -14px">Press</button><p style="margin:0">Pressed</p>
  <p style="width:60px;overflow-wrap:anywhere">Sociotechnical</p>
  <nav style="position:fixed;inset:auto 0 0;height:40px;background:#ccc">A bar</nav>
  <p style="margin:2000px 0 0">Last</p>`

test('what is wrong with a layout is found, and what only looks like it is not', async ({ page, isMobile }) => {
  test.skip(isMobile, 'The same at any width.')
  await page.setContent(`<body style="margin:8px 8px 48px">${SOUND}</body>`)
  expect(await findFaults(page)).toEqual([])
  await page.setContent(`<body style="margin:8px 8px 0">${WRONG}</body>`)
  expect(await findFaults(page)).toEqual([
    expect.stringMatching(/^wider than the screen: the page by \d+ px$/),
    'wider than the screen: p “Wide”',
    'cut: “Cut below” by p “Cut below”',
    'cut: “Cut at its side” by p “Cut at its side”',
    'one over the other: “Over” and “Under”',
    'one over the other: button “Press” and “Pressed”',
    'one over the other: “Press” and “Pressed”',
    'broken: Sociotechnical in p “Sociotechnical”',
    'below the bar at the end: “Last”',
  ])
})

test('no name breaks a screen, however long, from right to left or of signs', async ({ page }, info) => {
  const slug = `odd-${info.project.name}`
  await bringInOddNames(page, slug)
  for (const screen of conferenceScreens) {
    await openDrawn(page, `/c/${slug}${screen}`)
    await expectSoundLayout(page)
  }
})

for (const language of ['en', 'fr'])
  test.describe(() => {
    test.use({ locale: language })

    test(`what waits for an answer is soundly laid out on the narrowest phone, ${language}`, async ({
      page,
      isMobile,
    }) => {
      test.skip(!isMobile, 'A wide screen has room.')
      await page.setViewportSize({ width: 320, height: 640 })
      // Nobody answers whoever asks after the page itself.
      await page.route('**/api/**', () => undefined)
      for (const screen of ['', '/schedule', '/plan', '/rooms', '/notes', '/notes/new', '/changes', '/together']) {
        await page.goto(`/c/hallway-days${screen}`)
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expectSoundLayout(page)
      }
      for (const path of ['/', '/notes', '/carry', '/settings/backup']) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expectSoundLayout(page)
      }
    })

    test(`every screen is soundly laid out, ${language}, in the light and in the dark @long`, async ({
      page,
    }, info) => {
      test.setTimeout(600_000)
      const slug = `every-${language}-${info.project.name}`
      await bringInOddNames(page, slug)
      const own = [...conferenceScreens, ...manageScreens.map((screen) => `/manage${screen}`)]
      for (const path of [...publicScreens, ...memberScreens, ...own.map((screen) => `/c/${slug}${screen}`)]) {
        await openDrawn(page, path)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          await expectSoundLayout(page, `${path}, ${colorScheme}`)
        }
      }
    })
  })

/** Whoever is on this page organizes a conference of odd names, of which they picked two that are on together. */
async function bringInOddNames(page: Page, slug: string): Promise<void> {
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: oddNames })
  for (const number of [2, 3]) {
    await page.goto(`/c/${slug}/sessions/${number}`)
    await page.locator('main [aria-pressed=false]').first().click()
    await expect(page.locator('main [aria-pressed=true]').first()).toBeVisible()
  }
}

/** What a page draws of what the device has belongs to it. */
async function openDrawn(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await page.waitForLoadState('networkidle')
}
