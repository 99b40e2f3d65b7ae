import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'
import { database } from '@/lib/platform/db'
import { expectAccessible, expectAccessibleEverywhere } from '../../axe'
import { makeConference, signIn } from '../../beforehand'
import { watchConsole } from '../../console'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'
import { BuildingPage, drawing } from '../../pages/building-page'
import { tableOfNow } from '../../pages/door-page'
import { takePicture } from '../../picture'

async function organize(page: Page, slug: string): Promise<BuildingPage> {
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: tableOfNow('In the loft'), timeZone: 'UTC', visibility: 'public' })
  const desk = new BuildingPage(page, slug)
  await desk.open()
  return desk
}

/** What the plan shows in its middle, so far from the left. */
async function colourIn(page: Page, slug: string, x: number): Promise<number[]> {
  const { pictureId } = await database().floor.findFirstOrThrow({ where: { conference: { slug } } })
  const picture = sharp(await (await page.request.get(`/api/v1/floor-plans/${pictureId}`)).body())
  const { width, height } = await picture.metadata()
  const at = { left: Math.round(x * width), top: Math.round(height / 2), width: 1, height: 1 }
  return [...(await picture.extract(at).removeAlpha().raw().toBuffer())]
}

const placesOf = async (slug: string) =>
  (await database().room.findMany({ where: { conference: { slug } }, orderBy: { name: 'asc' } })).map(
    ({ name, floorX, floorY }) => [name, floorX && Math.round(floorX * 10), floorY && Math.round(floorY * 10)],
  )

test('an organizer sends a drawing, which does no harm, puts rooms on it by hand, and takes steps back', async ({
  page,
}, info) => {
  test.setTimeout(120_000)
  const slug = `building-${info.project.name}`
  const desk = await organize(page, slug)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await expectSoundLayout(page)
  await desk.addFloor('Ground', drawing('http://elsewhere.invalid'))
  expect(asked.filter((url) => url.includes('elsewhere.invalid'))).toEqual([])
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false)
  expect(await colourIn(page, slug, 0.25)).toEqual([255, 224, 138])
  // What the drawing would have done is refused there and then, and said.
  const complaints = watchConsole(page)

  const isTouch = info.project.name === 'phone'
  const loft = desk.tray.getByRole('button', { name: 'Loft' })
  if (isTouch) {
    await loft.tap()
    await desk.expectSaid(/Loft.?: tap where it is/)
    const { x, y } = await desk.pointOf('Ground', 0.75, 0.25)
    await page.touchscreen.tap(x, y)
  } else {
    const to = await desk.pointOf('Ground', 0.75, 0.25)
    const from = await loft.boundingBox()
    await page.mouse.move((from?.x ?? 0) + 20, (from?.y ?? 0) + 20)
    await page.mouse.down()
    await page.mouse.move(to.x - 30, to.y - 30, { steps: 5 })
    await page.mouse.move(to.x, to.y, { steps: 5 })
    await page.mouse.up()
  }
  await desk.expectSaid(/Loft.? is on the plan/)
  await expect
    .poll(() => placesOf(slug))
    .toEqual([
      ['Hall', null, null],
      ['Loft', 8, 3],
    ])

  // By keys alone: chosen, into the middle, and to the left.
  await desk.tray.getByRole('button', { name: 'Hall' }).focus()
  const topOfPlan = () => desk.plan('Ground').evaluate((plan) => plan.getBoundingClientRect().top + scrollY)
  const top = await topOfPlan()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Put it in the middle' })).toBeInViewport({ ratio: 1 })
  // Nothing jumps away from whoever is about to tap.
  expect(await topOfPlan()).toBe(top)
  await page.getByRole('button', { name: 'Put it in the middle' }).focus()
  await page.keyboard.press('Enter')
  const hall = desk.plan('Ground').getByRole('button', { name: 'Hall' })
  await expect(hall).toBeFocused()
  await expect(desk.tray).toContainText('Every room is on a plan.')
  for (let step = 0; step < 5; step++) await page.keyboard.press('Shift+ArrowLeft')
  await expect
    .poll(() => placesOf(slug))
    .toEqual([
      ['Hall', 3, 5],
      ['Loft', 8, 3],
    ])
  await page.keyboard.press('Delete')
  await desk.expectSaid(/Hall.? is off the plan/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect
    .poll(() => placesOf(slug))
    .toEqual([
      ['Hall', 3, 5],
      ['Loft', 8, 3],
    ])
  await page.reload()
  await expect(hall).toBeVisible()
  await takePicture(page, info, 'building', { fullPage: true })
  await expectSoundLayout(page)
  await expectAccessibleEverywhere(page)
  expect(complaints).toEqual([])
})

