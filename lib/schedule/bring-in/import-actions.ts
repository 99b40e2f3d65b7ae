'use server'

import { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import { personAction } from '@/lib/boundary/person-action'
import { grant } from '@/lib/people/server/grant'
import type { UserViewer } from '@/lib/people/server/viewer'
import { readEnvironment } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { applyBringIn, previewBringIn } from './bring-in'
import type { BringInRequest } from './read-material'
import { bringInSchema, fieldsOf, previewOf } from './bring-in-form'
import { fetchSource, type FailedFetch, type ImportMaterial } from './fetching/fetch-source'

const input = z.instanceof(FormData)

/** Says what an address, files or text would bring, and changes nothing. */
export const previewBringInAction = personAction({
  input,
  limit: 'importByAccount',
  run: async ({ input: form, person, db }) => {
    const asked = await readForm(db, person, form)
    return asked.ok ? previewOf(await previewBringIn(db, asked.request)) : { ok: false as const, reason: asked.reason }
  },
})

/**
 * Lets in what was looked at. A conference that is made on the way is private, and its maker's; asked for once more, it
 * is the same.
 */
export const applyBringInAction = personAction({
  input,
  limit: 'importByAccount',
  run: async ({ input: form, person, db, now }) => {
    const asked = await readForm(db, person, form)
    if (!asked.ok) return { ok: false as const, reason: asked.reason }
    const { request, name, made: id } = asked
    const already = id === undefined ? null : await findMade(db, id, person)
    if (already) return { slug: already.slug, counts: null }
    const make = request.conference ? null : { id, name, ownerId: person.id }
    const report = await applyBringIn(db, request, { make, userId: person.id }, now)
    return report.conference
      ? { slug: report.conference.slug, counts: report.counts }
      : { ok: false as const, reason: report.reason ?? 'nothing-usable' }
  },
})

/** The conference that this person has made already, when the answer did not reach them. */
function findMade(db: PrismaClient, id: string, person: UserViewer): Promise<{ slug: string } | null> {
  return db.conference.findFirst({
    where: { id, memberships: { some: { userId: person.id, role: 'owner' } } },
    select: { slug: true },
  })
}

type Asked = { ok: true; request: BringInRequest; name: string | null; made?: string } | { ok: false; reason: string }

/** @throws {AppError} for whoever may not import here, and for a form that is none of ours */
async function readForm(db: PrismaClient, person: UserViewer, form: FormData): Promise<Asked> {
  const fields = bringInSchema.safeParse(fieldsOf(form))
  if (!fields.success) throw new AppError('INVALID', z.prettifyError(fields.error))
  const {
    conference: slug,
    address,
    text,
    name,
    timeZone,
    source,
    accept,
    leave,
    made,
    seen,
    mapping,
    answers,
    format,
  } = fields.data
  const conference = slug === null ? null : await (await grant(db, person, slug, 'import')).conference
  const material = await gather(form, address, text)
  if (!material.ok) return material
  const { files, address: fetchedAt, siteKey, problems, fetched } = material
  return {
    ok: true,
    name,
    made,
    request: {
      conference,
      files,
      address: fetchedAt,
      siteKey,
      problems,
      fetched,
      sourceName: source,
      format: format ?? undefined,
      timeZone,
      mapping,
      answers,
      accept,
      leave,
      seen,
    },
  }
}

async function gather(
  form: FormData,
  address: string | null,
  text: string | null,
): Promise<({ ok: true } & ImportMaterial) | FailedFetch | { ok: false; reason: 'nothing-given' }> {
  if (address) return fetchSource(address, { allow: readEnvironment().HALLWAY_FETCH_ALLOW })
  // Browsers send a field without files as one without a name.
  const uploads = form.getAll('files').filter((file) => file instanceof File && file.name !== '')
  const files = await Promise.all(
    uploads.flatMap((file) =>
      file instanceof File
        ? [file.arrayBuffer().then((buffer) => ({ name: file.name, bytes: new Uint8Array(buffer) }))]
        : [],
    ),
  )
  if (text) files.push({ name: 'text', bytes: new TextEncoder().encode(text) })
  return files.length > 0
    ? { ok: true, files, address: null, siteKey: null, problems: [] }
    : { ok: false, reason: 'nothing-given' }
}
