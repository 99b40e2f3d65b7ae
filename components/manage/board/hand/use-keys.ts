import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import type { BoardSession, BoardPlace } from '@/lib/desk/board/board'
import type { BoardDay } from '@/lib/desk/board/layout/board-day'
import { nearestStop, stopsOf, type Stop } from '@/lib/desk/board/layout/in-view'
import { toTray, type LandedSession } from '@/lib/desk/board/moving/carry'
import { edgeOf, landed, steer, takeUp, type Edge, type KeyCarry } from '@/lib/desk/board/moving/key-carry'
import { toDay } from '@/lib/desk/board/moving/to-day'
import { directions, nearestIn } from '@/lib/planning/grid/neighbour'
import { bringIntoView, dim, markPlace, unmark, type HandMark } from './mark'

type Given = {
  root: RefObject<HTMLElement | null>
  region: RefObject<HTMLElement | null>
  frame: RefObject<HTMLElement | null>
  chip: RefObject<HTMLElement | null>
  day: BoardDay
  /** Of the board, in order. */ days: readonly string[]
  /** It is on the board, as others have it by now. */ isThere: (id: string) => boolean
  carriedWith: (id: string) => readonly BoardSession[]
  sayPlace: (place: BoardPlace) => string
  onOver: (moved: readonly LandedSession[] | null) => void
  onMove: (moved: readonly LandedSession[]) => void
  onRefused: () => void
  onChoose: (id: string) => void
  onFocus: (stop: Stop) => void
  /** What was carried is gone. @param nearest to where it was held; undefined: the day is empty */ onGone: (
    session: BoardSession,
    nearest: Stop | undefined,
  ) => void
  onUndo: () => void
  onRedo: () => void
  /** Told to whoever does not see it. */ tell: (
    what: 'carried' | 'over' | 'cancelled',
    moved: readonly LandedSession[],
  ) => void
  /** It goes no further. @param hasDay there is a day beyond that edge */ tellEdge: (
    edge: Edge,
    moved: readonly LandedSession[],
    hasDay: boolean,
  ) => void
  /** There is no day before, or after. */ tellNoDay: (edge: Edge, session: BoardSession) => void
}

/**
 * The board by the keyboard: arrows go from the board to what is in view, and from session to session; space takes up
 * and lets go, arrows carry, Escape leaves it where it was; T puts into the tray, D on the next day, X chooses, as with
 * control and Z one step goes back.
 */
