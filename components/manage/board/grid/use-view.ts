import { useLayoutEffect, useState, type RefObject } from 'react'
import type { BoardView } from '@/lib/desk/board/layout/in-view'
import { HEAD_PX, HOURS_PX } from '../hand/surface'
import { markCut } from './mark-cut'

/** What is drawn changes when so much has been scrolled, and goes so far beyond what is seen. */
const [ACROSS_PX, DOWN_PX] = [304, 240]

/** The part of the board that is to be drawn: what is seen, and a little around it. */
export function useView(region: RefObject<HTMLElement | null>): BoardView {
  const [view, setView] = useState<BoardView>({ left: 0, right: 0, top: 0, bottom: 0 })
  // Before anything is seen: else an empty board would be drawn first, on a slow device for long.
  useLayoutEffect(() => {
    const element = region.current
    if (!element) return
    const look = () => {
      const { scrollLeft, scrollTop, clientWidth, clientHeight } = element
      const next = {
        left: (Math.floor(scrollLeft / ACROSS_PX) - 1) * ACROSS_PX,
        right: (Math.ceil((scrollLeft + clientWidth - HOURS_PX) / ACROSS_PX) + 1) * ACROSS_PX,
        top: (Math.floor(scrollTop / DOWN_PX) - 1) * DOWN_PX,
        bottom: (Math.ceil((scrollTop + clientHeight - HEAD_PX) / DOWN_PX) + 1) * DOWN_PX,
      }
      setView((before) => (isSame(before, next) ? before : next))
      markCut(element)
    }
    look()
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [region])
  return view
}

function isSame(one: BoardView, other: BoardView): boolean {
  return one.left === other.left && one.right === other.right && one.top === other.top && one.bottom === other.bottom
}
