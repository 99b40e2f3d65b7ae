import { useCallback, useState } from 'react'
import type { PickRank, Picks } from '@/lib/planning/schema'
import { readPicks, usePicks } from '@/lib/planning/device/use-picks'

/** Sessions and what each is to be; undefined: not picked. */
export type WantedRanks = readonly (readonly [sessionId: string, rank: PickRank | undefined])[]

/** What else could be done about it, in one tap: other ranks, or nothing. */
export type PickAnswer = { name: string; /** What it then says. */ text: string; wanted: WantedRanks }

type Done = { text: string; undo: () => void; isKept: boolean; answers?: readonly PickAnswer[] }

type UndoablePicks = {
  picks: Picks
  ready: boolean
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
  const setQuietly = useCallback(
    (...pick: Parameters<typeof set>) => {
      onGone()
      return set(...pick)
    },
    [set, onGone],
  )
  const dropQuietly = useCallback(
    (sessionId: string) => {
      onGone()
      return drop(sessionId)
    },
    [drop, onGone],
  )

  const tell = useCallback((text: string, undo: () => void) => setDone({ text, undo, isKept: true }), [])
  const change = useCallback(
    (text: string, wanted: WantedRanks, answers?: readonly PickAnswer[]) => {
      const apply = (ranks: WantedRanks) => Promise.all(ranks.map(([id, rank]) => (rank ? set(id, rank) : drop(id))))
      // What is tapped before this device's picks are drawn is taken back to what they were.
      const before = readPicks(conferenceId).then((picks) => wanted.map(([id]) => [id, picks.get(id)] as const))
      const one = { text, undo: () => void before.then(apply), isKept: false, answers }
      setDone(one)
      void before
        .then(() => apply(wanted))
        .then(
          () => setDone((shown) => (shown === one ? { ...one, isKept: true } : shown)),
          // Without a network the code of the store may not come: then it stays said that it is not kept.
          () => undefined,
        )
    },
    [conferenceId, set, drop],
  )
  const onUndo = () => {
    done?.undo()
    onGone()
  }
  return {
    picks,
    ready,
    set: setQuietly,
    drop: dropQuietly,
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
