import { useCallback, useRef, useState } from 'react'
import { askRanks, rankAsked, readRanks, type WantedRanks } from '@/lib/planning/device/asked-ranks'
import { usePicks } from '@/lib/planning/device/use-picks'
import type { PickRank, Picks } from '@/lib/planning/schema'

/** What else could be done about it, in one tap: other ranks, or nothing. */
export type PickAnswer = { name: string; /** What it then says. */ text: string; wanted: WantedRanks }

type Done = { text: string; undo: () => void; isKept: boolean; answers?: readonly PickAnswer[] }

type UndoablePicks = {
  picks: Picks
  ready: boolean
  /** What a session is by the last tap, which may not be drawn yet: to be asked when one is tapped. */
  rankOf: (sessionId: string) => PickRank | undefined
  /** One change of which nothing is told; what was told before it is not the last any more, and goes. */
  set: (sessionId: string, rank: PickRank) => Promise<void>
  drop: (sessionId: string) => Promise<void>
  /** Changes the ranks, and says so in these words; with what else could be done, where something has to be settled. */
  change: (text: string, wanted: WantedRanks, answers?: readonly PickAnswer[]) => void
  /** Says that something else was done, and how to take it back. */
  tell: (text: string, undo: () => void) => void
  /** What the UndoBar shows; null: nothing to take back. */
  bar: {
    text: string
    isKept: boolean
    answers?: { name: string; onTake: () => void }[]
    onUndo: () => void
    onGone: () => void
  } | null
}

/**
 * My picks of a conference, whose changes are told and can be taken back: undoing gives every session the rank that it
 * had.
 */
export function useUndoablePicks(conferenceId: string): UndoablePicks {
  const { picks, set, drop, ready } = usePicks(conferenceId)
  const [done, setDone] = useState<Done | null>(null)
  const onGone = useCallback(() => setDone(null), [])
  const rankOf = useCallback((sessionId: string) => rankAsked(conferenceId, sessionId), [conferenceId])
  // A change waits until the store was read: what is tapped after it must not overtake it.
  const waiting = useRef<Promise<unknown>>(Promise.resolve())
  const keep = useCallback(
    (wanted: WantedRanks) => {
      const kept = waiting.current.then(() =>
        Promise.all(wanted.map(([id, rank]) => (rank ? set(id, rank) : drop(id)))),
      )
      askRanks(conferenceId, wanted, kept)
      return kept
    },
    [conferenceId, set, drop],
  )
  const keepQuietly = useCallback(
    async (sessionId: string, rank?: PickRank) => {
      onGone()
      await keep([[sessionId, rank]])
    },
    [keep, onGone],
  )

  const tell = useCallback((text: string, undo: () => void) => setDone({ text, undo, isKept: true }), [])
  const change = useCallback(
    (text: string, wanted: WantedRanks, answers?: readonly PickAnswer[]) => {
      // What is tapped before this device's picks are drawn is taken back to what they were.
      const before = readRanks(
        conferenceId,
        wanted.map(([id]) => id),
      )
      const one = { text, undo: () => void before.then(keep), isKept: false, answers }
      setDone(one)
      waiting.current = before.catch(() => undefined)
      void keep(wanted).then(
        () => setDone((shown) => (shown === one ? { ...one, isKept: true } : shown)),
        // Without a network the code of the store may not come: then it stays said that it is not kept.
        () => undefined,
      )
    },
    [conferenceId, keep],
  )
  const onUndo = () => {
    done?.undo()
    onGone()
  }
  return {
    picks,
    ready,
    rankOf,
    set: keepQuietly,
    drop: keepQuietly,
    change,
    tell,
    bar: done && {
      text: done.text,
      isKept: done.isKept,
      answers: done.answers?.map(({ name, text, wanted }) => ({
        name,
        onTake: () => (wanted.length > 0 ? change(text, wanted) : onGone()),
      })),
      onUndo,
      onGone,
    },
  }
}

/** One session taken in place of another that may be picked: two ranks that change in one step. */
export function swapOf(picks: Picks, session: { id: string }, other: { id: string }): WantedRanks {
  const rank = picks.get(session.id)
  return [...(rank === 'first' || rank === 'planB' ? [[session.id, undefined] as const] : []), [other.id, 'first']]
}
