import { expect } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { announce } from '@/lib/rooms/server/announce'
import { granted } from '@/tests/factories/granted'
import { test } from '../../journey'
import { ConferencePage } from '../../pages/conference-page'
import { countEverywhere, organizeNow } from '../../pages/door-page'

test.use({ timezoneId: 'UTC' })

test('on paper a day, a plan and a session say nothing that is old tomorrow', async ({ page }, info) => {
  const slug = `paper-${info.project.name}`
  await organizeNow(page, slug)
  await countEverywhere(slug)
  const db = database()
  const { id: conferenceId } = await db.conference.findUniqueOrThrow({ where: { slug } })
  const { userId } = await db.membership.findFirstOrThrow({ where: { conferenceId } })
  const news = 'Lunch is in the foyer.'
  const said = { roomId: null, sessionId: null, body: news, language: 'en' as const }
  await announce(db, granted<'editConference'>(conferenceId, userId), said, new Date())
  const conference = new ConferencePage(page, slug)
  await page.goto(`/c/${slug}/schedule`)
  await conference.pick('The talk')
  for (const path of ['schedule', 'plan', 'sessions/1']) {
    await page.goto(`/c/${slug}/${path}`)
    const [announced, state] = [page.getByText(news), page.getByText(/Room left|Seats left/).filter({ visible: true })]
    await expect(announced).toBeVisible()
    if (path !== 'plan') await expect(state.first()).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(announced).toBeHidden()
    await expect(state).toHaveCount(0)
    await expect(page.getByText('The talk').filter({ visible: true }).first()).toBeVisible()
    await page.emulateMedia({ media: null })
  }
})
