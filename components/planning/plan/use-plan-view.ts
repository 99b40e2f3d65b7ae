import { useSyncExternalStore } from 'react'
import { onMemory, recall, remember } from '@/lib/platform/device-memory'
import { useMedia } from '@/components/ui/use-media'

export type PlanView = 'timeline' | 'list'

const KEY = 'hallway-plan-view'
/** A narrower screen, or one at twice the size, has no room for what lies side by side. */
const TOO_NARROW = '(max-width: 18.99rem)'

type UsedPlanView = {
  view: PlanView
  setView: (view: PlanView) => void
  /** There is room for a timeline. */ canDraw: boolean
}

/**
 * How a day of the plan is shown, as this device remembers it: the timeline, unless asked otherwise or the screen is
 * too narrow for it.
 */
export function usePlanView(): UsedPlanView {
  const canDraw = !useMedia(TOO_NARROW)
  const prefersList = useSyncExternalStore(
    onMemory,
    () => recall(KEY) === 'list',
    () => false,
  )
  const setView = (view: PlanView) => void remember(KEY, view)
  return { view: canDraw && !prefersList ? 'timeline' : 'list', setView, canDraw }
}
