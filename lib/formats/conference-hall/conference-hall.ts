import { checkEntries, listEntries } from '../json/entries'
import type { Adapter, ImportFile, ParseOptions } from '../reading/adapter'
import { cancelledTitle } from '../reading/cancelled-title'
import { readJson } from '../reading/json'
import { kindOfFormat, kindOfPause } from '../reading/kind-of-format'
import { languageCode } from '../reading/language-code'
import { programmeDays } from '../reading/late-night'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
import { capacityReader } from '../reading/room-capacity'
import { timeReader } from '../reading/source-times'
import { exportOf, titleOf, zoneOf, type ConferenceHallExport, type ScheduleExport } from './exports'
import { hoursQuestion } from './hours'
import { conferenceHallSessionSchema, conferenceHallSpeakerSchema, type ConferenceHallSession } from './schema'

/**
 * Conference Hall's export of a schedule (JSON; its API gives the same). Its exports of proposals, and the one that it
 * had before it knew schedules, hold no times: that is said of them, and nothing of what they hold is read.
 */
export const conferenceHall: Adapter = {
  format: 'conference-hall',
  recognises: (files) => files.some((file) => exportIn(file) !== null),
  inspect: (files) => {
    const [first] = files.flatMap((file) => scheduleIn(file) ?? [])
    return { title: first ? titleOf(first) : null, siteKey: null, timeZone: first ? zoneOf(first) : null }
  },
  parse: (files, options) => {
    const draft = startProgram()
    for (const file of files) readFile(file, files.length > 1 ? `${file.name}: ` : '', draft, options)
    return draft.finish()
  },
}

function exportIn(file: ImportFile): ConferenceHallExport | null {
  const json = readJson(file)
  return json.ok ? exportOf(json.value) : null
}

function scheduleIn(file: ImportFile): ScheduleExport | null {
  const found = exportIn(file)
  return found?.part === 'schedule' ? found.schedule : null
}

function readFile(file: ImportFile, prefix: string, draft: ProgramDraft, options: ParseOptions): void {
  const json = readJson(file)
  const found = json.ok ? exportOf(json.value) : null
  if (found?.part === 'schedule') readSchedule(found.schedule, prefix, draft, options)
  else if (found) draft.addProblem('error', file.name, 'call-for-papers', `Conference Hall: ${found.count}`)
  else draft.addProblem('error', file.name, json.ok ? 'file-not-used' : json.code)
}

type Timed = { path: string; session: ConferenceHallSession; startAt: Date; endAt: Date | null }

function readSchedule(schedule: ScheduleExport, prefix: string, draft: ProgramDraft, options: ParseOptions): void {
  const entries = listEntries(`${prefix}sessions`, schedule.sessions)
  if (entries.length === 0) draft.addProblem('error', `${prefix}sessions`, 'no-sessions')
  const found = checkEntries(entries, conferenceHallSessionSchema, draft.addProblem)
  const timed = timesOf(found, schedule, draft, options)
  const dayOf = programmeDays(timed, options.timeZone)
  const capacityOf = capacityReader(
    new Set(timed.flatMap(({ session }) => session.track ?? [])),
    options.answers,
    draft,
  )
  for (const one of timed) draftSession(one, dayOf(one.startAt), capacityOf, draft)
}

/** Clocks are those of the zone that the export names, whatever the conference's is. */
function timesOf(
  found: { path: string; value: ConferenceHallSession }[],
  schedule: ScheduleExport,
  draft: ProgramDraft,
  { timeZone: given, answers }: ParseOptions,
): Timed[] {
  const named = zoneOf(schedule)
  const timeZone = named ?? given
  const sessions = found.map(({ value }) => value)
  const question = hoursQuestion(
    { sessions, days: schedule.days, timeZone, isNamed: named !== null },
    answers?.['z-means-local'],
  )
  if (question) draft.addQuestion(question)
  const isLocal = question !== null && (question.answer ?? question.guess) === 'local'
  const read = timeReader(timeZone, draft.addProblem)
  const readClock = (time: string | null, path: string) => read((isLocal && time?.replace(/Z$/, '')) || time, path)
  return found.flatMap(({ path, value: session }) => {
    if (session.start === null) draft.addProblem('error', `${path}.start`, 'start-missing', session.title)
    const startAt = readClock(session.start, `${path}.start`)
    return startAt ? [{ path, session, startAt, endAt: readClock(session.end, `${path}.end`) }] : []
  })
}

function draftSession(
  { path, session, startAt, endAt }: Timed,
  dayOn: string,
  capacityOf: (room: string) => number | null,
  draft: ProgramDraft,
): void {
  const { proposal, track } = session
  const { title, isCancelled } = cancelledTitle(session.title)
  const speakerKeys = addSpeakers(proposal?.speakers ?? [], `${path}.proposal.speakers`, draft)
  const roomKey = track === null ? null : draft.addRoom(track, { capacity: capacityOf(track) })
  draft.addSession(path, {
    sourceId: session.id,
    rawTitle: session.title,
    title,
    description: proposal?.abstract ?? null,
    kind: proposal ? kindOfFormat(title, proposal.formats.join(', '), speakerKeys.length > 0) : kindOfPause(title),
    cancelled: isCancelled,
    dayOn,
    startAt,
    endAt,
    roomKeys: roomKey === null ? [] : [roomKey],
    trackKey: draft.addTrack(proposal?.categories[0] ?? null),
    colocatedKey: null,
    speakerKeys,
    language: languageCode(session.language),
    url: null,
    capacity: null,
    level: levelOf(proposal?.level ?? null),
    replayUrl: session.videoLinkYoutube,
  })
}

function addSpeakers(speakers: readonly unknown[], path: string, draft: ProgramDraft): string[] {
  return checkEntries(listEntries(path, speakers), conferenceHallSpeakerSchema, draft.addProblem).flatMap(
    ({ value: { id, ...speaker } }) => draft.addSpeaker({ key: id, ...speaker }) ?? [],
  )
}

/** "BEGINNER" as people write it. */
function levelOf(level: string | null): string | null {
  return level && /^[A-Z_]+$/.test(level)
    ? level.slice(0, 1) + level.slice(1).toLowerCase().replaceAll('_', ' ')
    : level
}
