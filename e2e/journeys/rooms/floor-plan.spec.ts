import { expect } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { expectAccessibleEverywhere } from '../../axe'
import { test } from '../../journey'
import { whenKept } from '../../kept-here'
import { expectSoundLayout } from '../../layout'
import { BuildingPage, drawing } from '../../pages/building-page'
import { makeStewardLink, organizeNow } from '../../pages/door-page'
import { takePicture } from '../../picture'
import { addressesOf } from '../../server-data'

test.use({ serviceWorkers: 'allow', timezoneId: 'UTC' })

test('an attendee sees on the plan how rooms stand, and from a session where it is, also without a network', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(180_000)
  const slug = `plan-${info.project.name}`
  await organizeNow(page, slug, { alternative: 'In the loft' })
  const link = await makeStewardLink(page, slug, 'North')
  const desk = new BuildingPage(page, slug)
  await desk.open()
  // No room is on it: it is not what is shown first.
  await desk.addFloor('Cellar', drawing('http://elsewhere.invalid'))
  await desk.addFloor('Ground', drawing('http://elsewhere.invalid'))
  await desk.addFloor('Upper', drawing('http://elsewhere.invalid'))
  const { id: conferenceId } = await database().conference.findUniqueOrThrow({ where: { slug } })
  const floors = await database().floor.findMany({ where: { conferenceId }, orderBy: { position: 'asc' } })
  for (const [index, name] of ['Hall', 'Loft'].entries())
    await database().room.updateMany({
      where: { conferenceId, name },
      data: { floorId: floors[index + 1]?.id, floorX: 0.25 + index / 2, floorY: 0.5 },
    })
  await page.getByLabel('Address of the venue’s c3nav').fill('https://nav.example')
  await page.getByRole('button', { name: 'Save', exact: true }).last().click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.goto(new URL(link).pathname)
  await page.getByRole('button', { name: 'Full', exact: true }).click()

  const visitor = await (await browser.newContext({ serviceWorkers: 'allow', timezoneId: 'UTC' })).newPage()
  await visitor.goto(`/c/${slug}/rooms`)
  const plan = visitor.getByRole('region', { name: /^Plan of .?Ground/ })
  await expect(plan.getByRole('button', { name: /Hall.?, Full · / })).toBeVisible()
  await expect(plan.getByText('Hall')).toBeVisible()
  await takePicture(visitor, info, 'floor-plan')
  await expectSoundLayout(visitor)
  await visitor.getByRole('button', { name: 'Larger' }).click()
  await expectSoundLayout(visitor)
  await expectAccessibleEverywhere(visitor)
  await plan.getByRole('button', { name: /^.?Hall/ }).click()
  await expect(visitor.getByRole('dialog').getByRole('link', { name: 'Find the way in c3nav' })).toHaveAttribute(
    'href',
    'https://nav.example/l/hall/',
  )
  await visitor.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await visitor.getByRole('button', { name: 'Show the list' }).click()
  await expect(plan).toHaveCount(0)

  await whenKept(visitor, slug)
  await expect
    .poll(() =>
      visitor.evaluate(async () => {
        const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('hallway-') ? [name] : []))
        const counts = await Promise.all(
          names.map(
            (name) =>
              new Promise<number>((done) => {
                const opening = indexedDB.open(name)
                opening.onsuccess = () => {
                  const count = opening.result.transaction('floorPlans').objectStore('floorPlans').count()
                  count.onsuccess = () => {
                    opening.result.close()
                    done(count.result)
                  }
                }
              }),
          ),
        )
        return counts.reduce((sum, count) => sum + count, 0)
      }),
    )
    .toBe(3)
  const sessions = await addressesOf(visitor, slug)
  await visitor.context().setOffline(true)
  await visitor.goto(sessions.get('In the loft') ?? '')
  await visitor.getByRole('link', { name: 'Loft' }).first().click()
  await expect(visitor.getByText(/Loft.? is marked on the plan/)).toBeVisible()
  const upper = visitor.getByRole('region', { name: /^Plan of .?Upper/ })
  await expect(upper.locator('[data-marked]')).toBeVisible()
  await expect(upper.getByText('Loft')).toBeVisible()
  await expect(upper.locator('[data-picture=here]')).toBeVisible()
  await visitor.getByRole('button', { name: 'Ground' }).click()
  await expect(plan.locator('[data-picture=here]')).toBeVisible()
  await expectSoundLayout(visitor)
})
