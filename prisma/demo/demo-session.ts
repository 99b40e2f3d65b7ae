import type { ProgramSession } from '@/lib/program/program'

/**
 * A session as the demo's tables write it; `from` and `to` are wall times "HH:MM", null when they are to be announced.
 */
export type DemoSession = {
  id: string
  from: string | null
  to: string | null
  rooms: string[]
  kind: ProgramSession['kind']
  title: string
  description: string
  track?: string
  colocated?: string
  speakers?: string[]
  /** English when absent. */
  language?: string
  capacity?: number
  level?: string
  flags?: ProgramSession['flags']
  cancelled?: boolean
}