export function useKeys(given: Given) {
  const carry = useRef<KeyCarry | null>(null)
  const { root, region, frame, chip, day } = given
  const mark = (): HandMark | null => frame.current && chip.current && { frame: frame.current, chip: chip.current }

  const show = (now: KeyCarry, what: 'carried' | 'over' | null) => {
    carry.current = now
    const moved = landed(now, day)
    const [place, shown] = [moved[0]?.place, mark()]
    if (!place || !shown || !region.current) return
    markPlace(shown, { column: now.column, scale: day.scale }, place, given.sayPlace(place))
    bringIntoView(region.current, now.column, day.scale.y(now.start), day.scale.y(now.start + now.lengthMs))
    given.onOver(moved)
    if (what) given.tell(what, moved)
  }
  const letGo = () => {
    const was = carry.current
    carry.current = null
    const shown = mark()
    if (shown) unmark(shown)
    if (root.current) dim(root.current, [])
    if (was) given.onOver(null)
    return was
  }
  useEffect(() => {
    const now = carry.current
    const gone = now?.sessions.find(({ id }) => !given.isThere(id))
    if (!now || !gone) return
    letGo()
    given.onGone(gone, nearestStop(day, { x: now.column.left + now.column.width / 2, y: day.scale.y(now.start) }))
  })
  const pickUp = (cell: HTMLElement) => {
    const sessions = given.carriedWith(cell.dataset.session ?? '')
    // Whoever may not move it is told so.
    if (sessions.length === 0) return given.onRefused()
    const { scrollLeft = 0, scrollTop = 0 } = region.current ?? {}
    const taken = takeUp(sessions, cell.dataset.room ?? null, day, { left: scrollLeft, top: scrollTop })
    if (!taken || !root.current) return
    dim(
      root.current,
      sessions.map(({ id }) => id),
    )
    show(taken, 'carried')
  }
  const go = (cell: HTMLElement, key: string): boolean => {
    const direction = directions[key]
    if (!direction || !region.current?.contains(cell)) return false
    const stops = stopsOf(day)
    const at = stops.find(
      ({ session, column }) =>
        session.id === cell.dataset.session && (column.room?.id ?? null) === (cell.dataset.room ?? null),
    )
    const next =
      at &&
      nearestIn(
        direction,
        at.centre,
        stops.filter((stop) => stop !== at),
        ({ centre }) => centre,
      )
    if (!next) return false
    bringIntoView(region.current, next.column, next.top, next.bottom)
    given.onFocus(next)
    return true
  }
  /** @returns whether the key meant the board */
  const press = ({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent, cell: HTMLElement | null): boolean => {
    if (ctrlKey || metaKey) return control(key.toLowerCase(), shiftKey)
    if (carry.current) return whileCarrying(carry.current, key, shiftKey)
    if (!cell) return key in directions && enter()
    if (key === ' ') pickUp(cell)
    else if (key === 't') aside(cell, toTray)
    else if (key === 'd' || key === 'D') aside(cell, (sessions) => onOtherDay(sessions, key) ?? [])
    else if (key === 'x') given.onChoose(cell.dataset.session ?? '')
    else return go(cell, key)
    return true
  }
  /** Moves what the key was pressed on, at once. */
  const aside = (cell: HTMLElement, to: (sessions: readonly BoardSession[]) => LandedSession[]) => {
    const sessions = given.carriedWith(cell.dataset.session ?? '')
    if (sessions.length === 0) return given.onRefused()
    given.onMove(to(sessions))
  }
  const dayBeside = (edge: Edge) => given.days[given.days.indexOf(day.day) + (edge === 'before' ? -1 : 1)]
  /** @returns null: there is no such day, which is told */
  const onOtherDay = (sessions: readonly BoardSession[], key: string): LandedSession[] | null => {
    const edge = key === 'D' ? 'before' : 'after'
    const [date, first] = [dayBeside(edge), sessions[0]]
    if (!date && first) given.tellNoDay(edge, first)
    return date ? toDay(sessions, date, day.timeZone) : null
  }
  /** From the board as a whole to what lies nearest to the middle of what is seen. */
  const enter = (): boolean => {
    const seen = region.current
    if (!seen || document.activeElement !== seen) return false
    const middle = { x: seen.scrollLeft + seen.clientWidth / 2, y: seen.scrollTop + seen.clientHeight / 2 }
    const nearest = nearestStop(day, middle)
    if (nearest) {
      bringIntoView(seen, nearest.column, nearest.top, nearest.bottom)
      given.onFocus(nearest)
    }
    return nearest !== undefined
  }
  const control = (key: string, shiftKey: boolean): boolean => {
    if (key !== 'z' && key !== 'y') return false
    letGo()
    if (key === 'y' || shiftKey) given.onRedo()
    else given.onUndo()
    return true
  }
  const whileCarrying = (now: KeyCarry, key: string, shiftKey: boolean): boolean => {
    if (key === 'Escape') given.tell('cancelled', landed(letGo() ?? now, day))
    else if (key === ' ' || key === 'Enter') given.onMove(landed(letGo() ?? now, day))
    else if (key === 't') given.onMove(toTray((letGo() ?? now).sessions))
    else if (key === 'd' || key === 'D') {
      const moved = onOtherDay(now.sessions, key)
      if (moved) {
        letGo()
        given.onMove(moved)
      }
    } else {
      const next = steer(now, key, shiftKey, day)
      if (!next) return false
      const edge = edgeOf(now, key, shiftKey, day)
      show(next, edge ? null : 'over')
      if (edge) given.tellEdge(edge, landed(now, day), dayBeside(edge) !== undefined)
    }
    return true
  }
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-session]') : null
      // What is written into a field is no command.
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return
      if (press(event, cell)) event.preventDefault()
    },
    // Firefox clicks a button when space is let go.
    onKeyUp: (event: KeyboardEvent) => {
      if (event.key === ' ' && event.target instanceof Element && event.target.closest('[data-session]'))
        event.preventDefault()
    },
    /** What had the focus lost it: what is carried stays where it was. */
    onBlur: () => {
      if (carry.current) given.tell('cancelled', landed(letGo() ?? carry.current, day))
    },
  }
}
