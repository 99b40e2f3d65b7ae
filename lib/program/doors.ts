import type { SessionKind } from './session-kinds'

/** Doors open, and what is said of a room is said of a session, this long before it begins. */
export const DOORS_MINUTES = 30

/** Nobody counts who comes to these, and nobody is asked whether they got in. */
export const KINDS_WITHOUT_DOORS = ['break', 'service', 'container'] as const

/** Is it what people come for and somebody gives, and not a break, a desk or the frame around a co-located event? */
export function hasDoors({ kind }: { kind: SessionKind }): boolean {
  return !KINDS_WITHOUT_DOORS.some((without) => without === kind)
}
