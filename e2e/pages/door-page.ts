import { expect, type Page } from '@playwright/test'
import { makeConference, signIn } from '../beforehand'

/** Signs in and organizes a public conference of `tableOfNow`. */
export async function organizeNow(
  page: Page,
  slug: string,
  { alternative }: { alternative?: string } = {},
): Promise<void> {
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: tableOfNow(alternative), timeZone: 'UTC', visibility: 'public' })
}

/**
 * In UTC: one session that is on now, in a hall of ten, another at the same time if wanted, and one that is far off.
 */
export function tableOfNow(alternative?: string): string {
  const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16)
  // An end before the start is the next morning's.
  const now = `${new Date(Date.now() - 900_000).toISOString().slice(0, 10)},${hour(-0.25)},${hour(0.75)}`
  const rows = [
    `${now},The talk,Hall,10`,
    ...(alternative ? [`${now},${alternative},Loft,20`] : []),
    '2099-01-01,09:00,10:00,Another,Loft,20',
  ]
  return ['Day,Start,End,Title,Room,Capacity', ...rows].join('\n')
}

/** Makes a steward's link for the first room, as an organizer. @returns its address */
export async function makeStewardLink(page: Page, slug: string, name: string): Promise<string> {
  await page.goto(`/c/${slug}/manage/stewards`)
  await page.getByLabel('Who it is for').fill(name)
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = page.getByRole('link', { name: /\/steward\// })
  await expect(page.getByRole('img', { name: /steward’s link/ })).toBeVisible()
  return (await link.getAttribute('href')) ?? ''
}
