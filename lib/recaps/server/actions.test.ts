import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it, vi } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { signIn } from '@/tests/front-door'
import { sendCookie } from '@/tests/next-headers'
import {
  bringBackRecapAction,
  copyRecapAction,
  deleteRecapAction,
  editRecapAction,
  keepUntakenAction,
  listEarlierTextsAction,
  listOwnSeriesAction,
  makeDraftLinkAction,
  makeRecapAction,
  placeInSeriesAction,
  previewRecapAction,
  publishRecapAction,
  readRecapAction,
  reorderSeriesAction,
  restoreRevisionAction,
  revokeDraftLinkAction,
  saveSeriesAction,
  unpublishRecapAction,
} from './actions'

const { db, url } = await testDatabase()
Object.assign(process.env, { DATABASE_URL: url, HALLWAY_URL: 'http://localhost:3000' })
vi.mock('next/headers', () => import('@/tests/next-headers'))

type Signed = Awaited<ReturnType<typeof signIn>>
let [ann, bo]: Partial<Signed>[] = []
let conference: Awaited<ReturnType<typeof makeConference>>
beforeAll(async () => {
  ;[ann, bo] = [await signIn(db), await signIn(db)]
  conference = await makeConference(db, { sessions: 1 })
})

const as = (person: Partial<Signed> | null | undefined) => sendCookie(person?.cookie ?? '')

/** A recap of Ann's with an earlier text, in a series. */
async function aRecap() {
  as(ann)
  const id = randomUUID()
  const made = await makeRecapAction({ id, conferenceId: conference.id, day: null, language: 'en', chosen: [] })
  if (!made.ok) throw new Error(made.reason)
  const { id: revision } = await db.recapRevision.create({ data: { recapId: id, title: 'Old', text: 'Old words' } })
  const saved = await saveSeriesAction({ id: null, conferenceId: null, title: 'Days', summary: '' })
  return { id, revision, series: saved.ok ? saved.value.id : '', editedFrom: await savedAt(id) }
}
type Made = Awaited<ReturnType<typeof aRecap>>

const savedAt = async (id: string) => (await db.recap.findUniqueOrThrow({ where: { id } })).updatedAt.toISOString()

const words = { title: 'Day 1', summary: '', text: 'All **new**' }
const edit = ({ id, editedFrom }: Pick<Made, 'id' | 'editedFrom'>) =>
  editRecapAction({ id, editedFrom, ...words, language: 'en', tags: [], coverId: null, canonicalUrl: '' })

const doors = {
  'list the earlier texts of': ({ id }: Made) => listEarlierTextsAction({ id }),
  edit,
  read: ({ id }: Made) => readRecapAction({ id }),
  'keep words beside': ({ id }: Made) => keepUntakenAction({ id, ...words }),
  preview: ({ id }: Made) => previewRecapAction({ id, text: 'x' }),
  copy: ({ id }: Made) => copyRecapAction({ id }),
  publish: ({ id }: Made) => publishRecapAction({ id, slug: 'day-1', author: { handle: 'somebody-else' } }),
  unpublish: ({ id }: Made) => unpublishRecapAction({ id }),
  delete: ({ id }: Made) => deleteRecapAction({ id }),
  'bring back': ({ id }: Made) => bringBackRecapAction({ id }),
  'restore a text of': ({ id, revision }: Made) => restoreRevisionAction({ id, revisionId: revision }),
  share: ({ id }: Made) => makeDraftLinkAction({ id }),
  'end the sharing of': ({ id }: Made) => revokeDraftLinkAction({ id }),
  'place in a series': ({ id, series }: Made) => placeInSeriesAction({ id, seriesId: series, label: '' }),
  'rename the series of': ({ series }: Made) =>
    saveSeriesAction({ id: series, conferenceId: null, title: 'Mine', summary: '' }),
  'reorder the series of': ({ id, series }: Made) => reorderSeriesAction({ seriesId: series, recapIds: [id] }),
}

