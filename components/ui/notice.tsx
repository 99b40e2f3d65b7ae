import type { ReactNode } from 'react'

const tones = { info: 'border-edge', good: 'border-good', warning: 'border-warning', danger: 'border-danger' } as const

/**
 * A sentence that says what happened and what to do, on this device and now: paper does not have it. `live` has it read
 * aloud when it appears.
 */
export function Notice({
  tone = 'info',
  live = false,
  children,
}: {
  tone?: keyof typeof tones
  live?: boolean
  children: ReactNode
}) {
  return (
    <div
      role={live ? 'status' : undefined}
      className={`grid gap-2 rounded-lg border-l-4 bg-raised p-3 print:hidden ${tones[tone]}`}
    >
      {children}
    </div>
  )
}
