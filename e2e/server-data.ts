import type { Page } from '@playwright/test'
import { z } from 'zod'
import { mergeText } from '@/lib/notes/merge'
import type { Agenda } from '@/lib/program/agenda'
import { agendaSchema } from '@/lib/program/device/document-schemas'

const pullSchema = z.object({
  picks: z.array(z.object({ sessionId: z.string(), rank: z.string(), droppedAt: z.string().nullable() })),
})
const notesSchema = z.object({ notes: z.array(z.object({ state: z.string(), deletedAt: z.string().nullable() })) })
const photosSchema = z.object({
  photos: z.array(z.object({ uploaded: z.boolean(), deletedAt: z.string().nullable() })),
})

/** A conference's programme, as devices read it. @param server the address of another than the one under test */
export async function readAgenda(page: Page, slug: string, server = ''): Promise<Agenda> {
  return agendaSchema.parse(await (await page.request.get(`${server}/c/${slug}/agenda.json`)).json())
}

/** The titles of what the server knows to be picked by who is signed in on this page, in alphabetical order. */
export async function picksOnServer(page: Page, slug: string): Promise<string[]> {
  const { picks } = pullSchema.parse(await pullAll(page))
  const { sessions } = await readAgenda(page, slug)
  const titleOf = new Map(sessions.map(({ id, title }) => [id, title]))
  return picks
    .filter(({ droppedAt }) => droppedAt === null)
    .map(({ sessionId }) => titleOf.get(sessionId) ?? sessionId)
    .sort()
}

/** The texts of the notes that the server has of who is signed in on this page. */
export async function notesOnServer(page: Page): Promise<string[]> {
  const { notes } = notesSchema.parse(await pullAll(page))
  return notes
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ state }) => mergeText(null, [Buffer.from(state, 'base64')])?.text ?? '')
}

/** How many pictures the server has of who is signed in on this page. */
export async function photosOnServer(page: Page): Promise<number> {
  const { photos } = photosSchema.parse(await pullAll(page))
  return photos.filter(({ uploaded, deletedAt }) => uploaded && deletedAt === null).length
}

async function pullAll(page: Page): Promise<unknown> {
  const person = await page.evaluate(() => localStorage.getItem('hallway-viewer') ?? '')
  return (await page.request.get(`/api/v1/pull?person=${person}&after=0`)).json()
}

/** Where each session of a conference is, by its title. */
export async function addressesOf(page: Page, slug: string): Promise<Map<string, string>> {
  const { sessions } = await readAgenda(page, slug)
  return new Map(sessions.map((session) => [session.title, `/c/${slug}/sessions/${session.slug}`]))
}
