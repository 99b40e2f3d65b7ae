import { expect, type Page } from '@playwright/test'

/** The first visit has left all of the conference on the device, and the worker stands. */
export async function whenKept(page: Page, slug: string): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  // It fetches some 130 files first.
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 15_000 }).toBe(true)
  await expect.poll(() => keptHere(page), { timeout: 15_000 }).toContain(slug)
}

/** The conferences that any person's store on this device holds with their texts. */
function keptHere(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('hallway-') ? [name] : []))
    const rows = await Promise.all(databases.map((name) => new Promise<{ slug: string; descriptions?: unknown }[]>((done) => {
      const opening = indexedDB.open(name)
      opening.onsuccess = () => {
        const all = opening.result.transaction('agendas').objectStore('agendas').getAll()
        all.onsuccess = () => {
          opening.result.close()
          done(all.result)
        }
      }
    })))
    return rows.flat().filter(({ descriptions }) => descriptions !== undefined).map(({ slug }) => slug)
  })
}