it.each(Object.entries(doors))('lets neither a guest nor another author %s a recap', async (_door, run) => {
  const made = await aRecap()
  const stored = () =>
    Promise.all([
      db.recap.findUniqueOrThrow({ where: { id: made.id }, include: { revisions: true, publications: true } }),
      db.series.findUniqueOrThrow({ where: { id: made.series } }),
    ])
  const before = await stored()
  const heard = []
  for (const who of [null, bo]) {
    as(who)
    heard.push(await run(made))
  }
  expect(heard).toEqual([
    { ok: false, reason: 'UNAUTHENTICATED' },
    { ok: false, reason: 'NOT_FOUND' },
  ])
  expect(await stored()).toEqual(before)
})

it('makes nothing for a guest, and nothing of a private conference for who is not in it', async () => {
  const { id: conferenceId } = await makeConference(db, { visibility: 'private' })
  const make = () => makeRecapAction({ id: randomUUID(), conferenceId, day: null, language: 'en', chosen: [] })
  const before = await db.recap.count()
  const heard = []
  for (const who of [null, bo]) {
    as(who)
    heard.push(await make())
  }
  heard.push(
    await makeRecapAction({ id: randomUUID(), conferenceId: randomUUID(), day: null, language: 'en', chosen: [] }),
  )
  expect(heard).toEqual([
    { ok: false, reason: 'UNAUTHENTICATED' },
    { ok: false, reason: 'NOT_FOUND' },
    { ok: false, reason: 'NOT_FOUND' },
  ])
  expect(await db.recap.count()).toBe(before)
})

it('takes a recap from its draft to its deletion', async () => {
  const made = await aRecap()
  const { id } = made
  expect(await edit(made)).toMatchObject({ ok: true })
  expect(await readRecapAction({ id })).toMatchObject({
    ok: true,
    value: { draft: { title: 'Day 1', text: 'All **new**' } },
  })
  expect(await previewRecapAction({ id, text: '*one* <script>x</script>' })).toMatchObject({
    ok: true,
    value: { html: expect.stringContaining('<em>one</em>') as string },
  })
  expect(await copyRecapAction({ id })).toMatchObject({
    ok: true,
    value: { html: expect.stringContaining('All <strong>new</strong>') as string },
  })
  const shared = await makeDraftLinkAction({ id })
  expect(shared.ok && shared.value.url).toMatch(/^http:\/\/localhost:3000\/drafts\/[\w-]{20,}$/)
  expect(await publishRecapAction({ id, slug: 'day-1', author: { handle: 'ann-of-old' } })).toMatchObject({ ok: true })
  expect(await placeInSeriesAction({ id, seriesId: made.series, label: 'One' })).toEqual({ ok: true, value: 'done' })
  expect(await listOwnSeriesAction({})).toMatchObject({ ok: true })
  expect(await unpublishRecapAction({ id })).toEqual({ ok: true, value: 'done' })
  expect(await deleteRecapAction({ id })).toEqual({ ok: true, value: 'done' })
  expect(await readRecapAction({ id })).toEqual({ ok: false, reason: 'NOT_FOUND' })
  expect(await bringBackRecapAction({ id })).toEqual({ ok: true, value: 'done' })
  expect(await readRecapAction({ id })).toMatchObject({ ok: true, value: { draft: { text: 'All **new**' } } })
})

it('takes no edit that is too long, and no address that is none', async () => {
  const made = await aRecap()
  expect([
    await previewRecapAction({ id: made.id, text: 'x'.repeat(100_001) }),
    await publishRecapAction({ id: made.id, slug: 'photos' }),
    await publishRecapAction({ id: made.id, slug: '../x' }),
    await publishRecapAction({ id: made.id, slug: 'fine', author: { handle: 'admin' } }),
    await reorderSeriesAction({ seriesId: made.series, recapIds: Array.from({ length: 201 }, () => made.id) }),
  ]).toMatchObject(Array.from({ length: 5 }, () => ({ ok: false, reason: 'INVALID' })))
})
