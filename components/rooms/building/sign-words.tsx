import type { ReactNode } from 'react'
import type { LabelSpot } from '@/lib/rooms/building/plan-labels'

/** What is written at a sign on a plan, where there is place for it. Its button says the same. */
export function SignWords({ spot, children }: { spot: LabelSpot; children: ReactNode }) {
  return (
    <span
      aria-hidden="true"
      style={{ left: `calc(50% + ${spot.shift}px)` }}
      className={
        'pointer-events-none absolute w-max max-w-[100cqw] -translate-x-1/2 rounded bg-raised px-1 text-center ' +
        `text-xs leading-4 text-ink ${spot.isAbove ? 'bottom-[calc(50%+1rem)]' : 'top-[calc(50%+1rem)]'}`
      }
    >
      {children}
    </span>
  )
}
