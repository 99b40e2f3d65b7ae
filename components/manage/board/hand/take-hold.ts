import type { BoardSession, BoardPlace } from '@/lib/desk/board/board'
import type { BoardColumn, BoardDay } from '@/lib/desk/board/layout/board-day'
import { land, boardLength, resize, STEP_MINUTES, toTray, type LandedSession } from '@/lib/desk/board/moving/carry'
import { toDay } from '@/lib/desk/board/moving/to-day'
import type { Point } from '@/lib/planning/grid/neighbour'
import { MINUTE_MS } from '@/lib/platform/time'
import type { Gesture } from './follow-pointer'
import { driftAt, surfaceOf, timeAt, under, type Surface, type Under } from './surface'

/** Where what is held would come to lie: shown as a frame on the board, and said beside the hand. */
export type HandLanding =
  | {
      kind: 'moved'
      moved: readonly LandedSession[]
      /** Null: in the tray, or on another day. */ column: BoardColumn | null
    }
  | { kind: 'drawn'; place: BoardPlace; column: BoardColumn }

/** What the board is when a hand takes hold, and what becomes of it. */
export type Hand = {
  day: BoardDay
  region: HTMLElement | null
  tray: HTMLElement | null
  /** What is taken up with a session: itself first, and what else is chosen. */
  carriedWith: (id: string) => readonly BoardSession[]
  /** May a new session be drawn on the ground? */ mayDraw: boolean
  /** Somebody pulls at what is not theirs. */ refuse: () => void
  begun: (carried: readonly BoardSession[]) => void
  /** The hand moves on; in pixels of the window. */ follow: (at: Point) => void
  /** Where it would lie is another. Null: nowhere. */ over: (landing: HandLanding | null) => void
  drop: (landing: HandLanding | null) => void
}

/** What lies under the hand, and what moving it does. @param hand as it is at that moment */
export function takeHold(event: PointerEvent, hand: () => Hand): Gesture | null {
  const target = event.target instanceof Element ? event.target : null
  const { region, tray, mayDraw } = hand()
  if (!target || !region) return null
  const [edge, cell, ground] = ['[data-edge]', '[data-session]', '[data-ground]'].map((of) =>
    target.closest<HTMLElement>(of),
  )
  const at = { x: event.clientX, y: event.clientY }
  const held = { hand, surface: surfaceOf(region, tray), at }
  const id = cell?.dataset.session
  if (id && edge) return resizing(held, id, edge.dataset.edge === 'start' ? 'start' : 'end')
  if (id) return carrying(held, id, cell?.dataset.room ?? null)
  return ground && mayDraw ? drawing(held) : null
}

type Held = { hand: () => Hand; surface: Surface; /** Where it took hold. */ at: Point }

function carrying(held: Held, id: string, roomId: string | null): Gesture {
  const sessions = held.hand().carriedWith(id)
  if (sessions.length === 0) return pulling(held)
  const [first] = sessions
  const grabbed = under(held.surface, held.at, held.hand().day)
  // Held by the middle of a bar, it does not jump to hang by its top.
  const offset =
    first?.startAt && grabbed?.kind === 'board' ? grabbed.y - held.hand().day.scale.y(Date.parse(first.startAt)) : 0
  return gesture(held, sessions, (below, day) => {
    if (!below || !first) return null
    if (below.kind === 'day') return { kind: 'moved', moved: toDay(sessions, below.date, day.timeZone), column: null }
    if (below.kind === 'tray') return { kind: 'moved', moved: toTray(sessions), column: null }
    const start = timeAt(day, below.y - offset, boardLength(first))
    const rooms = day.columns.map(({ room }) => room?.id ?? null)
    const landing = { start, roomId: below.column.room?.id ?? null }
    return {
      kind: 'moved',
      moved: land({ sessions, roomId }, landing, { dayOn: day.day, rooms }),
      column: below.column,
    }
  })
}

/** Nothing moves, and why is said. */
function pulling({ hand }: Held): Gesture {
  const nothing = () => undefined
  return { begin: () => hand().refuse(), move: nothing, end: nothing, cancel: nothing }
}

function resizing(held: Held, id: string, edge: 'start' | 'end'): Gesture | null {
  const [session] = held.hand().carriedWith(id)
  const grabbed = under(held.surface, held.at, held.hand().day)
  if (!session) return pulling(held)
  if (grabbed?.kind !== 'board') return null
  return gesture(held, [session], (below, day) => {
    if (below?.kind !== 'board') return null
    return { kind: 'moved', moved: [resize(session, edge, timeAt(day, below.y))], column: grabbed.column }
  })
}

/** A new session, from where the hand was put down to where it is. */
function drawing(held: Held): Gesture | null {
  const from = under(held.surface, held.at, held.hand().day)
  if (from?.kind !== 'board') return null
  const roomId = from.column.room?.id
  return gesture(held, [], (below, day) => {
    if (below?.kind !== 'board') return null
    const [one, other] = [timeAt(day, from.y), timeAt(day, below.y)]
    const start = Math.min(one, other)
    const end = Math.max(one, other, start + STEP_MINUTES * MINUTE_MS)
    return {
      kind: 'drawn',
      column: from.column,
      place: {
        dayOn: day.day,
        startAt: new Date(start).toISOString(),
        endAt: new Date(end).toISOString(),
        roomIds: roomId ? [roomId] : [],
      },
    }
  })
}

/** Tells of each other landing once, and turns the board's pages while the hand rests at its edge. */
function gesture(
  { hand, surface, at: from }: Held,
  sessions: readonly BoardSession[],
  landingAt: (below: Under, day: BoardDay) => HandLanding | null,
): Gesture {
  let [at, frame, last, landing] = [from, 0, '', null as HandLanding | null]
  const look = () => {
    const { day, over } = hand()
    const next = landingAt(under(surface, at, day), day)
    const key = JSON.stringify(next && (next.kind === 'drawn' ? next.place : next.moved.map(({ place }) => place)))
    if (key === last) return
    last = key
    landing = next
    over(next)
  }
  const rest = () => {
    cancelAnimationFrame(frame)
    frame = 0
  }
  // Frames are asked for at the edge alone: each costs the main thread, whatever is done in it.
  const drift = () => {
    const by = driftAt(surface, at)
    if (by.x === 0 && by.y === 0) return rest()
    surface.region.scrollBy(by.x, by.y)
    look()
    frame = requestAnimationFrame(drift)
  }
  return {
    begin: () => hand().begun(sessions),
    move: (to) => {
      at = to
      // Where things are is read before anything is written: so nothing is laid out twice.
      look()
      hand().follow(to)
      frame ||= requestAnimationFrame(drift)
    },
    end: () => {
      rest()
      hand().drop(landing)
    },
    cancel: () => {
      rest()
      hand().drop(null)
    },
  }
}
