import type { Problem } from '@/lib/platform/errors'
import { limits, type Program, type ProgramSession } from '@/lib/program/program'
import type { OpenQuestion } from './questions'
import { cleanLine, cleanText, shorten } from '@/lib/platform/clean-text'
import { nameEntries } from '../problems/entry-names'

/** A session as a source gives it: texts not yet cleaned, instants as Dates; few formats have the last four. */
export type RawSession = Omit<ProgramSession, 'title' | 'startAt' | 'endAt' | Rare> &
  Partial<Pick<ProgramSession, Rare>> & {
    startAt: Date | null
    endAt: Date | null
    /** Without marks and people; absent where that is the title as the source wrote it. */
    title?: string
  }
type Rare = 'level' | 'flags' | 'slidesUrl' | 'replayUrl'

export type ProgramDraft = {
  /** Joined by key: of two parts with one key the first is kept. Each gives the key, or null when the name is empty. */
  addRoom: (
    name: string | null,
    room?: { key?: string; capacity?: number | null; capacityKind?: 'seats' | 'headsets' },
  ) => string | null
  addTrack: (name: string | null) => string | null
  addColocatedEvent: (name: string | null) => string | null
  addSpeaker: (speaker: {
    key?: string
    name: string | null
    company?: string | null
    tagline?: string | null
    bio?: string | null
  }) => string | null
  /**
   * A session without a title, or one too many, is a problem at `path` instead.
   * @returns whether to go on: false once there is one too many
   */
  addSession: (path: string, session: RawSession) => boolean
  /** @param entry what it is called there; of a session that is added at `path`, or around it, nobody has to say it */
  addProblem: (severity: Problem['severity'], path: string, code: string, detail?: string, entry?: string) => void
  /** Of two with one id the first is kept. */
  addQuestion: (question: OpenQuestion) => void
  finish: () => { program: Program; problems: Problem[]; questions?: OpenQuestion[] }
}

/** Problems of one code beyond these are counted, not listed. */
const LISTED = 200

/** Gathers what an adapter reads into a program that fits programSchema; what does not fit is a problem. */
export function startProgram(): ProgramDraft {
  const rooms = new Map<string, Program['rooms'][number]>()
  const tracks = new Map<string, Program['tracks'][number]>()
  const colocatedEvents = new Map<string, Program['colocatedEvents'][number]>()
  const speakers = new Map<string, Program['speakers'][number]>()
  const sessions: ProgramSession[] = []
  const bySourceId = new Map<string, ProgramSession[]>()
  const problems: Problem[] = []
  const problemCounts = new Map<string, number>()
  const titles = new Map<string, string>()
  const questions = new Map<string, OpenQuestion>()

  const addProblem: ProgramDraft['addProblem'] = (severity, path, code, detail = '', entry) => {
    const count = (problemCounts.get(code) ?? 0) + 1
    problemCounts.set(code, count)
    const name = shortLine(entry)
    if (count <= LISTED)
      problems.push({
        severity,
        path: shorten(path, 200),
        ...(name !== null && { entry: name }),
        code,
        detail: shorten(cleanLine(detail) ?? '', 200),
      })
  }

  return {
    addRoom: (text, { key, capacity = null, capacityKind = 'seats' } = {}) =>
      addPart(rooms, text, key, (part) => ({ ...part, floor: null, capacity, capacityKind })),
    addTrack: (text) => addPart(tracks, text, undefined, (part) => part),
    addColocatedEvent: (text) => addPart(colocatedEvents, text, undefined, (part) => part),

    addSpeaker: (speaker) => {
      const company = shortLine(speaker.company)
      const key = speaker.key ?? `${cleanLine(speaker.name) ?? ''}|${company ?? ''}`.toLowerCase()
      const bio = cleanText(speaker.bio)
      return addPart(speakers, speaker.name, key, (part) => ({
        ...part,
        company,
        tagline: shortLine(speaker.tagline),
        bio: bio && shorten(bio, limits.description),
      }))
    },

    addSession: (path, raw) => {
      const session = fitSession(path, raw, addProblem)
      if (!session) return true
      titles.set(path, session.title)
      const namesakes = (session.sourceId !== null && bySourceId.get(session.sourceId)) || []
      const same = namesakes.find(
        (known) => known.startAt === session.startAt && known.dayOn === session.dayOn && known.title === session.title,
      )
      if (same) {
        joinSame(same, session)
        return true
      }
      // The same talk held once more has every right to its id.
      if (namesakes.some((known) => known.title !== session.title))
        addProblem('warning', path, 'duplicate-id', `${session.sourceId}: ${session.title}`)
      if (sessions.length === limits.sessions) {
        addProblem('error', path, 'too-many-sessions', session.title)
        return false
      }
      if (session.sourceId !== null) bySourceId.set(session.sourceId, [...namesakes, session])
      sessions.push(session)
      return true
    },

    addProblem,

    addQuestion: (question) => {
      const example = shorten(cleanLine(question.example) ?? '', 200)
      if (!questions.has(question.id)) questions.set(question.id, { ...question, example })
    },

    finish: () => ({
      program: {
        title: null,
        siteKey: null,
        timeZone: null,
        language: null,
        rooms: [...rooms.values()],
        tracks: [...tracks.values()],
        colocatedEvents: [...colocatedEvents.values()],
        speakers: [...speakers.values()],
        sessions,
      },
      problems: [...nameEntries(problems, titles), ...unlisted(problemCounts)],
      ...(questions.size > 0 && { questions: [...questions.values()] }),
    }),
  }
}

