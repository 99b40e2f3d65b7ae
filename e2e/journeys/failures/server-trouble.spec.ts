import { expect, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'
import { notesOnServer } from '../../server-data'

// The database refuses as a full disk does, or as a bug: docs/operating.md says what becomes of each.

const long = 'What was said about the tides, word by word. '.repeat(100).trim()

/** Somebody's phone at their note on a talk. */
async function openNote(page: Page, slug: string) {
  await signIn(page, `${slug}@example.org`)
  const table = 'Day,Start,End,Title,Room\n2027-06-01,09:00,10:00,Tides,Hall'
  await makeConference(page, { name: slug, table, visibility: 'public' })
  await page.goto(`/c/${slug}/sessions/1`)
  return page.getByRole('textbox', { name: 'Note on Tides' })
}

/** Has the database refuse notes of this person where `when` is so. @returns takes it back */
async function refuseNotes(email: string, when: string, state: string): Promise<() => Promise<unknown>> {
  const { id } = await database().user.findUniqueOrThrow({ where: { email } })
  const name = `refuse_${id.replaceAll('-', '')}`
  await database().$executeRawUnsafe(
    `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW."userId" = '${id}' AND ${when} ` +
      `THEN RAISE EXCEPTION 'refused' USING ERRCODE = '${state}'; END IF; RETURN NEW; END $$`,
  )
  await database().$executeRawUnsafe(
    `CREATE TRIGGER ${name} BEFORE INSERT OR UPDATE ON "Note" FOR EACH ROW EXECUTE FUNCTION ${name}()`,
  )
  return () => database().$executeRawUnsafe(`DROP FUNCTION ${name} CASCADE`)
}

test('a long note for which the server has no room waits, says so, and is sent by itself', async ({ page }, info) => {
  const slug = `no-room-${info.project.name}`
  const note = await openNote(page, slug)
  const makeRoom = await refuseNotes(`${slug}@example.org`, `length(NEW."text") > 2000`, '53100')
  const answers: number[] = []
  page.on('response', (response) => response.url().endsWith('/api/v1/push') && answers.push(response.status()))
  await note.fill(long)
  await expect(page.getByText(/^On this device\. The server has a problem/)).toBeVisible()
  // More often than a note is tried over which the server breaks.
  await expect.poll(() => answers.filter((status) => status === 503).length).toBeGreaterThan(4)
  await expect(page.getByText('The server refused this note')).toHaveCount(0)
  await page.goto(`/c/${slug}/plan`)
  await expect(page.getByText('the server has a problem, and takes them as soon as it can')).toBeVisible()
  await page.goto(`/c/${slug}/sessions/1`)
  await expect(note).toHaveValue(long)
  await makeRoom()
  await expect(page.getByText('On the server', { exact: true })).toBeAttached()
  expect(await notesOnServer(page)).toEqual([long])
})

for (const [how, comeBack] of [
  ['after a reload', (page: Page) => page.reload()],
  [
    'when the network is back',
    async (page: Page) => {
      await page.context().setOffline(true)
      await page.context().setOffline(false)
    },
  ],
] as const)
  test(`a note that the server breaks over is given up, and tried again ${how}`, async ({ page }, info) => {
    const slug = `breaks-${how.length}-${info.project.name}`
    const note = await openNote(page, slug)
    const mend = await refuseNotes(`${slug}@example.org`, `NEW."text" LIKE '%Poison%'`, 'P0001')
    await note.fill('Poison')
    await expect(page.getByText('The server refused this note: the server breaks over it each time.')).toBeVisible()
    await mend()
    await comeBack(page)
    await expect(note).toHaveValue('Poison')
    await expect(page.getByText('On the server', { exact: true })).toBeAttached()
    expect(await notesOnServer(page)).toEqual(['Poison'])
  })
