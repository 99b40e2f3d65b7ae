import type { Granted, Scope } from '@/lib/people/granted'
import type { Capability } from '@/lib/people/permissions'

/** What `grant` would give, for tests of what comes after it. */
export function granted<What extends Capability>(
  conferenceId: string,
  userId = '',
  scope: Scope | null = null,
): Granted<What> {
  return { conferenceId, userId, scope } as Granted<What>
}
