import { useCallback } from 'react'
import type { Attendance } from '@/lib/planning/schema'
import { askAttendance, attendanceAsked } from './asked-attendance'
import { readLocalState, useLocalState, withEngine } from '@/lib/sync/client/store/local-state'

const none: ReadonlyMap<string, Attendance> = new Map()

type UsedAttendances = {
  /** By session. */ attendances: ReadonlyMap<string, Attendance>
  ready: boolean
  /** What was said of a session last, which may not be drawn yet: to be asked when something of it is tapped. */
  saidOf: (sessionId: string) => Attendance
  /** What is not named stays. */ set: (sessionId: string, said: Partial<Attendance>) => Promise<void>
}

/**
 * What became of a conference's sessions for me, from this device's own store; a change is on this device when its
 * promise resolves.
 */
export function useAttendances(conferenceId: string): UsedAttendances {
  const attendances = useLocalState((state) => state.attendances?.get(conferenceId) ?? none)
  const ready = useLocalState((state) => state.ready)
  const saidOf = useCallback((sessionId: string) => attendanceAsked(conferenceId, sessionId), [conferenceId])
  const set = useCallback(
    (sessionId: string, said: Partial<Attendance>) => {
      const kept = withEngine().then((engine) =>
        engine.record(conferenceId, { name: 'setAttendance', args: { ...said, sessionId } }),
      )
      askAttendance(conferenceId, sessionId, said, kept)
      return kept
    },
    [conferenceId],
  )
  return { attendances, ready, saidOf, set }
}

/** What became of a conference's sessions for me, once this device's own store has been read; else nothing. */
export async function readAttendances(conferenceId: string): Promise<ReadonlyMap<string, Attendance>> {
  const state = await readLocalState().catch(() => null)
  return state?.attendances?.get(conferenceId) ?? none
}
