import { MINUTE_MS } from '@/lib/platform/time'
import type { SessionKind } from '@/lib/program/session-kinds'
import type { Adapter } from '../reading/adapter'
import { checkEntries } from '../json/entries'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
import type { Answers } from '../reading/questions'
import { capacityReader } from '../reading/room-capacity'
import { sessionKind } from '../reading/session-kind'
import { labelsOf, type LabelCatalog } from './labels'
import { publishedSessions, type Scheduled } from './published'
import {
  sessionizeCategorySchema,
  sessionizeQuestionSchema,
  sessionizeRoomSchema,
  sessionizeSessionSchema,
  sessionizeSpeakerSchema,
  type SessionizeSession,
  type SessionizeSpeaker,
} from './schema'
import { companyOf, nameOf } from './speakers'
import { entriesOf, readView, type Entries, type ViewEntry } from './views'

/**
 * Sessionize's public API v2: view/GridSmart or view/Sessions, each with view/Speakers beside it, or view/All; or the
 * page that a site embeds, which has instants, but no companies. Times of the API are wall times of the conference's
 * zone, which no view names. Only scheduled sessions that are accepted (or have no
 * status) are published, and only their speakers: view/All also holds what a call for papers has not decided.
 */
export const sessionize: Adapter = {
  format: 'sessionize',
  recognises: (files) => files.some((file) => typeof readView(file) === 'object'),
  inspect: () => ({ title: null, siteKey: null, timeZone: null }),

  parse: (files, { timeZone, answers }) => {
    const draft = startProgram()
    const entries = files.map((file): Entries => {
      const view = readView(file)
      if (typeof view === 'object') return entriesOf(view, files.length > 1 ? `${file.name}: ` : '')
      draft.addProblem('error', file.name, view)
      return { sessions: [], speakers: [], rooms: [], questions: [], categories: [] }
    })
    const all = (part: keyof Entries) => entries.flatMap((file) => file[part])
    const found = checkEntries(all('sessions'), sessionizeSessionSchema, draft.addProblem)
    if (all('sessions').length === 0)
      draft.addProblem('error', files[0]?.name ?? '', all('speakers').length > 0 ? 'speakers-only' : 'no-sessions')

    const published = publishedSessions(found, draft, timeZone)
    if (all('sessions').length > 0 && published.length === 0)
      draft.addProblem('error', files[0]?.name ?? '', 'nothing-scheduled', `0 / ${all('sessions').length}`)
    const rooms = addRooms(all('rooms'), published, draft, answers)
    const addSpeakers = speakerAdder(all('speakers'), all('questions'), draft)
    const catalog = catalogOf(all('categories'), draft)
    for (const session of published) draftSession(session, { draft, rooms, catalog, addSpeakers })
    return draft.finish()
  },
}

function addRooms(
  entries: ViewEntry[],
  published: Scheduled[],
  draft: ProgramDraft,
  answers: Answers | undefined,
): ReadonlySet<string> {
  const listed = checkEntries(entries, sessionizeRoomSchema, draft.addProblem).map(({ value: room }) => room)
  const named = published.flatMap(({ value: { roomId, room } }) =>
    roomId != null && room ? [{ id: roomId, name: room }] : [],
  )
  const names = [...listed, ...named].map((room) => room.name)
  const capacityOf = capacityReader(names, answers, draft)
  return new Set(
    [...listed, ...named].flatMap(
      (room) => draft.addRoom(room.name, { key: room.id, capacity: capacityOf(room.name) }) ?? [],
    ),
  )
}

/** @returns a function that adds the speakers of one session and gives their keys */
function speakerAdder(
  entries: ViewEntry[],
  questionEntries: ViewEntry[],
  draft: ProgramDraft,
): (path: string, session: SessionizeSession) => string[] {
  const known = new Map<string, SessionizeSpeaker>()
  for (const { value: speaker } of checkEntries(entries, sessionizeSpeakerSchema, draft.addProblem))
    if (!known.has(speaker.id)) known.set(speaker.id, speaker)
  const questions = new Map(
    checkEntries(questionEntries, sessionizeQuestionSchema, draft.addProblem).map(({ value: { id, question } }) => [
      id,
      question,
    ]),
  )
  return (path, session) =>
    session.speakers.flatMap(({ id, name }) => {
      const speaker = known.get(id)
      const key = speaker
        ? draft.addSpeaker({
            key: id,
            name: nameOf(speaker) ?? name,
            company: companyOf(speaker, questions),
            tagline: speaker.tagLine,
            bio: speaker.bio,
          })
        : draft.addSpeaker({ key: id, name })
      if (key === null) draft.addProblem('warning', path, 'speaker-unknown', id)
      return key ?? []
    })
}

function catalogOf(entries: ViewEntry[], draft: ProgramDraft): LabelCatalog {
  const categories = checkEntries(entries, sessionizeCategorySchema, draft.addProblem).map(
    ({ value: category }) => category,
  )
  return new Map(
    categories
      .filter(({ type }) => type !== 'speaker')
      .flatMap(({ title, items }) => items.map(({ id, name }) => [id, { category: title, name }])),
  )
}

type Surroundings = {
  draft: ProgramDraft
  rooms: ReadonlySet<string>
  catalog: LabelCatalog
  addSpeakers: (path: string, session: SessionizeSession) => string[]
}

function draftSession(scheduled: Scheduled, { draft, rooms, catalog, addSpeakers }: Surroundings): void {
  const { path, dayOn, startAt, endAt, value: session } = scheduled
  const { track, format, level, language } = labelsOf(session, catalog)
  const roomKey = session.roomId ?? draft.addRoom(session.room)
  if (roomKey !== null && !rooms.has(roomKey) && session.roomId != null)
    draft.addProblem('warning', `${path}.roomId`, 'room-unknown', roomKey)
  const speakerKeys = addSpeakers(path, session)
  draft.addSession(path, {
    sourceId: session.id,
    rawTitle: session.title,
    description: session.description,
    kind: kindOf(scheduled, format),
    cancelled: false,
    dayOn,
    startAt,
    endAt,
    roomKeys: roomKey === null || (session.roomId != null && !rooms.has(roomKey)) ? [] : [roomKey],
    trackKey: draft.addTrack(track),
    colocatedKey: null,
    speakerKeys,
    language,
    url: null,
    capacity: null,
    level,
    replayUrl: session.recordingUrl ?? session.liveUrl,
  })
}

/**
 * A service session is a break or a service by its title; a talk before everybody is a keynote, unless it lasts a few
 * minutes.
 */
function kindOf({ value: session, startAt, endAt }: Scheduled, format: string | null): SessionKind {
  if (session.isServiceSession) return pause.test(session.title) ? 'break' : 'service'
  const hasSpeakers = session.speakers.length > 0
  const kind = sessionKind({ title: session.title, category: format, hasSpeakers })
  if (kind !== 'talk' || !session.isPlenumSession || !hasSpeakers) return kind
  return endAt && endAt.getTime() - startAt.getTime() < 15 * MINUTE_MS ? 'lightning' : 'keynote'
}

const pauses = [
  'breaks?|coffee|tea|breakfast|brunch|lunch|dinner|snacks?',
  'pause|café|petit-déjeuner|déjeuner|dîner|goûter',
  String.raw`kaffee|mittag\p{L}*|frühstück|abendessen|\p{L}*pause|\p{L}*pauze`,
]
const pause = new RegExp(String.raw`(?<!\p{L})(${pauses.join('|')})(?!\p{L})`, 'iu')
