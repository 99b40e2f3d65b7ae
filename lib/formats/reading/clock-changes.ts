import { clockChangeAt } from '@/lib/platform/clock-change'
import type { ProgramDraft } from './program-draft'

/**
 * Tells of a wall time that a change of clocks skips or shows twice, and what was made of it; of any other nothing.
 * @param wall "YYYY-MM-DDTHH:MM" with optional seconds; a space may stand for the T
 * @param clocks which give the instant of a wall time
 */
export function tellClockChange(
  wall: string,
  clocks: (wall: string) => Date | null,
  path: string,
  addProblem: ProgramDraft['addProblem'],
): void {
  const change = clockChangeAt(wall, clocks)
  const said = wall.slice(0, 16).replace('T', ' ')
  if (change?.kind === 'skipped') addProblem('warning', path, 'time-skipped', `${said} → ${change.readAs}`)
  if (change?.kind === 'twice') addProblem('warning', path, 'time-twice', said)
}
