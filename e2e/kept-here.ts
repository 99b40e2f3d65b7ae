import { expect, type Page } from '@playwright/test'

/** The first visit has left all of the conference on the device, and the worker stands. */
export async function whenKept(page: Page, slug: string): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  // A page that was on its way while the worker took over is nobody's; the next one is the worker's.
  if (!(await page.evaluate(() => navigator.serviceWorker.controller !== null))) await page.reload()
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  await expect.poll(() => keptHere(page)).toContain(slug)
}

/** The documents of a conference that this device keeps, and knows of which version they are. */
export async function whenDocumentsKept(page: Page, slug: string): Promise<void> {
  const keys = [slug, `${slug}/room-states.json`]
  await expect
    .poll(async () => {
      const rows = await rowsHere(page, 'announcements')
      return rows.flatMap(({ slug: key, version }) => (typeof version === 'number' ? [key] : []))
    })
    .toEqual(expect.arrayContaining(keys))
}

/** The conferences that any person's store on this device holds with their texts, and that the server has, too. */
async function keptHere(page: Page): Promise<string[]> {
  // Builds of before have the texts in the agenda's own row, and no facts.
  const rows = [...(await rowsHere(page, 'keptFacts')), ...(await rowsHere(page, 'agendas'))]
  return rows.flatMap(({ slug, texts, descriptions, goneAt }) =>
    (texts ?? descriptions) !== undefined && goneAt === undefined ? [slug] : [],
  )
}

type Row = { slug: string; texts?: unknown; descriptions?: unknown; goneAt?: string; version?: number | null }

/** What stands in this table of any person's store on this device. */
function rowsHere(page: Page, table: string): Promise<Row[]> {
  return page.evaluate(async (name) => {
    const databases = (await indexedDB.databases()).flatMap((one) =>
      one.name?.startsWith('hallway-') ? [one.name] : [],
    )
    const rows = await Promise.all(
      databases.map(
        (database) =>
          new Promise<Row[]>((done) => {
            const opening = indexedDB.open(database)
            opening.onsuccess = () => {
              const give = (found: Row[]) => (opening.result.close(), done(found))
              if (!opening.result.objectStoreNames.contains(name)) return give([])
              const all = opening.result.transaction(name).objectStore(name).getAll()
              all.onsuccess = () => give(all.result)
            }
          }),
      ),
    )
    return rows.flat()
  }, table)
}
