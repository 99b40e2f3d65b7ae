import { randomUUID } from 'node:crypto'
import { z } from 'zod'

const healthSchema = z.object({ status: z.string(), disk: z.string() })
const readySchema = z.object({ lacks: z.array(z.string()) })

/** How a server says that it is. @param url its origin @throws where nothing answers there */
export async function healthOf(url: string): Promise<{ code: number; status: string; disk: string }> {
  const answer = await fetch(`${url}/api/health`)
  return { code: answer.status, ...healthSchema.parse(await answer.json()) }
}

/** What stands in the way of sending it requests. @throws where nothing answers there */
export async function lacksOf(url: string): Promise<string[]> {
  return readySchema.parse(await (await fetch(`${url}/api/ready`)).json()).lacks
}

/**
 * Sends a device's changes.
 * @returns the status; null: no answer came
 */
export function pushTo(
  url: string,
  person: { id: string; cookie: string },
  mutations: readonly object[],
): Promise<number | null> {
  return fetch(`${url}/api/v1/push`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: person.cookie, origin: url },
    body: JSON.stringify({ person: person.id, device: randomUUID(), mutations }),
  }).then(
    async (answer) => {
      await answer.arrayBuffer()
      return answer.status
    },
    () => null,
  )
}

const at = '2026-03-24T07:00:00.000Z'

/** A block of a person's own time, as a device says it. */
export function blockOf(conferenceId: string, title: string) {
  const times = { startAt: '2026-03-24T08:00:00.000Z', endAt: '2026-03-24T09:00:00.000Z', daily: false }
  return { id: randomUUID(), name: 'setBlock', at, args: { id: randomUUID(), conferenceId, title, ...times } }
}

/** A new note, as a device says it. @param update the text, as Yjs has it, in base64 */
export function noteOf(conferenceId: string, update: string) {
  return { id: randomUUID(), name: 'editNote', at, args: { id: randomUUID(), conferenceId, notedAt: at, update } }
}
