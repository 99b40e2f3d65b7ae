import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { BoardMove, BoardPlace, BoardSession, DrawnSession } from '@/lib/desk/board/board'
import type { LandedSession } from '@/lib/desk/board/moving/carry'
import { changesOf, wantedIn, type undoable, type DraftChange } from '@/lib/desk/board/moving/desk'
import { isolated } from '@/lib/platform/bidi'
import type { BoardWords } from './use-board-words'
import type { useDesk } from './use-desk'

type Given = {
  sessions: readonly BoardSession[]
  published: ReadonlyMap<string, BoardSession>
  moveOf: ReadonlyMap<string, BoardMove>
  words: BoardWords
  sending: Pick<ReturnType<typeof useDesk>, 'make' | 'undo' | 'redo' | 'wouldUndo' | 'wouldRedo'>
}

/** What can be done on the board; each is said to whoever does not see it. */
export function useDoing({ sessions, published, moveOf, words, sending }: Given) {
  const t = useTranslations('manage.board')
  const [said, say] = useState('')
  const [isRefused, setRefused] = useState(false)
  const make = (changes: readonly DraftChange[], seen?: number) => {
    setRefused(false)
    sending.make(changes, seen)
  }
  /** @param seen the draft's version that was seen when they were taken up; absent: the one of now */
  const move = (moved: readonly LandedSession[], seen?: number) => {
    const [first] = moved
    if (!first) return
    make(changesOf(moved, published, moveOf), seen)
    say(t('say.moved', { title: isolated(first.session.title), count: moved.length, place: words.place(first.place) }))
  }
  const put = (sessionId: string, place: BoardPlace) => {
    const session = sessions.find(({ id }) => id === sessionId)
    if (session) move([{ session, place }])
  }
  const draw = (created: DrawnSession, place: BoardPlace) => {
    const change = { sessionId: crypto.randomUUID(), title: created.title, from: null, before: null }
    make([{ ...change, after: { place, created } }])
    say(t('say.drawn', { title: isolated(created.title), place: words.place(place) }))
  }
  const giveBack = (ids: readonly string[]) =>
    make(
      ids.flatMap((id): DraftChange[] => {
        const known = moveOf.get(id)
        if (!known) return []
        return [{ sessionId: id, title: known.title, from: known.from, before: wantedIn(known), after: null }]
      }),
    )
  const sayBack = ({ changes, left }: ReturnType<typeof undoable>, what: 'undone' | 'redone') => {
    if (left === 0) return t(`say.${what}`)
    return changes.length === 0 ? t('say.allLeft', { count: left }) : t('say.leftToOthers', { what, count: left })
  }
  const undo = () => {
    say(sayBack(sending.wouldUndo, 'undone'))
    sending.undo()
  }
  const redo = () => {
    say(sayBack(sending.wouldRedo, 'redone'))
    sending.redo()
  }
  return { said, say, isRefused, refuse: () => setRefused(true), make, move, put, draw, giveBack, undo, redo }
}
