import { instantOf } from '@/lib/platform/time'
import { tellClockChange } from '../reading/clock-changes'
import { programmeDays } from '../reading/late-night'
import type { ProgramDraft } from '../reading/program-draft'
import type { SessionizeSession } from './schema'

type Found = { path: string; dayOn: string | null; value: SessionizeSession }
/** A session of the published programme. */
export type Scheduled = Found & { dayOn: string; startAt: Date; endAt: Date | null }

/**
 * The sessions that are accepted (or have no status) and have a start; what is left out is one problem for each reason.
 * @param timeZone of wall times and of the programme's days
 */
export function publishedSessions(found: Found[], draft: ProgramDraft, timeZone: string): Scheduled[] {
  return scheduled(accepted(found, draft), draft, timeZone)
}

function accepted(found: Found[], draft: ProgramDraft): Found[] {
  const isAccepted = ({ value: { status } }: Found) => !status || status.toLowerCase() === 'accepted'
  const others = found.filter((entry) => !isAccepted(entry))
  for (const status of new Set(others.map(({ value }) => value.status))) {
    const same = others.filter(({ value }) => value.status === status)
    draft.addProblem('info', same[0]?.path ?? '', 'not-accepted', `${status} ${titles(same)}`)
  }
  return found.filter(isAccepted)
}

function scheduled(found: Found[], draft: ProgramDraft, timeZone: string): Scheduled[] {
  const without = found.filter(({ value }) => !value.startsAt)
  if (without.length > 0) draft.addProblem('info', without[0]?.path ?? '', 'not-scheduled', titles(without))
  const timed = found.flatMap((entry) => {
    if (!entry.value.startsAt) return []
    const read = (field: 'startsAt' | 'endsAt') => {
      const [time, path] = [entry.value[field], `${entry.path}.${field}`]
      if (time && !hasOffset(time)) tellClockChange(time, (wall) => instantOf(wall, timeZone), path, draft.addProblem)
      return time ? instantIn(time, timeZone) : null
    }
    const [startAt, endAt] = [read('startsAt'), read('endsAt')]
    if (startAt) return [{ ...entry, startAt, endAt }]
    draft.addProblem('error', `${entry.path}.startsAt`, 'time-unreadable', entry.value.startsAt)
    return []
  })
  const endless = timed.filter(({ value }) => !value.endsAt)
  if (endless.length > 0) draft.addProblem('info', endless[0]?.path ?? '', 'end-missing', titles(endless))
  const dayOf = programmeDays(timed, timeZone)
  return timed.map((entry) => ({ ...entry, dayOn: entry.dayOn ?? dayOf(entry.startAt) }))
}

/** A wall time in the conference's zone; a time with an offset, as some sites write it, is what it says. */
function instantIn(time: string, timeZone: string): Date | null {
  return hasOffset(time) ? new Date(time) : instantOf(time, timeZone)
}

function hasOffset(time: string): boolean {
  return /Z$|[+-]\d{2}:?\d{2}$/.test(time)
}

/** How many, and the first few. */
function titles(entries: Found[]): string {
  return `${entries.length}: ${entries
    .slice(0, 5)
    .map(({ value }) => value.title)
    .join('; ')}`
}
