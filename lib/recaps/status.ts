import { isSameDraft, type RecapDraft } from './draft'
import type { PublicationState } from './publication'

/** What the public has of a recap, for its author's screens. `at`, `nextAt`: ISO. */
export type RecapState =
  | { state: 'draft' | 'withdrawn' }
  /** Public from then on. */
  | { state: 'scheduled'; at: string }
  | { state: 'published'; /** A newer text becomes public then. */ nextAt: string | null }

/** What the public has of a recap, as it can be sent to a browser. */
export function recapState(state: PublicationState): RecapState {
  if (state.state === 'scheduled') return { state: 'scheduled', at: state.at.toISOString() }
  if (state.state === 'published') return { state: 'published', nextAt: state.nextAt?.toISOString() ?? null }
  return { state: state.state }
}

/** The state that a recap is in when it was published at `now`. @param publishAt ISO; null: at once */
export function publishedState(before: RecapState, publishAt: string | null, now: Date): RecapState {
  if (publishAt === null || new Date(publishAt) <= now) return { state: 'published', nextAt: null }
  return before.state === 'published'
    ? { state: 'published', nextAt: publishAt }
    : { state: 'scheduled', at: publishAt }
}

export type RecapStatus = RecapState['state'] | 'changed'

/**
 * A recap's state in a word: `changed` where it was written on since.
 * @param latest what was published last; null: nothing that is, or will be, public
 */
export function recapStatusOf(state: RecapState, latest: RecapDraft | null, shown: RecapDraft): RecapStatus {
  return latest && !isSameDraft(latest, shown) ? 'changed' : state.state
}
