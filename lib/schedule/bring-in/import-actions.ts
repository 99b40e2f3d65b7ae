'use server'

import { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import { personAction } from '@/lib/boundary/person-action'
import type { UserViewer } from '@/lib/people/server/viewer'
import { AppError } from '@/lib/platform/errors'
import { applyBringIn } from './bring-in'
import { readForm } from './look/read-form'

/**
 * Lets in what was looked at. A conference that is made on the way is private, and its maker's; asked for once more, it
 * is the same.
 */
export const applyBringInAction = personAction({
  input: z.instanceof(FormData),
  limit: 'importByAccount',
  run: async ({ input: form, person, db, now }) => {
    const asked = await readForm(db, person, form)
    if (!asked.ok) return { ok: false as const, reason: asked.reason }
    const { request, name, made: id } = asked
    const already = await findMade(db, id, person)
    if (already) return { slug: already.slug, counts: null, release: null }
    const make = request.conference ? null : { id, name, ownerId: person.id }
    const report = await applyBringIn(db, request, { make, userId: person.id }, now).catch(async (error: unknown) => {
      // Asked for twice at once: the other one has made it.
      const made = error instanceof AppError && error.code === 'CONFLICT' ? await findMade(db, id, person) : null
      if (!made) throw error
      return { conference: made, counts: null, release: null, reason: null }
    })
    return report.conference
      ? { slug: report.conference.slug, counts: report.counts, release: report.release }
      : { ok: false as const, reason: report.reason ?? 'nothing-usable' }
  },
})

/** The conference that this person has made already, when the answer did not reach them. */
async function findMade(
  db: PrismaClient,
  id: string | undefined,
  person: UserViewer,
): Promise<{ slug: string } | null> {
  if (id === undefined) return null
  return db.conference.findFirst({
    where: { id, memberships: { some: { userId: person.id, role: 'owner' } } },
    select: { slug: true },
  })
}
