import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { getViewer, type UserViewer } from '@/lib/people/server/viewer'
import { now } from '@/lib/platform/clock'
import { database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { slugify } from '@/lib/platform/slug'
import { pageAddress } from '@/lib/program/addresses'
import { loadAgendaOf, loadConferenceFor } from '@/lib/schedule/loaders'
import { suggestHandle } from './handle'
import { loadMaterial } from './load-material'
import { privateNameOf } from './publish'
import { daysToTell } from '../days-to-tell'
import { listNameable } from '../nameable'
import { deletedAddress, recapsAddress } from '../recaps-address'
import {
  getOwnRecap,
  listDeletedRecaps,
  listDeletedStrayRecaps,
  listOwnPhotos,
  listOwnRecaps,
  listOwnSeries,
  listStrayRecaps,
  requireStrayConference,
} from './queries'

/**
 * My recaps of this conference, and what a new one could be of; a guest is asked to sign in first.
 * @param asked the day of which one is to be made, if an address named one
 */
export const loadOwnRecaps = cache(async (slug: string, asked: string | null) => {
  const { conference, viewer } = await requireAuthor(slug, recapsAddress(slug, asked))
  const db = database()
  const [material, recaps, deleted] = [
    await loadMaterial(db, viewer, conference.id),
    await listOwnRecaps(db, { userId: viewer.id, conferenceId: conference.id, now: now() }),
    await listDeletedRecaps(db, viewer.id, conference.id),
  ]
  return {
    conference,
    recaps,
    deleted,
    ...daysToTell(material, asked, now()),
    ...listNameable(material),
  }
})

/** One recap of mine for the editor, with my series. */
export const loadOwnRecap = cache(async (slug: string, id: string) => {
  const { conference, viewer } = await requireAuthor(slug, pageAddress(slug, 'recap', id))
  if (!z.uuid().safeParse(id).success) notFound()
  const recap = await getOwnRecap(database(), { userId: viewer.id, id, now: now() })
  if (!recap)
    leadToDeleted(pageAddress(slug, 'recaps'), id, await listDeletedRecaps(database(), viewer.id, conference.id))
  if (recap?.conferenceId !== conference.id) notFound()
  const [series, photos, agenda] = [
    await listOwnSeries(database(), viewer.id),
    await listOwnPhotos(database(), viewer.id, conference.id),
    await loadAgendaOf(conference),
  ]
  const linked = agenda.sessions.flatMap(({ number, title, slides, replay }) =>
    slides || replay ? [{ number, title, ...(slides && { slides }), ...(replay && { replay }) }] : [],
  )
  const isPrivate = conference.visibility === 'private'
  const names = { publicName: isPrivate ? null : conference.name, privateName: isPrivate ? conference.name : null }
  return { conference, recap, address: addressOf(recap), series, photos, linked, ...names, ...authorOf(viewer) }
})

/** My recaps of conferences that were deleted; a guest is asked to sign in first. */
export const loadStrayRecaps = cache(async () => {
  const { id } = await requireUser('/recaps')
  const db = database()
  return { recaps: await listStrayRecaps(db, id, now()), deleted: await listDeletedStrayRecaps(db, id) }
})

/** One of them for the editor. */
export const loadStrayRecap = cache(async (id: string) => {
  const [db, viewer] = [database(), await requireUser(`/recaps/${id}`)]
  const userId = viewer.id
  const recap = z.uuid().safeParse(id).success ? await getOwnRecap(db, { userId, id, now: now() }) : null
  if (!recap) leadToDeleted('/recaps', id, await listDeletedStrayRecaps(db, userId))
  if (!recap) notFound()
  const conference = await requireStrayConference(db, userId, id).catch(notFoundIfRefused)
  const photos = conference ? await listOwnPhotos(db, userId, conference.id) : []
  const [series, privateName] = [await listOwnSeries(db, userId), await privateNameOf(db, conference?.id ?? null)]
  const names = { publicName: null, privateName }
  return { conference, recap, address: addressOf(recap), series, photos, linked: [], ...names, ...authorOf(viewer) }
})

/** Whoever has the address of a recap that they deleted comes to where it can be brought back. */
function leadToDeleted(list: string, id: string, deleted: readonly { id: string }[]): void {
  if (deleted.some((one) => one.id === id)) redirect(deletedAddress(list, id))
}

function addressOf({ slug, title }: NonNullable<Awaited<ReturnType<typeof getOwnRecap>>>): string {
  return slug ?? slugify(title, 'recap')
}

function notFoundIfRefused(error: unknown): never {
  if (error instanceof AppError) notFound()
  throw error
}

/** Who writes, and what could be their address if they have none. */
function authorOf({ name }: UserViewer): { authorName: string | null; suggestedHandle: string } {
  return { authorName: name, suggestedHandle: suggestHandle(name) }
}

async function requireUser(path: string): Promise<UserViewer> {
  const viewer = await getViewer()
  if (viewer.kind === 'guest') redirect(`/sign-in?to=${encodeURIComponent(path)}`)
  return viewer
}

async function requireAuthor(slug: string, path: string) {
  const conference = await loadConferenceFor(slug, 'plan', path)
  return { conference, viewer: await requireUser(path) }
}
