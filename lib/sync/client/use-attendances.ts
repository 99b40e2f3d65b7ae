import { useCallback } from 'react'
import type { Attendance } from '@/lib/planning/schema'
import { useLocalState, withEngine } from './local-state'

const none: ReadonlyMap<string, Attendance> = new Map()

type UsedAttendances = { /** By session. */ attendances: ReadonlyMap<string, Attendance>; ready: boolean; set: (sessionId: string, attendance: Attendance) => Promise<void> }

/** What became of a conference's sessions for me, from this device's own store; a change is on this device when its promise resolves. */
export function useAttendances(conferenceId: string): UsedAttendances {
  const attendances = useLocalState((state) => state.attendances.get(conferenceId) ?? none)
  const ready = useLocalState((state) => state.ready)
  const set = useCallback(
    async (sessionId: string, attendance: Attendance) => (await withEngine()).record(conferenceId, { name: 'setAttendance', args: { ...attendance, sessionId } }),
    [conferenceId],
  )
  return { attendances, ready, set }
}
