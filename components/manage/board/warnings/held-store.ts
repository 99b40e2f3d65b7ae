import type { LandedSession } from '@/lib/desk/board/moving/carry'

/** Where a hand only passes, nothing is looked up; when it rests, it waits for no time that it would notice. */
const REST_MS = 150

/** What is held, and over which place it rests: heard by what warns, and by nothing else that is drawn. */
export type HeldStore = {
  get: () => readonly LandedSession[] | null
  set: (moved: readonly LandedSession[] | null) => void
  subscribe: (listener: () => void) => () => void
}

export function makeHeldStore(): HeldStore {
  const listeners = new Set<() => void>()
  let held: readonly LandedSession[] | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const become = (moved: readonly LandedSession[] | null) => {
    held = moved
    for (const listener of listeners) listener()
  }
  return {
    get: () => held,
    set: (moved) => {
      clearTimeout(timer)
      if (moved === null) become(null)
      else timer = setTimeout(() => become(moved), REST_MS)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
