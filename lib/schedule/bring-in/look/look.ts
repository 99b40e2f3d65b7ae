import type { PrismaClient } from '@/generated/prisma/client'
import { parseInWorker } from '@/lib/formats/parse-in-worker'
import type { UserViewer } from '@/lib/people/server/viewer'
import { previewBringIn } from '../bring-in'
import { previewOf, type BringInPreview } from '../bring-in-form'
import { readForm } from './read-form'

/** What a look at files answers: what they would bring, or why there is nothing to look at. */
export type Look = { ok: true; value: BringInPreview } | { ok: false; reason: string }

/**
 * Says what an address, files or text would bring, and changes nothing.
 * @param signal ends the fetching and the thread that reads: nobody waits for the answer then
 * @throws {AppError} for whoever may not import here, and for a form that is none of ours
 */
export async function look(db: PrismaClient, person: UserViewer, form: FormData, signal: AbortSignal): Promise<Look> {
  const asked = await readForm(db, person, form, signal)
  if (!asked.ok) return { ok: false, reason: asked.reason }
  const report = await previewBringIn(db, asked.request, (files, request) => parseInWorker(files, request, { signal }))
  return { ok: true, value: previewOf(report) }
}
