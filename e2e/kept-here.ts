import { expect, type Page } from '@playwright/test'

/** The first visit has left all of the conference on the device, and the worker stands. */
export async function whenKept(page: Page, slug: string): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  // A page that was on its way while the worker took over is nobody's; the next one is the worker's.
  if (!(await page.evaluate(() => navigator.serviceWorker.controller !== null))) await page.reload()
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  await expect.poll(() => keptHere(page)).toContain(slug)
}

/** The conferences that any person's store on this device holds with their texts, and that the server has, too. */
function keptHere(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('hallway-') ? [name] : []))
    const rows = await Promise.all(
      databases.map(
        (name) =>
          new Promise<{ slug: string; descriptions?: unknown; goneAt?: string }[]>((done) => {
            const opening = indexedDB.open(name)
            opening.onsuccess = () => {
              const all = opening.result.transaction('agendas').objectStore('agendas').getAll()
              all.onsuccess = () => {
                opening.result.close()
                done(all.result)
              }
            }
          }),
      ),
    )
    return rows
      .flat()
      .filter(({ descriptions, goneAt }) => descriptions !== undefined && goneAt === undefined)
      .map(({ slug }) => slug)
  })
}
