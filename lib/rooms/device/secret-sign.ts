import * as z from 'zod/mini'
import { forget, recall, remember } from '@/lib/platform/device-memory'
import { agendaSchema } from '@/lib/program/device/document-schemas'
import { announcementsSchema } from '../announcements-schema'
import { roomStateSchema } from '../room-states'
import type { SignDocument } from '../sign-document'

const KEY = 'hallway-sign'
const PATIENCE_MS = 10_000

const signDocumentSchema = z.object({
  agenda: agendaSchema,
  room: z.string(),
  state: z.nullable(roomStateSchema),
  announcements: announcementsSchema,
}) satisfies z.ZodMiniType<SignDocument>

const keptSchema = z.object({
  secret: z.string(),
  /** When the server last said that it stands so. */
  heardAt: z.string(),
  document: signDocumentSchema,
})

/** The sign that this device showed last: it stands again after the power was off, with or without a network. */
export type KeptSign = z.infer<typeof keptSchema>

/** What this device keeps of a sign, as it is written; null: nothing. */
export function keptText(): string | null {
  return recall(KEY)
}

/** What is written there, if it is of the sign behind this address; null: it is not, or cannot be read. */
export function readSign(text: string | null, secret: string): KeptSign | null {
  try {
    const kept = keptSchema.safeParse(JSON.parse(text ?? 'null')).data
    return kept?.secret === secret ? kept : null
  } catch {
    return null
  }
}

/** Keeps it: one a device. */
export function keepSign(sign: KeptSign): void {
  remember(KEY, JSON.stringify(sign))
}

export function forgetSign(): void {
  forget(KEY)
}

type Answer = { document: SignDocument; etag: string | null } | 'unchanged' | 'ended' | 'failed'

/** Asks the server. `ended`: the address is none, or is one no more. @param etag of what is here; null: nothing is */
export async function fetchSign(secret: string, etag: string | null): Promise<Answer> {
  try {
    const response = await fetch(`/api/v1/signs/${secret}`, {
      headers: etag ? { 'if-none-match': etag } : {},
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (response.status === 304) return 'unchanged'
    if (response.status === 404) return 'ended'
    const document = response.ok ? signDocumentSchema.safeParse(await response.json()).data : undefined
    return document ? { document, etag: response.headers.get('etag') } : 'failed'
  } catch {
    return 'failed'
  }
}
