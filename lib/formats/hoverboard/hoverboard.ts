import { z } from 'zod'
import type { Adapter, ParseOptions } from '../reading/adapter'
import { checkEntries, hasPart } from '../json/entries'
import { jsonFlag, jsonId, jsonLine, jsonList, jsonProse, jsonText, jsonWord } from '../json/fields'
import { kindOfFormat, kindOfPause } from '../reading/kind-of-format'
import { languageCode } from '../reading/language-code'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
import { capacityReader } from '../reading/room-capacity'
import { timeReader } from '../reading/source-times'
import { hoverboardEntries, hoverboardPartOf, type HoverboardEntry } from './parts'
import { placeSessions, type PlacedSession } from './timetable'

/**
 * GDG's website template Hoverboard: the data that it loads into Firebase, whole or a file for each collection. Times
 * are the conference's own, without a zone. One session stands for every coffee break: a pause is known by its id and
 * its time.
 */
export const hoverboard: Adapter = {
  format: 'hoverboard',
  recognises: (files) => hasPart(files, hoverboardPartOf),
  inspect: () => ({ title: null, siteKey: null, timeZone: null }),

  parse: (files, options) => {
    const draft = startProgram()
    const { entries, parts } = hoverboardEntries(files, draft.addProblem)
    const placed = placeSessions(entries.schedule, timeReader(options.timeZone, draft.addProblem), draft)
    const sessions = new Map(
      checkEntries(entries.sessions, sessionSchema, draft.addProblem).map(({ key, value }) => [key, value]),
    )
    if (entries.schedule.length === 0)
      for (const { name, part } of parts) draft.addProblem('error', name, 'schedule-file-needed', part)
    else if (placed.length === 0) draft.addProblem('error', files[0]?.name ?? '', 'no-sessions')
    addRooms(placed, options, draft)
    const addSpeakers = speakerAdder(entries.speakers, draft)
    for (const at of placed) addSession(at, sessions.get(at.sessionId), addSpeakers, draft)
    tellUnplaced(entries.sessions, placed, draft)
    return draft.finish()
  },
}

const sessionSchema = z.object({
  title: jsonLine,
  description: jsonProse,
  type: jsonText,
  language: jsonText,
  complexity: jsonText,
  isBreak: jsonFlag,
  speakers: jsonList(jsonId),
  tags: jsonList(jsonLine),
  videoId: jsonWord,
  presentation: jsonWord,
})

const speakerSchema = z.object({ name: jsonText, company: jsonText, title: jsonText, bio: jsonProse })

function addRooms(placed: PlacedSession[], { answers }: ParseOptions, draft: ProgramDraft): void {
  const names = new Set(placed.flatMap(({ rooms }) => rooms))
  const capacityOf = capacityReader(names, answers, draft)
  for (const name of names) draft.addRoom(name, { capacity: capacityOf(name) })
}

function addSession(
  { path, sessionId, dayOn, clock, startAt, endAt, rooms }: PlacedSession,
  session: z.output<typeof sessionSchema> | undefined,
  addSpeakers: (path: string, keys: string[]) => string[],
  draft: ProgramDraft,
): void {
  if (!session) return draft.addProblem('warning', path, 'session-unknown', sessionId)
  const speakerKeys = addSpeakers(path, session.speakers)
  const kind = session.isBreak
    ? kindOfPause(session.title)
    : kindOfFormat(session.title, session.type, speakerKeys.length > 0)
  const isPause = session.isBreak || kind === 'break' || kind === 'service'
  draft.addSession(path, {
    sourceId: isPause ? `${sessionId}@${dayOn}T${clock}` : sessionId,
    rawTitle: session.title,
    description: session.description,
    kind,
    cancelled: false,
    dayOn,
    startAt,
    endAt,
    roomKeys: rooms.flatMap((name) => draft.addRoom(name) ?? []),
    trackKey: draft.addTrack(session.tags[0] ?? null),
    colocatedKey: null,
    speakerKeys,
    language: languageCode(session.language),
    url: null,
    capacity: null,
    level: session.complexity,
    slidesUrl: session.presentation,
    replayUrl: replayOf(session.videoId),
  })
}

/** The address of a video that is named by YouTube's id, or by its address. */
function replayOf(video: string | null): string | null {
  return video !== null && /^[\w-]{6,20}$/.test(video) ? `https://www.youtube.com/watch?v=${video}` : video
}

function speakerAdder(entries: HoverboardEntry[], draft: ProgramDraft) {
  const known = new Map(checkEntries(entries, speakerSchema, draft.addProblem).map(({ key, value }) => [key, value]))
  return (path: string, keys: string[]) =>
    keys.flatMap((key) => {
      const { title: tagline = null, ...speaker } = known.get(key) ?? { name: null }
      const added = draft.addSpeaker({ ...speaker, key, tagline })
      if (added === null) draft.addProblem('warning', path, 'speaker-unknown', key)
      return added ?? []
    })
}

function tellUnplaced(entries: HoverboardEntry[], placed: PlacedSession[], draft: ProgramDraft): void {
  const used = new Set(placed.map(({ sessionId }) => sessionId))
  const unplaced = entries.filter(({ key }) => !used.has(key))
  const [first] = unplaced
  if (!first || placed.length === 0) return
  const keys = unplaced.slice(0, 5).map(({ key }) => key)
  draft.addProblem('info', first.path, 'not-scheduled', `${unplaced.length}: ${keys.join('; ')}`)
}
