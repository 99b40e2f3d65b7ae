import type { Page } from '@playwright/test'
import { z } from 'zod'
import { mergeText } from '@/lib/notes/merge'

/** Everything of a person's, in a form in which a device and the server can be compared. */
export type Whole = { picks: string[]; blocks: string[]; attendances: string[]; notes: string[]; photos: string[] }

const maybe = z.string().nullish()
const picks = z.array(z.object({ sessionId: z.string(), rank: z.string(), droppedAt: maybe }))
const blocks = z.array(z.object({ title: z.string(), startAt: z.string(), droppedAt: maybe }))
const attendances = z.array(
  z.object({ sessionId: z.string(), status: maybe, watchReplay: z.boolean(), findSlides: z.boolean() }),
)
const photos = z.array(z.object({ id: z.string(), uploaded: z.boolean(), deletedAt: maybe }))
const plan = { picks, blocks, attendances, photos }
const heldSchema = z.object({
  ...plan,
  notes: z.array(z.object({ text: z.string(), deletedAt: maybe })),
  waiting: z.number(),
})
const toldSchema = z.object({ ...plan, notes: z.array(z.object({ state: z.string(), deletedAt: maybe })) })

/** What this device's store holds of who is signed in on this page, and how many changes wait in it. */
export async function heldHere(page: Page): Promise<Whole & { waiting: number }> {
  const held = heldSchema.parse(await page.evaluate(readStore))
  return {
    ...wholeOf(
      held,
      standing(held.notes).map(({ text }) => text),
    ),
    waiting: held.waiting,
  }
}

/** What the server tells a device of theirs that is new. */
export async function heldThere(page: Page): Promise<Whole> {
  const person = await page.evaluate(() => localStorage.getItem('hallway-viewer') ?? '')
  const told = toldSchema.parse(await (await page.request.get(`/api/v1/pull?person=${person}&after=0`)).json())
  return wholeOf(
    told,
    standing(told.notes).map(({ state }) => mergeText(null, [Buffer.from(state, 'base64')])?.text ?? ''),
  )
}

function wholeOf(rows: Pick<z.output<typeof toldSchema>, keyof typeof plan>, notes: string[]): Whole {
  return {
    picks: standing(rows.picks)
      .map(({ sessionId, rank }) => `${sessionId} ${rank}`)
      .sort(),
    blocks: standing(rows.blocks)
      .map(({ title, startAt }) => `${title} ${new Date(startAt).toISOString()}`)
      .sort(),
    attendances: rows.attendances
      .map(
        ({ sessionId, status, watchReplay, findSlides }) => `${sessionId} ${status ?? ''} ${watchReplay} ${findSlides}`,
      )
      .sort(),
    notes: notes.sort(),
    photos: standing(rows.photos)
      .map(({ id, uploaded }) => `${id} ${uploaded}`)
      .sort(),
  }
}

function standing<Row extends { deletedAt?: string | null | undefined } | { droppedAt?: string | null | undefined }>(
  rows: readonly Row[],
): Row[] {
  return rows.filter((row) => !('deletedAt' in row && row.deletedAt) && !('droppedAt' in row && row.droppedAt))
}

/** In the page: the rows of the store of who is here. */
async function readStore(): Promise<unknown> {
  const tables = ['picks', 'blocks', 'attendances', 'notes', 'photos', 'outbox']
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open(`hallway-${localStorage.getItem('hallway-viewer')}`)
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => fail(opening.error)
  })
  const transaction = database.transaction(tables)
  const rows = await Promise.all(
    tables.map(
      (table) =>
        new Promise<unknown[]>((done, fail) => {
          const all = transaction.objectStore(table).getAll()
          all.onsuccess = () => done(all.result)
          all.onerror = () => fail(all.error)
        }),
    ),
  )
  database.close()
  const [picks, blocks, attendances, notes, photos, outbox] = rows
  return { picks, blocks, attendances, notes, photos, waiting: outbox?.length ?? 0 }
}