test('a floor is named, ordered, taken away and brought back; its scale gives the walks between zones', async ({
  page,
}, info) => {
  test.setTimeout(120_000)
  const slug = `building-scale-${info.project.name}`
  const desk = await organize(page, slug)
  await desk.addFloor('Ground', drawing('http://elsewhere.invalid'))
  const { id: conferenceId } = await database().conference.findUniqueOrThrow({ where: { slug } })
  const [floor] = await database().floor.findMany({ where: { conferenceId } })
  for (const [name, zone, floorX] of [
    ['Hall', 'East', 0.1],
    ['Loft', 'West', 0.9],
  ] as const)
    await database().room.updateMany({
      where: { conferenceId, name },
      data: { zone, floorX, floorY: 0.5, floorId: floor?.id },
    })
  await page.reload()
  const settings = page.getByRole('group').filter({ hasText: 'This floor: name, order, picture' })
  await settings.locator('summary').click()
  await page.getByRole('button', { name: 'Set the scale' }).click()
  const metres = page.getByLabel('Metres between the ends')
  await expect(metres).toBeInViewport()
  await metres.fill('100')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'First end of the line' }).focus()
  for (let step = 0; step < 5; step++) await page.keyboard.press('Shift+ArrowLeft')
  await page.getByRole('button', { name: 'Save the scale' }).click()
  await desk.expectSaid('The scale is saved.')
  // The line is three quarters of the picture by now.
  await expect(page.getByText(/The picture is 133\.3\sm wide/)).toBeAttached()

  const walk = page.getByRole('checkbox', { name: /East.? – .?West.?: 3\smin instead of 5\smin/ })
  await expect(walk).toBeChecked()
  await page.getByRole('button', { name: /^Take 1\swalk/ }).click()
  await desk.expectSaid('The walks are taken from the plans.')
  await expect(walk).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(walk).toBeChecked()

  await settings.getByRole('button', { name: 'Take this floor away' }).click()
  await desk.expectSaid(/Ground.? was taken away/)
  await expect(desk.plan('Ground')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(desk.plan('Ground').getByRole('button', { name: 'Hall' })).toBeVisible()

  // What was taken away comes back later, too; another order is said, and can be undone.
  await settings.locator('summary').click()
  await settings.getByRole('button', { name: 'Take this floor away' }).click()
  await expect(desk.plan('Ground')).toHaveCount(0)
  await page.reload()
  await page.getByText(/Taken away: 1\sfloor/).click()
  await expectSoundLayout(page)
  await page.getByRole('button', { name: /^Bring back: .?Ground/ }).click()
  await desk.expectSaid(/Ground.? is back/)
  await expect(desk.plan('Ground').getByRole('button', { name: 'Hall' })).toBeVisible()
  await desk.addFloor('Attic', drawing('http://elsewhere.invalid'))
  await settings.locator('summary').click()
  await settings.getByRole('button', { name: 'One place earlier' }).click()
  await desk.expectSaid(/Attic.? is now at place 1/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await desk.expectSaid('Undone.')
  await expectSoundLayout(page)
})

