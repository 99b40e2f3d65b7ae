import { useCallback, useSyncExternalStore } from 'react'
import type { Followed, HeldDocument } from './follow'

/** A part of what is known of a document while the screen is open, which draws it anew only when that is another. */
export function useFollowed<Value, Part>(
  followed: Followed<Value>,
  { id, slug }: { id: string; slug: string },
  select: (held: HeldDocument<Value>) => Part,
): Part {
  const watch = useCallback((listener: () => void) => followed.watch({ id, slug }, listener), [followed, id, slug])
  return useSyncExternalStore(
    watch,
    () => select(followed.held(slug)),
    () => select(followed.nothing),
  )
}
