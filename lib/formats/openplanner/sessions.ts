import { MINUTE_MS } from '@/lib/platform/time'
import type { ParseOptions } from '../reading/adapter'
import { cancelledTitle } from '../reading/cancelled-title'
import { kindOfFormat, kindOfPause } from '../reading/kind-of-format'
import { languageCode } from '../reading/language-code'
import { programmeDays } from '../reading/late-night'
import type { ProgramDraft } from '../reading/program-draft'
import { capacityReader } from '../reading/room-capacity'
import { timeReader } from '../reading/source-times'
import type { Plan } from './forms'
import type { OpenPlannerSession } from './schema'

type Timed = { path: string; value: OpenPlannerSession; startAt: Date; endAt: Date | null }

/** Adds what of a plan is scheduled; what is not is told. */
export function addPlan(plan: Plan, draft: ProgramDraft, options: ParseOptions): void {
  const timed = timesOf(plan, draft, options)
  const dayOf = programmeDays(timed, options.timeZone)
  const names = [...plan.rooms.map(({ name }) => name), ...timed.map(({ value }) => value.trackTitle)]
  const capacityOf = capacityReader(new Set(names.filter((name) => name !== null)), options.answers, draft)
  const add = sessionAdder(plan, capacityOf, draft)
  for (const session of timed) add(session, dayOf(session.startAt))
}

function timesOf({ sessions, timeZone }: Plan, draft: ProgramDraft, options: ParseOptions): Timed[] {
  const read = timeReader(timeZone ?? options.timeZone, draft.addProblem)
  const waiting = sessions.filter(({ value }) => value.dateStart === null)
  if (waiting.length > 0) {
    const titles = waiting.slice(0, 5).map(({ value }) => value.title)
    draft.addProblem('info', waiting[0]?.path ?? '', 'not-scheduled', `${waiting.length}: ${titles.join('; ')}`)
  }
  return sessions.flatMap(({ path, value }) => {
    const startAt = read(value.dateStart, path)
    if (!startAt) return []
    const { durationMinutes } = value
    const byLength = durationMinutes === null ? null : new Date(startAt.getTime() + durationMinutes * MINUTE_MS)
    return [{ path, value, startAt, endAt: read(value.dateEnd, path) ?? byLength }]
  })
}

function sessionAdder(
  plan: Plan,
  capacityOf: (room: string) => number | null,
  draft: ProgramDraft,
): (session: Timed, dayOn: string) => void {
  const [formats, categories] = [plan.formats, plan.categories].map(
    (all) => new Map(all.map((one) => [one.id, one.name])),
  )
  const speakers = new Map(plan.speakers.map((speaker) => [speaker.id, speaker]))
  const columns = new Map(plan.rooms.map(({ id }, index) => [id, index]))

  const addSpeakers = (path: string, ids: string[]) =>
    ids.flatMap((id) => {
      const { jobTitle, ...speaker } = speakers.get(id) ?? { name: null, jobTitle: null }
      const key = draft.addSpeaker({ ...speaker, key: id, tagline: jobTitle })
      if (key === null) draft.addProblem('warning', path, 'speaker-unknown', id)
      return key ?? []
    })

  /** A session may take several columns; where the column's title is hidden, it is in no room of its own. */
  const addRooms = ({ trackId, trackTitle, extendWidth, hideTrackTitle }: OpenPlannerSession, path: string) => {
    if (hideTrackTitle || trackId === null) return []
    const column = columns.get(trackId)
    const rooms =
      column === undefined ? [{ id: trackId, name: trackTitle }] : plan.rooms.slice(column, column + extendWidth)
    const keys = rooms.flatMap(
      ({ id, name }) => draft.addRoom(name, { key: id, capacity: name === null ? null : capacityOf(name) }) ?? [],
    )
    if (keys.length === 0) draft.addProblem('warning', path, 'room-unknown', trackId)
    return keys
  }

  return ({ path, value: session, startAt, endAt }, dayOn) => {
    const { title, isCancelled } = cancelledTitle(session.title)
    const speakerKeys = addSpeakers(path, session.speakerIds)
    const isTalk = speakerKeys.length > 0 || (session.formatId !== null && !session.hideTrackTitle)
    const format = formats?.get(session.formatId ?? '') ?? null
    draft.addSession(path, {
      sourceId: session.id,
      rawTitle: session.title,
      title,
      description: session.abstract,
      kind: isTalk ? kindOfFormat(title, format, speakerKeys.length > 0) : kindOfPause(title),
      cancelled: isCancelled,
      dayOn,
      startAt,
      endAt,
      roomKeys: addRooms(session, path),
      trackKey: draft.addTrack(categories?.get(session.categoryId ?? '') ?? session.categoryName),
      colocatedKey: null,
      speakerKeys,
      language: languageCode(session.language),
      url: null,
      capacity: null,
      level: session.level,
      slidesUrl: session.presentationLink,
      replayUrl: session.videoLink,
    })
  }
}
