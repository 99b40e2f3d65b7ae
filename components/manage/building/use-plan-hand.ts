import { useEffect, useRef, type RefObject } from 'react'
import { pointIn, type PlanPoint } from '@/lib/program/building/plan-point'
import { followPointer } from '../board/hand/follow-pointer'

type On = {
  /** What is held, by its `data-held`, is over this point; null: beside the plan. */
  over: (id: string, point: PlanPoint | null) => void
  drop: (id: string, point: PlanPoint | null) => void
  cancel: () => void
}

/** Drags what has a `data-held` within the root over a plan: by mouse, pen, or a finger that rests on it first. */
export function usePlanHand(root: RefObject<HTMLElement | null>, surface: RefObject<HTMLElement | null>, on: On): void {
  const latest = useRef(on)
  useEffect(() => {
    latest.current = on
  })
  useEffect(() => {
    if (!root.current) return undefined
    return followPointer(root.current, ({ target }) => {
      const id = target instanceof Element ? target.closest<HTMLElement>('[data-held]')?.dataset.held : undefined
      if (id === undefined) return null
      let point: PlanPoint | null = null
      return {
        begin: () => undefined,
        move(at) {
          point = surface.current && pointIn(surface.current.getBoundingClientRect(), at)
          latest.current.over(id, point)
        },
        end: () => latest.current.drop(id, point),
        cancel: () => latest.current.cancel(),
      }
    })
  }, [root, surface])
}
