import type { Capability } from './permissions'

/** What a lead leads: one of both, or nothing any more. */
export type Scope = { trackId: string | null; colocatedId: string | null }

declare const capability: unique symbol

/**
 * The proof that somebody may do this in a conference. Mutations take it in place of ids, so that one that nobody asked
 * permission for does not compile; `grant` alone makes it, and the boundary alone calls that.
 */
export type Granted<What extends Capability> = {
  readonly [capability]: What
  readonly conferenceId: string
  readonly userId: string
  /** Null: it reaches all of the conference. */
  readonly scope: Scope | null
}
