import { useEffect, useState, type RefObject } from 'react'
import { labelsThatFit, type LabelSpot } from '@/lib/rooms/building/plan-labels'
import type { PlanPoint } from '@/lib/program/building/plan-point'

/** What stands on a plan: where, and what is written at it. */
export type LabelledPoint = { id: string; place: PlanPoint; lines: readonly string[] }

/** At the size of their letters, which is small: what is said is said elsewhere in full, too. */
const [LETTER_PX, SPACE_PX] = [6.8, 10]

/**
 * Which words can stand on a plan as large as it is drawn, and where.
 * @param first the id of what is named in any case
 */
export function usePlanLabels(
  surface: RefObject<HTMLElement | null>,
  points: readonly LabelledPoint[],
  first: string | null | undefined,
): ReadonlyMap<string, LabelSpot> {
  const size = useSize(surface)
  const labels = points
    .toSorted((a, b) => Number(b.id === first) - Number(a.id === first))
    .map(({ id, place, lines }) => ({
      id,
      x: place.x * size.width,
      y: place.y * size.height,
      lines: lines.map((line) => line.length * LETTER_PX + SPACE_PX),
      isCertain: id === first,
    }))
  return labelsThatFit(labels, size)
}

/** How large something is drawn, in pixels. */
function useSize(of: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const watched = of.current
    if (!watched) return undefined
    const observer = new ResizeObserver(() => setSize({ width: watched.clientWidth, height: watched.clientHeight }))
    observer.observe(watched)
    return () => observer.disconnect()
  }, [of])
  return size
}
