import { useEffect, useRef, type RefObject } from 'react'
import type { BoardSession, BoardPlace } from '@/lib/desk/board/board'
import type { BoardDay } from '@/lib/desk/board/layout/board-day'
import type { LandedSession } from '@/lib/desk/board/moving/carry'
import { followPointer } from './follow-pointer'
import { dim, followHand, markDay, markPlace, sayAtHand, unmark, type HandMark } from './mark'
import { takeHold, type Hand, type HandLanding } from './take-hold'

type Given = {
  root: RefObject<HTMLElement | null>
  region: RefObject<HTMLElement | null>
  tray: RefObject<HTMLElement | null>
  frame: RefObject<HTMLElement | null>
  chip: RefObject<HTMLElement | null>
  day: BoardDay
  carriedWith: (id: string) => readonly BoardSession[]
  /** "10:00–10:30 · Hall". */ sayPlace: (place: BoardPlace) => string
  /** "+2", of several. */ sayOthers: (count: number) => string
  /** What is held would lie elsewhere; null: it is no longer held. */ onOver: (
    moved: readonly LandedSession[] | null,
  ) => void
  onMove: (moved: readonly LandedSession[]) => void
  onRefused: () => void
  /** Null: nothing may be drawn. */ onDraw: ((place: BoardPlace) => void) | null
}

/** Moving, resizing and drawing with a mouse, a pen or a finger. */
export function useHand(given: Given): void {
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })
  const { root } = given
  useEffect(() => {
    const element = root.current
    return element ? followPointer(element, (event) => takeHold(event, () => handOf(latest.current))) : undefined
  }, [root])
}

function handOf({ root, region, tray, frame, chip, day, ...given }: Given): Hand {
  const mark: HandMark | null = frame.current && chip.current && { frame: frame.current, chip: chip.current }
  const over = (landing: HandLanding | null) => {
    if (!mark) return
    const { place, others } = shownOf(landing)
    const said = place ? `${given.sayPlace(place)}${others > 0 ? ` ${given.sayOthers(others)}` : ''}` : ''
    sayAtHand(mark, said)
    if (place && landing?.column) markPlace(mark, { column: landing.column, scale: day.scale }, place, said)
    else mark.frame.hidden = true
    markDay(landing?.kind === 'moved' && !landing.column ? place?.dayOn : undefined)
  }
  return {
    day,
    region: region.current,
    tray: tray.current,
    carriedWith: given.carriedWith,
    mayDraw: given.onDraw !== null,
    refuse: given.onRefused,
    begun: (carried) => {
      if (root.current)
        dim(
          root.current,
          carried.map(({ id }) => id),
        )
    },
    follow: (at) => mark && followHand(mark, at),
    over: (landing) => {
      over(landing)
      given.onOver(landing?.kind === 'moved' ? landing.moved : [])
    },
    drop: (landing) => {
      if (mark) unmark(mark)
      markDay(undefined)
      if (root.current) dim(root.current, [])
      given.onOver(null)
      if (landing?.kind === 'moved') given.onMove(landing.moved)
      if (landing?.kind === 'drawn') given.onDraw?.(landing.place)
    },
  }
}

function shownOf(landing: HandLanding | null): { place: BoardPlace | undefined; others: number } {
  if (landing?.kind !== 'moved') return { place: landing?.place, others: 0 }
  return { place: landing.moved[0]?.place, others: landing.moved.length - 1 }
}
