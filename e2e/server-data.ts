import type { Page } from '@playwright/test'
import { z } from 'zod'

const pullSchema = z.object({ picks: z.array(z.object({ sessionId: z.string(), rank: z.string(), droppedAt: z.string().nullable() })) })
const agendaSchema = z.object({ sessions: z.array(z.object({ id: z.string(), title: z.string() })) })

/** The titles of what the server knows to be picked by who is signed in on this page, in alphabetical order. */
export async function picksOnServer(page: Page, slug: string): Promise<string[]> {
  const person = await page.evaluate(() => localStorage.getItem('hallway-viewer') ?? '')
  const { picks } = pullSchema.parse(await (await page.request.get(`/api/v1/pull?person=${person}&after=0`)).json())
  const { sessions } = agendaSchema.parse(await (await page.request.get(`/c/${slug}/agenda.json`)).json())
  const titleOf = new Map(sessions.map(({ id, title }) => [id, title]))
  return picks.filter(({ droppedAt }) => droppedAt === null).map(({ sessionId }) => titleOf.get(sessionId) ?? sessionId).sort()
}
