import { z } from 'zod'
import type { Adapter, ImportFile, ParseOptions } from '../reading/adapter'
import { checkEntries, filesByPart, hasPart, listEntries } from '../json/entries'
import { readJson } from '../reading/json'
import { programmeDays } from '../reading/late-night'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
import { readableNames } from '../reading/readable-name'
import { capacityReader } from '../reading/room-capacity'
import { sessionKind } from '../reading/session-kind'
import { tellOtherZone, timeReader } from '../reading/source-times'
import { titleFlags } from '../reading/title-flags'
import { levelField } from './level-field'
import { schedSessionSchema, type SchedSession } from './session'
import { schedTimesOf, type SchedTimes } from './times'
import { titleWithout } from './title'

/**
 * sched.com's API: `session/list` and `session/export` with `format=json`. `id` is the calendar's UID and the table's
 * `id`: a conference that changes from one to the other keeps its sessions. Who presents what is in it, unlike in the
 * calendar; who goes is, too, and is not read.
 */
export const schedJson: Adapter = {
  format: 'sched-json',
  recognises: (files) => hasPart(files, partOf),
  inspect: (files) => ({ title: null, siteKey: siteKeyOf(files), timeZone: null }),

  parse: (files, options) => {
    const draft = startProgram()
    const parts = filesByPart(files, partOf, draft.addProblem)
    const entries = parts.flatMap(({ part, prefix, json }) =>
      part === 'sessions' && Array.isArray(json) ? listEntries(prefix, json) : [],
    )
    const titles = addSessions(checkEntries(entries, schedSessionSchema, draft.addProblem), options, draft)
    if (entries.length === 0)
      for (const { name, part } of parts) draft.addProblem('error', name, 'schedule-file-needed', part)
    if (parts.length === 0) draft.addProblem('error', files[0]?.name ?? '', 'no-sessions')
    const { program, ...rest } = draft.finish()
    const sessions = program.sessions.map((session) => ({
      ...session,
      title: titles.get(session.rawTitle) ?? session.title,
    }))
    return { program: { ...program, siteKey: siteKeyOf(files), sessions }, ...rest }
  },
}

const sessionSign = z.union([
  z.object({ id: z.string(), event_key: z.string(), event_start: z.string() }),
  z.object({ id: z.string(), active: z.string(), event_start: z.string(), invite_only: z.string() }),
])
const userSign = z.object({ username: z.string(), name: z.string(), role: z.string() })

function partOf(json: unknown): 'sessions' | 'people' | null {
  const sample = Array.isArray(json) ? json.slice(0, 20) : []
  if (sample.some((value) => sessionSign.safeParse(value).success)) return 'sessions'
  return sample.some((value) => userSign.safeParse(value).success) ? 'people' : null
}

const filesSign = z.object({ files: z.array(z.object({ path: z.string() })) })

/** The site's name, which the addresses of its files begin with; null when there are none, or of several sites. */
function siteKeyOf(files: ImportFile[]): string | null {
  const values = files.flatMap((file) => {
    const json = readJson(file)
    return json.ok && Array.isArray(json.value) ? json.value : []
  })
  const keys = new Set(
    values
      .flatMap((value) => filesSign.safeParse(value).data?.files ?? [])
      .flatMap(({ path }) => /^https?:\/\/[^/]*\bsched\.com\/hosted_files\/([a-z\d-]{1,100})\//i.exec(path)?.[1] ?? []),
  )
  const [key] = keys
  return keys.size === 1 && key !== undefined ? key : null
}

type Found = { path: string; value: SchedSession }

/** @returns for each name as it was written its title, without the people */
function addSessions(found: Found[], { timeZone, answers }: ParseOptions, draft: ProgramDraft): Map<string, string> {
  const { addProblem } = draft
  const readTime = timeReader(timeZone, addProblem)
  const timed = found.flatMap(({ path, value }) => {
    if (value.active?.toUpperCase() === 'N') addProblem('info', path, 'not-published', value.name)
    else {
      const times = schedTimesOf(value, path, readTime, addProblem)
      if (times) return [{ path, value, times }]
    }
    return []
  })
  tellOtherZone(
    timed.flatMap(({ times }) => times.told ?? []),
    timeZone,
    addProblem,
  )
  const dayOf = programmeDays(
    timed.flatMap(({ times: { startAt, endAt } }) => (startAt ? [{ startAt, endAt }] : [])),
    timeZone,
  )
  const surroundings = {
    dayOf: ({ dateOn, startAt }: SchedTimes) => dateOn ?? (startAt ? dayOf(startAt) : ''),
    level: levelField(timed.map(({ value }) => value)),
    capacityOf: capacityReader(new Set(timed.flatMap(({ value }) => value.venue ?? [])), answers, draft),
    readable: readableNames(timed.map(({ value }) => value.name)),
  }
  return new Map(timed.map((session) => [session.value.name, addSession(session, surroundings, draft)]))
}

type Surroundings = {
  dayOf: (times: SchedTimes) => string
  level: ReturnType<typeof levelField>
  capacityOf: (room: string) => number | null
  readable: (name: string) => string
}

function addSession(
  { path, value, times }: Found & { times: SchedTimes },
  { dayOf, level, capacityOf, readable }: Surroundings,
  draft: ProgramDraft,
): string {
  const people = [...value.speakers, ...value.moderators]
  const speakerKeys = addPeople(value, draft)
  const { title: unflagged, flags } = titleFlags(value.name)
  const title = titleWithout(
    people.flatMap(({ name }) => name ?? []),
    unflagged,
  )
  const room = draft.addRoom(value.venue, { capacity: value.venue === null ? null : capacityOf(value.venue) })
  draft.addSession(path, {
    sourceId: value.id,
    rawTitle: value.name,
    description: value.description,
    kind: sessionKind({ title, category: value.event_type, hasSpeakers: speakerKeys.length > 0 }),
    cancelled: false,
    dayOn: dayOf(times),
    startAt: times.startAt,
    endAt: times.endAt,
    roomKeys: room === null ? [] : [room],
    trackKey: draft.addTrack(value.event_type && readable(value.event_type)),
    colocatedKey: null,
    speakerKeys,
    language: null,
    url: null,
    capacity: value.seats,
    level: level && value[level],
    flags: value.invite_only?.toUpperCase() === 'Y' ? ['separate-registration', ...flags] : flags,
    slidesUrl: value.files.flatMap(({ path: file }) => file?.replaceAll(' ', '%20') ?? [])[0] ?? null,
    replayUrl: value.video_stream,
  })
  return title
}

/** A moderator is mostly a speaker, too, and has no id of her own there. */
function addPeople({ speakers, moderators }: SchedSession, draft: ProgramDraft): string[] {
  const names = new Set(speakers.map(({ name }) => name?.toLowerCase()))
  const others = moderators.filter(({ name }) => !names.has(name?.toLowerCase()))
  return [...speakers, ...others].flatMap(
    ({ id, name, company }) => draft.addSpeaker({ ...(id === null ? {} : { key: id }), name, company }) ?? [],
  )
}
