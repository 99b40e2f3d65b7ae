import { useSyncExternalStore } from 'react'
import { useMedia } from '@/components/ui/use-media'

export type PlanView = 'timeline' | 'list'

const KEY = 'hallway-plan-view'
/** A narrower screen, or one at twice the size, has no room for what lies side by side. */
const TOO_NARROW = '(max-width: 18.99rem)'
const listeners = new Set<() => void>()

type UsedPlanView = { view: PlanView; setView: (view: PlanView) => void; /** There is room for a timeline. */ canDraw: boolean }

/** How a day of the plan is shown, as this device remembers it: the timeline, unless asked otherwise or the screen is too narrow for it. */
export function usePlanView(): UsedPlanView {
  const canDraw = !useMedia(TOO_NARROW)
  const prefersList = useSyncExternalStore(subscribe, () => localStorage.getItem(KEY) === 'list', () => false)
  const setView = (view: PlanView) => {
    localStorage.setItem(KEY, view)
    for (const listener of listeners) listener()
  }
  return { view: canDraw && !prefersList ? 'timeline' : 'list', setView, canDraw }
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}