function addPart<Part>(
  parts: Map<string, Part>,
  text: string | null,
  givenKey: string | undefined,
  make: (part: { key: string; name: string }) => Part,
): string | null {
  const name = shortLine(text)
  if (name === null) return null
  const key = shorten(cleanLine(givenKey) ?? name.toLowerCase(), limits.name)
  if (!parts.has(key)) parts.set(key, make({ key, name }))
  return key
}

function fitSession(
  path: string,
  { level, flags, slidesUrl: slides, replayUrl: replay, ...raw }: RawSession,
  addProblem: ProgramDraft['addProblem'],
): ProgramSession | null {
  const title = cleanLine(raw.title ?? raw.rawTitle)
  if (title === null) {
    addProblem('error', path, 'title-missing')
    return null
  }
  const description = cleanText(raw.description)
  if (title.length > limits.title) addProblem('warning', path, 'text-shortened', title)
  if (description && description.length > limits.description) addProblem('warning', path, 'text-shortened', title)
  const linkOf = (address: string | null | undefined): string | null => {
    if (!address) return null
    if (isLink(address)) return address
    addProblem('warning', path, 'not-a-link', address)
    return null
  }
  const [url = null, slidesUrl = null, replayUrl = null] = [raw.url, slides, replay].map(linkOf)
  const backwards = raw.startAt !== null && raw.endAt !== null && raw.endAt < raw.startAt
  if (backwards) addProblem('warning', path, 'end-before-start', title)
  if (raw.startAt !== null && raw.endAt?.getTime() === raw.startAt.getTime())
    addProblem('info', path, 'end-not-after-start', title)
  return {
    ...raw,
    sourceId: shortLine(raw.sourceId),
    title: shorten(title, limits.title),
    rawTitle: shorten(cleanText(raw.rawTitle) ?? title, limits.title),
    description: description && shorten(description, limits.description),
    startAt: raw.startAt?.toISOString() ?? null,
    endAt: raw.startAt === null || backwards ? null : (raw.endAt?.toISOString() ?? null),
    roomKeys: [...new Set(raw.roomKeys)],
    speakerKeys: [...new Set(raw.speakerKeys)],
    url,
    level: shortLine(level),
    flags: [...new Set(flags)].sort(),
    slidesUrl,
    replayUrl,
  }
}

/** The same session again: once more in another group, room or row. It takes place in all of them. */
function joinSame(known: ProgramSession, again: ProgramSession): void {
  known.roomKeys = [...new Set([...known.roomKeys, ...again.roomKeys])]
  known.speakerKeys = [...new Set([...known.speakerKeys, ...again.speakerKeys])]
}

function isLink(text: string): boolean {
  return text.length <= limits.url && /^https?:\/\//.test(text) && URL.canParse(text)
}

function shortLine(text: string | null | undefined): string | null {
  const line = cleanLine(text)
  return line && shorten(line, limits.name)
}

function unlisted(counts: ReadonlyMap<string, number>): Problem[] {
  return [...counts].flatMap(([code, count]) =>
    count > LISTED
      ? [{ severity: 'warning', path: '', code: 'more-of-the-same', detail: `${code}: ${count - LISTED}` }]
      : [],
  )
}
