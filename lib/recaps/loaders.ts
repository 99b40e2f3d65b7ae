import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { outlineOf } from '@/lib/notes/outline'
import { getViewer } from '@/lib/people/viewer'
import { now } from '@/lib/platform/clock'
import { database } from '@/lib/platform/db'
import { loadAgendaOf, loadConferenceFor } from '@/lib/schedule/loaders'
import { loadMaterial } from './load-material'
import { markKey } from './material'
import { getOwnRecap, listOwnPhotos, listOwnRecaps, listOwnSeries } from './queries'

/** My recaps of this conference, and what a new one could be of; a guest is asked to sign in first. */
export const loadOwnRecaps = cache(async (slug: string) => {
  const { conference, viewer } = await requireAuthor(slug, `/c/${slug}/recaps`)
  const db = database()
  const [material, recaps] = [await loadMaterial(db, viewer, conference.id), await listOwnRecaps(db, { userId: viewer.id, conferenceId: conference.id, now: now() })]
  const { person, sponsor } = outlineOf(material.notes)
  return {
    conference, recaps, days: material.agenda.days,
    people: person.map(({ note, mark }) => ({ key: markKey(note.id, mark.line), name: [mark.name, mark.company].filter(Boolean).join(', ') })),
    sponsors: sponsor.map(({ note, mark }) => ({ key: markKey(note.id, mark.line), name: mark.company })),
  }
})

/** One recap of mine for the editor, with my series. */
export const loadOwnRecap = cache(async (slug: string, id: string) => {
  const { conference, viewer } = await requireAuthor(slug, `/c/${slug}/recaps/${id}`)
  if (!z.uuid().safeParse(id).success) notFound()
  const recap = await getOwnRecap(database(), { userId: viewer.id, id, now: now() })
  if (!recap || recap.conferenceId !== conference.id) notFound()
  const [series, photos, agenda] = [await listOwnSeries(database(), viewer.id), await listOwnPhotos(database(), viewer.id, conference.id), await loadAgendaOf(conference)]
  const linked = agenda.sessions.flatMap(({ number, title, slides, replay }) => (slides || replay ? [{ number, title, ...(slides && { slides }), ...(replay && { replay }) }] : []))
  return { conference, recap, series, photos, linked }
})

async function requireAuthor(slug: string, path: string) {
  const conference = await loadConferenceFor(slug, 'plan', path)
  const viewer = await getViewer()
  if (viewer.kind === 'guest') redirect(`/sign-in?to=${encodeURIComponent(path)}`)
  return { conference, viewer }
}
