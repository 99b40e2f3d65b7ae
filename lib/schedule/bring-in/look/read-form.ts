import { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import { grant } from '@/lib/people/server/grant'
import type { UserViewer } from '@/lib/people/server/viewer'
import { readEnvironment } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { bringInSchema, fieldsOf } from '../bring-in-form'
import { fetchSource, type FailedFetch, type ImportMaterial } from '../fetching/fetch-source'
import type { BringInRequest } from '../read-material'

type Asked = { ok: true; request: BringInRequest; name: string | null; made?: string } | { ok: false; reason: string }

/**
 * What the form that brings a programme in asks for, with its files, or those at its address.
 * @param signal ends the fetching
 * @throws {AppError} for whoever may not import here, and for a form that is none of ours
 */
export async function readForm(
  db: PrismaClient,
  person: UserViewer,
  form: FormData,
  signal?: AbortSignal,
): Promise<Asked> {
  const fields = bringInSchema.safeParse(fieldsOf(form))
  if (!fields.success) throw new AppError('INVALID', z.prettifyError(fields.error))
  const {
    conference: slug,
    address,
    text,
    name,
    timeZone,
    guessedZone,
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
  const material = await gather(form, address, text, signal)
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
      ...(timeZone === guessedZone ? { timeZone: null, guessedZone: timeZone } : { timeZone }),
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
  signal?: AbortSignal,
): Promise<({ ok: true } & ImportMaterial) | FailedFetch | { ok: false; reason: 'nothing-given' }> {
  if (address) return fetchSource(address, { allow: readEnvironment().HALLWAY_FETCH_ALLOW, signal })
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
