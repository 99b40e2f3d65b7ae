import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { isSamePlace, type BoardMove, type BoardSession } from '@/lib/desk/board/board'
import { isolated } from '@/lib/platform/bidi'
import type { BoardWords } from '../use-board-words'

type Given = {
  /** As they are now. */ sessions: readonly BoardSession[]
  moveOf: ReadonlyMap<string, BoardMove>
  words: BoardWords
}

/** Says what another organizer did with a session since it was taken up; null: it is where it was then. */
export function useHeldNews({ sessions, moveOf, words }: Given): (taken: BoardSession) => string | null {
  const t = useTranslations('manage.board')
  return useCallback(
    (taken) => {
      const now = sessions.find(({ id }) => id === taken.id)
      if (!now || isSamePlace(now, taken)) return null
      const move = moveOf.get(taken.id)
      const facts = { title: isolated(taken.title), place: words.place(now) }
      return move ? t('heldMoved', { ...facts, who: words.who(move) }) : t('heldTakenOut', facts)
    },
    [t, sessions, moveOf, words],
  )
}
