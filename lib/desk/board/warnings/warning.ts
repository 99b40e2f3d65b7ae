import type { Span } from '../board'

/** How bad it is: nobody can do this; somebody will be sorry; it may well be meant. */
export type WarningSeverity = 'error' | 'warning' | 'hint'

type Of<Kind extends string, Facts> = { kind: Kind } & Facts
export type WarningFacts =
  /** Two sessions are in one room at once, and it is not one that takes several. */
  | Of<'roomTwice', { roomId: string }>
  /** Somebody speaks in two sessions at once. */
  | Of<'speakerTwice', { speakerId: string }>
  /** Somebody speaks in two sessions, and is late for the second: the way takes longer than the time between them. */
  | Of<'noTimeToWalk', { speakerId: string; walkMinutes: number; freeMinutes: number }>
  /** Somebody said that they cannot be there then. */
  | Of<'speakerAway', { speakerId: string; span: Span }>
  /** More are likely to come than there are places for. */
  | Of<'tooSmall', { expected: number; capacity: number }>
  /** Many want to go to both of two sessions, which are on at once. */
  | Of<'pickedBoth', { people: number }>
  /** A break is no longer on, or no longer one: everybody was free then, and now something is on. */
  | Of<'breakGone', object>
  /**
   * It begins before everything else of its day, or ends after it; null: nothing else is on that day. Not said while
   * most of it waits in the tray.
   */
  | Of<'outsideDay', { hours: Span | null }>

/** What an organizer should know of where sessions are. Of two, the one that was looked at comes first. */
export type BoardWarning = WarningFacts & {
  /** The same for the same trouble of the same sessions, whenever and wherever they are: by it it can be ignored. */
  key: string
  severity: WarningSeverity
  sessionIds: readonly string[]
}

const severities: Readonly<Record<WarningFacts['kind'], WarningSeverity>> = {
  roomTwice: 'error',
  speakerTwice: 'error',
  speakerAway: 'error',
  noTimeToWalk: 'warning',
  tooSmall: 'warning',
  pickedBoth: 'warning',
  breakGone: 'warning',
  outsideDay: 'hint',
}

/** The same as of the warning that the board has of it. @param about as `warn` has it */
export function warningKey(kind: WarningFacts['kind'], sessionIds: readonly string[], about?: string): string {
  return [kind, ...(about === undefined ? [] : [about]), ...sessionIds.toSorted()].join(' ')
}

/** @param about what else than the sessions tells it from another warning of its kind: a speaker's id */
export function warn(facts: WarningFacts, sessionIds: readonly string[], about?: string): BoardWarning {
  return { ...facts, key: warningKey(facts.kind, sessionIds, about), severity: severities[facts.kind], sessionIds }
}