test('a finger that rests on a room of the tray drags it onto the plan', async ({ page, context }, info) => {
  test.skip(info.project.name !== 'phone', 'a finger')
  const slug = `building-touch-${info.project.name}`
  const desk = await organize(page, slug)
  await desk.addFloor('Ground', drawing('http://elsewhere.invalid'))
  const cdp = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
  const loft = desk.tray.getByRole('button', { name: 'Loft' })
  await loft.scrollIntoViewIfNeeded()
  const to = await desk.pointOf('Ground', 0.75, 0.25)
  const box = await loft.boundingBox()
  const from = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 }
  const scrolled = await page.evaluate(() => scrollY)
  await touch('touchStart', from)
  await expect(loft).toHaveAttribute('data-carried')
  for (let step = 1; step <= 8; step++)
    await touch('touchMove', { x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 })
  // It is shown there before it is let go, and the page stays where it is.
  await expect(desk.plan('Ground').getByRole('button', { name: 'Loft' })).toBeVisible()
  await touch('touchMove', { x: to.x + 1, y: to.y })
  await touch('touchMove', to)
  expect(await page.evaluate(() => scrollY)).toBe(scrolled)
  await touch('touchEnd')
  await desk.expectSaid(/Loft.? is on the plan/)
  await expect(loft).toHaveCount(0)
  await expect
    .poll(() => placesOf(slug))
    .toEqual([
      ['Hall', null, null],
      ['Loft', 8, 3],
    ])
})

test('a file that is too large is said to be so at once, and another one is taken', async ({ page }, info) => {
  const slug = `building-large-${info.project.name}`
  const desk = await organize(page, slug)
  const sent: string[] = []
  page.on('request', (request) => request.url().includes('/floor-plans') && sent.push(request.method()))
  const large = Buffer.alloc(30_000_000, 7)
  const file = page.getByLabel('Picture of the floor')
  await file.setInputFiles({ name: 'large.png', mimeType: 'image/png', buffer: large })
  await page.getByLabel('Name of the floor').fill('Ground')
  await page.getByRole('button', { name: 'Add this floor' }).click()
  await expect(page.getByText(/This file has more than 10\sMB/)).toBeVisible()
  expect(sent).toEqual([])

  // One that is on its way is given up for another one.
  await page.route('**/api/v1/floor-plans?*', () => undefined)
  const small = { mimeType: 'image/svg+xml', buffer: Buffer.from(drawing('http://elsewhere.invalid')) }
  await file.setInputFiles({ name: 'small.svg', ...small })
  await expect(page.getByText(/This file has more than 10\sMB/)).toHaveCount(0)
  await page.getByRole('button', { name: 'Add this floor' }).click()
  await expect(page.getByRole('button', { name: 'Sending…' })).toBeDisabled()
  await file.setInputFiles({ name: 'other.svg', ...small })
  await expect(page.getByRole('button', { name: 'Add this floor' })).toBeEnabled()
  await page.unroute('**/api/v1/floor-plans?*')

  // What stands before the server refuses in words of its own.
  await page.route('**/api/v1/floor-plans?*', (route) => route.fulfill({ status: 413, body: '<h1>Too large</h1>' }))
  await page.getByRole('button', { name: 'Add this floor' }).click()
  await expect(page.getByText(/This file has more than 10\sMB/)).toBeVisible()
  await page.unroute('**/api/v1/floor-plans?*')
  await page.getByRole('button', { name: 'Add this floor' }).click()
  await desk.expectSaid('The plan is here.')
  await expect(desk.plan('Ground').locator('[data-picture=here]')).toBeVisible()
})

test('a drawing with sides and no box fills its plan, and what was said of it ends with the next step', async ({
  page,
}, info) => {
  const slug = `building-box-${info.project.name}`
  const desk = await organize(page, slug)
  const [boxed, sides] = ['viewBox="0 0 1200 600"', 'width="1200" height="600"']
  await desk.addFloor('Ground', drawing('http://elsewhere.invalid').replace(boxed, sides))
  await desk.expectSaid('The plan is here.')
  // The hall is its left half, to the last.
  expect(await colourIn(page, slug, 0.45)).toEqual([255, 224, 138])
  expect(await colourIn(page, slug, 0.75)).toEqual([255, 255, 255])
  await desk.tray.getByRole('button', { name: 'Loft' }).click()
  await page.getByRole('button', { name: 'Put it in the middle' }).click()
  await desk.expectSaid(/Loft.? is on the plan/)
  await expect(page.getByText('The plan is here.')).toHaveCount(0)
})
