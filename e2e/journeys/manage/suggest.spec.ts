import { expect } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { instantOf } from '@/lib/platform/time'
import { expectAccessible } from '../../axe'
import { makeConference, signIn } from '../../beforehand'
import { watchConsole } from '../../console'
import { test } from '../../journey'
import { expectSoundLayout } from '../../layout'
import { takePicture } from '../../picture'

const table =
  'Day,Start,End,Title,Room,Capacity\n2037-06-01,09:00,09:30,What all want,Loft,10\n' +
  '2037-06-01,09:00,09:30,What few want,Hall,100\n2037-06-01,10:00,10:30,What follows,Hall,100'

test('Manage suggests better rooms, and puts those that are ticked into the draft', async ({ page }, info) => {
  const complaints = watchConsole(page)
  const slug = `suggest-${info.project.name}`
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table })
  await pickForMany(slug)
  await page.goto(`/c/${slug}/manage/suggestions`)
  const together = page.getByRole('region', { name: 'Picked by the same people' })
  const pair = /5\speople or more must choose.*What (all|few) want.*09:00–09:30.*What (all|few) want.*09:00–09:30/
  await expect(together.getByRole('listitem')).toHaveText([pair])
  await expectAccessible(page)
  await expectSoundLayout(page)

  // What is pinned stays: there is no better room then.
  await page.getByText('Leave sessions where they are…').click()
  await page.getByRole('checkbox', { name: 'What few want' }).check()
  await page.getByRole('button', { name: 'Suggest', exact: true }).click()
  const suggestion = page.getByRole('region', { name: 'Suggestion' })
  await expect(suggestion.getByText('No move would help')).toBeVisible()

  await page.getByRole('checkbox', { name: 'What few want' }).uncheck()
  await page.getByRole('button', { name: 'Suggest', exact: true }).click()
  await expect(suggestion.getByRole('row', { name: 'Seats likely missing' })).toHaveText(/15\s*0/)
  await expect(suggestion).toContainText('The search is complete')
  const group = suggestion.getByRole('region', { name: /^2\smoves that need one another: 15\sfewer seats missing/ })
  await expect(group.getByRole('listitem')).toHaveText([
    /What all want.*From Loft to Hall.*15\sfewer seats missing/,
    /What few want.*From Hall to Loft.*makes room/,
  ])
  await expectAccessible(page)
  await expectSoundLayout(page)
  await takePicture(page, info, 'suggest')

  await group.getByRole('checkbox').uncheck()
  await expect(suggestion.getByRole('button', { name: /^Put 0\smoves/ })).toBeDisabled()
  await group.getByRole('checkbox').check()
  await suggestion.getByRole('button', { name: /^Put 2\smoves into the draft/ }).click()
  await expect(page.getByRole('status').filter({ hasText: /2\smoves are in the draft/ })).toBeVisible()
  const { id: conferenceId } = await database().conference.findUniqueOrThrow({ where: { slug } })
  // What another organizer has moved since stays, and is said.
  await moveByAnother(slug, 'What few want', '11:00')
  await page.getByRole('button', { name: 'Take them out again' }).click()
  const undone = page.getByRole('status').filter({ hasText: /1\smove is out of the draft again/ })
  await expect(undone).toContainText(
    /1\ssession stays as it is:.*What few want.*: .?Bo.? has it elsewhere by now: 11:00/,
  )
  await expectAccessible(page)
  await database().draftMove.deleteMany({ where: { conferenceId } })
  await page.getByRole('button', { name: 'Look for more' }).click()
  await page.getByRole('button', { name: 'Suggest', exact: true }).click()
  await suggestion.getByRole('button', { name: /^Put 2\smoves into the draft/ }).click()
  await expect(page.getByRole('status').filter({ hasText: /2\smoves are in the draft/ })).toBeVisible()
  expect(await database().draftMove.count({ where: { conferenceId, discardedIn: 0 } })).toBe(2)
  // On the board it is the last step, which is undone and done again there.
  await page.getByRole('link', { name: 'Open the board' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Draft', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Do it again' }).click()
  await expect(page.getByRole('button', { name: 'Draft: 2' })).toBeVisible()
  await expect.poll(() => database().draftMove.count({ where: { conferenceId, discardedIn: 0 } })).toBe(2)
  // Nobody sees it before it is published.
  await page.goto(`/c/${slug}/schedule/2037-06-01`)
  await expect(page.getByRole('main')).toContainText(/What all want/)
  const { rooms } = await database().session.findFirstOrThrow({
    where: { conferenceId, title: 'What all want' },
    select: { rooms: { select: { room: { select: { name: true } } } } },
  })
  expect(rooms).toEqual([{ room: { name: 'Loft' } }])

  // The other is taken out of the draft again, the draft published, and that taken back.
  const roomOf = async () => {
    const session = await database().session.findFirstOrThrow({
      where: { conferenceId, title: 'What all want' },
      select: { rooms: { select: { room: { select: { name: true } } } } },
    })
    return session.rooms.map(({ room }) => room.name).join()
  }
  await page.goto(`/c/${slug}/manage/suggestions`)
  await expect(page.getByText(/This begins with the draft: 2\ssessions/)).toBeVisible()
  await page.goto(`/c/${slug}/manage/board?day=2037-06-01`)
  await page.getByRole('button', { name: 'Draft: 2' }).click()
  await page.getByRole('button', { name: /^Put back: .?What few want/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText(/Published: 1\ssession/)).toBeVisible()
  expect(await roomOf()).toBe('Hall')
  await page.getByRole('link', { name: 'Open the release' }).click()
  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'Take this back' }).click()
  await page.waitForURL('**/manage/releases')
  expect(await roomOf()).toBe('Loft')
  expect(complaints).toEqual([])
})

/** Bo, another organizer, moves a session to another time, in the room where the draft has it. */
async function moveByAnother(slug: string, title: string, time: string): Promise<void> {
  const db = database()
  const { id: conferenceId } = await db.conference.findUniqueOrThrow({ where: { slug } })
  const { id: userId } = await db.user.create({ data: { email: `${slug}-bo@example.org`, name: 'Bo' } })
  const { id: sessionId } = await db.session.findFirstOrThrow({ where: { conferenceId, title } })
  const { place } = await db.draftMove.findFirstOrThrow({ where: { conferenceId, sessionId, discardedIn: 0 } })
  const at = (clock: string) => instantOf(`2037-06-01T${clock}`, 'Europe/Paris')?.toISOString()
  await db.draftMove.updateMany({
    where: { conferenceId, sessionId, discardedIn: 0 },
    data: { userId, place: { ...Object(place), startAt: at(time), endAt: at('11:30') } },
  })
}

/** Twenty want to see the one, of whom six want to see the other at that time, too. */
async function pickForMany(slug: string): Promise<void> {
  const db = database()
  const { id: conferenceId, sessions } = await db.conference.findUniqueOrThrow({
    where: { slug },
    select: { id: true, sessions: { select: { id: true, title: true } } },
  })
  const idOf = (title: string) => sessions.find((session) => session.title === title)?.id ?? ''
  for (let person = 0; person < 20; person++) {
    const { id: userId } = await db.user.create({ data: { email: `${slug}-${person}@example.org` } })
    const pick = { userId, conferenceId, revision: 1n }
    await db.pick.create({ data: { ...pick, sessionId: idOf('What all want'), rank: 'first' } })
    if (person < 6) await db.pick.create({ data: { ...pick, sessionId: idOf('What few want'), rank: 'planB' } })
  }
}
