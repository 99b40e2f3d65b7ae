import { forbidden, notFound, permanentRedirect, redirect } from 'next/navigation'
import { cache } from 'react'
import { requireAccess, roleOf, scopeOf } from '@/lib/people/server/access'
import { isInvited } from '@/lib/people/server/invitations'
import type { Capability } from '@/lib/people/permissions'
import { isOperator } from '@/lib/people/server/operator'
import { takenDownFor } from '@/lib/people/server/participation'
import { getViewer } from '@/lib/people/server/viewer'
import { now } from '@/lib/platform/clock'
import { database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { idField } from '@/lib/platform/fields'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { partAt, type PartKind } from '@/lib/program/parts'
import { loadBuilding } from './building/list-floors'
import { countTouched, listDeletedConferences } from './edit/conference-bin'
import { loadAgenda } from './read/load-agenda'
import { getConference, getSession, getSpeaker, getSpeakerText, listRooms, listTracksToEdit } from './read/queries'
import { daysOf } from './checks/checked-source'
import { getSource, listSources } from './checks/list-sources'
import { suggestedChoice } from './checks/pace'
import { listDifferent } from './edit/different-parts'
import { standingScope } from './scope'
import { listWalks } from './edit/walks'
import { listOwned } from './overrides/list-owned'
import { listOwnedParts } from './overrides/list-owned-parts'
import type { OwnedKind } from './overrides/part-fields'
import { compareReleases, listEarlierNumbers, listReleases } from './releases/list-releases'
import type { MergedKind } from './merging/kinds'
import { listMerged } from './merging/list-merged'
import { listNamedSpeakers } from './merging/list-speakers'
import { listSplits } from './splitting/list-splits'
import { previewDraftUndo } from './releases/undo-draft'
import { previewUndo } from './releases/undo-import'

/**
 * The conference at this address, for whoever may see it; a private one does not exist for others. Public ones never
 * ask who looks.
 */
export const loadConference = cache(async (slug: string) => {
  const conference = await getConference(database(), slug)
  if (!conference) notFound()
  if (conference.visibility === 'private') await allow(conference, 'see')
  return conference
})

/** Like loadConference, for a conference that is known by its id. Answers 404 where there is none. */
export async function loadConferenceOf(id: string) {
  const conference = await database().conference.findUnique({ where: { id }, select: { slug: true } })
  return loadConference(conference?.slug ?? notFound())
}

/**
 * The conference, for someone who may do this to it; a guest is asked to sign in first, others are told who may
 * (forbidden.tsx).
 */
export const loadConferenceFor = cache(async (slug: string, capability: Capability, path: string) => {
  const conference = await getConference(database(), slug)
  if (!conference) notFound()
  await allow(conference, capability, path)
  return conference
})

// One agenda a conference, of its newest version: a day page needs it whole to know the other days.
const agendas = new Map<string, Promise<Agenda>>()
const MOST_AGENDAS = 50

/** The agenda of a conference that its viewer may see. */
export const loadAgendaOf = cache(async (conference: { id: string; version: number }): Promise<Agenda> => {
  const key = `${conference.id} ${conference.version}`
  const kept = agendas.get(key)
  if (kept) return kept
  for (const old of agendas.keys())
    if (old.startsWith(conference.id) || agendas.size >= MOST_AGENDAS) agendas.delete(old)
  const loading = loadAgenda(database(), conference.id).then((agenda) => agenda ?? notFound())
  agendas.set(key, loading)
  loading.catch(() => agendas.delete(key))
  return loading
})

// Postgres's integer; an address may hold anything.
const LARGEST_NUMBER = 2_147_483_647

/** One session in full, by the number that its address begins with. */
export const loadSession = cache(async (conferenceId: string, slug: string) => {
  const number = Number.parseInt(slug, 10)
  const session = number > 0 && number <= LARGEST_NUMBER ? await getSession(database(), conferenceId, number) : null
  return session ?? notFound()
})

/** One speaker to correct, by their id: their address changes with their name. Answers 404 where there is none. */
export const loadSpeaker = cache(async (conferenceId: string, id: string) => {
  const known = idField().safeParse(id)
  return (known.success ? await getSpeaker(database(), conferenceId, known.data) : null) ?? notFound()
})

/** The speaker, room, track or co-located event at this address; from one that it had before, its own is led to. */
export async function loadPart(
  conference: { id: string; slug: string; version: number },
  kind: PartKind,
  slug: string,
) {
  const found = partAt(await loadAgendaOf(conference), kind, slug)
  if (!found) notFound()
  if (found.part.slug !== slug) permanentRedirect(pageAddress(conference.slug, kind, found.part.slug))
  return found
}

/** The room of this sign; from an address that it had before it was renamed or merged, its own is led to. */
export async function loadSignedRoom(conference: { id: string; slug: string; version: number }, slug: string) {
  const found = partAt(await loadAgendaOf(conference), 'room', slug)
  if (!found) notFound()
  if (found.part.slug !== slug) permanentRedirect(pageAddress(conference.slug, 'sign', found.part.slug))
  return found.part
}

/** What a speaker says of themselves. */
export const loadSpeakerText = cache((id: string) => getSpeakerText(database(), id))

/** What the viewer is to a conference. */
export const loadRole = cache(async (conferenceId: string) => roleOf(database(), await getViewer(), conferenceId))

/** What the viewer leads; null: they are no lead. */
export const loadScope = cache(async (conferenceId: string) => {
  const viewer = await getViewer()
  if (viewer.kind === 'guest' || (await loadRole(conferenceId)) !== 'lead') return null
  return scopeOf(database(), conferenceId, viewer.id)
})

/** Which sessions the viewer may edit, and into which tracks they may put one: all, or those of what they lead. */
export const loadEditable = cache(async (conferenceId: string) => {
  const [scope, tracks] = [await loadScope(conferenceId), await loadTracks(conferenceId)]
  if (!scope) return { tracks, isTrackGiven: false, isTheirs: () => true }
  const led = await standingScope(database(), conferenceId, scope)
  return {
    tracks: led.trackId ? tracks.filter(({ id }) => id === led.trackId) : tracks,
    isTrackGiven: led.trackId !== null,
    isTheirs: ({ track, colocated }: { track?: string | null; colocated?: string | null }) =>
      (Boolean(track) && track === led.trackId) || (Boolean(colocated) && colocated === led.colocatedId),
  }
})

/** Whom deleting the conference touches besides the viewer. */
export const loadTouched = cache(async (conferenceId: string) => {
  const viewer = await getViewer()
  return viewer.kind === 'guest' ? { writers: 0, planners: 0 } : countTouched(database(), [conferenceId], viewer.id)
})

/** What the viewer deleted and can bring back. */
export const loadDeleted = cache(async () => {
  const viewer = await getViewer()
  return viewer.kind === 'guest' ? [] : listDeletedConferences(database(), viewer.id, now())
})

/** Rooms, walks, tracks and sources, for whoever was let in by loadConferenceFor. */
export const loadRooms = cache((conferenceId: string) => listRooms(database(), conferenceId))
export const loadBuildingOf = cache((conferenceId: string) => loadBuilding(database(), conferenceId))
export const loadWalks = cache((conferenceId: string) => listWalks(database(), conferenceId))
export const loadTracks = cache((conferenceId: string) => listTracksToEdit(database(), conferenceId))
export const loadDifferent = cache((conferenceId: string) => listDifferent(database(), conferenceId))
export const loadSplits = cache((conferenceId: string) => listSplits(database(), conferenceId))
export const loadNamedSpeakers = cache((conferenceId: string) => listNamedSpeakers(database(), conferenceId))
export const loadMerged = cache((conferenceId: string, kind: MergedKind) => listMerged(database(), conferenceId, kind))
export const loadOwned = cache((conferenceId: string, session: { id: string; sourceId: string | null }) =>
  listOwned(database(), conferenceId, session),
)
export const loadOwnedParts = cache((conferenceId: string, kind: OwnedKind, id?: string) =>
  listOwnedParts(database(), conferenceId, kind, id),
)
export const loadSources = cache((conferenceId: string) => listSources(database(), conferenceId))

/** How often the sources of a conference had better be checked, in minutes; 0: no more. */
export async function loadSuggestedChecks(conference: { id: string; timeZone: string }): Promise<number> {
  return suggestedChoice(await daysOf(database(), conference), now())
}

/** One source of a conference, for whoever was let in by loadConferenceFor. Answers 404 where there is none. */
export async function loadSource(conference: { id: string; timeZone: string }, id: string) {
  const known = idField().safeParse(id)
  const source = known.success ? await getSource(database(), conference, known.data, now()) : null
  return source ?? notFound()
}

/** Releases, for whoever was let in by loadConferenceFor. Answers 404 where there is none of this number. */
export const loadReleases = cache((conferenceId: string) => listReleases(database(), conferenceId))
export const loadEarlierReleases = cache((conferenceId: string, number: number) =>
  listEarlierNumbers(database(), conferenceId, number),
)

/** How many sessions taking a release back would change, and what it would leave; null where it cannot be. */
export const loadUndo = cache(async (conferenceId: string, number: number, kind: 'import' | 'draft') => {
  if (kind === 'draft') return previewDraftUndo(database(), conferenceId, number)
  const plan = await previewUndo(database(), conferenceId, number)
  return plan && { sessions: plan.diffs.length, left: plan.left }
})
export const loadComparison = cache(
  async (conferenceId: string, release: string, since: string | string[] | undefined) => {
    const earlier = since === undefined ? null : (releaseNumber(String(since)) ?? notFound())
    const compared = await compareReleases(database(), conferenceId, releaseNumber(release) ?? notFound(), earlier)
    return compared ?? notFound()
  },
)

function releaseNumber(word: string): number | null {
  const number = /^\d+$/.test(word) ? Number(word) : 0
  return number > 0 && number <= LARGEST_NUMBER ? number : null
}

async function allow(
  conference: { id: string; visibility: 'private' | 'public' },
  capability: Capability,
  path?: string,
): Promise<void> {
  try {
    await requireAccess(database(), await getViewer(), conference, capability)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'UNAUTHENTICATED' && path) redirect(`/sign-in?to=${encodeURIComponent(path)}`)
    if (await waitsForAnswer(conference.id)) redirect('/invitations')
    if (await isTakenFrom(conference.id)) redirect(`/taken-down/${conference.id}`)
    // They see the conference: there is no secret in that it can be managed.
    if (error.code === 'FORBIDDEN' && path) forbidden()
    notFound()
  }
}

/** Was it taken down, and has this viewer to do with it, or may put it back? */
async function isTakenFrom(id: string): Promise<boolean> {
  const viewer = await getViewer()
  if (viewer.kind === 'guest') return false
  const told = takenDownFor(viewer.id, await isOperator(database(), viewer))
  return (await database().conference.count({ where: { id, ...told } })) > 0
}

async function waitsForAnswer(conferenceId: string): Promise<boolean> {
  const viewer = await getViewer()
  return viewer.kind === 'user' && isInvited(database(), viewer, conferenceId)
}
