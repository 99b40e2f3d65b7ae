import { useTranslations } from 'next-intl'
import { useCallback, useMemo } from 'react'
import type { BoardSession, BoardTrack } from '@/lib/desk/board/board'
import type { ShownMove } from '@/lib/desk/board/shown-move'
import { isolated } from '@/lib/platform/bidi'
import type { CellLook } from './grid/board-cell'
import type { BoardWords } from './use-board-words'

export type Warned = ReadonlyMap<string, { count: number; isUrgent: boolean }>

type Given = {
  tracks: readonly BoardTrack[]
  moves: ReadonlyMap<string, ShownMove>
  chosen: ReadonlySet<string>
  warned: Warned
  /** The one that Tab leads to. */ stopId: string | null
  day: string
  words: BoardWords
  mayMove: (id: string) => boolean
}

/** How each session looks on the board, and what is said of it to whoever does not see that. */
export function useLooks({
  tracks,
  moves,
  chosen,
  warned,
  stopId,
  day,
  words,
  mayMove,
}: Given): (session: BoardSession) => CellLook {
  const t = useTranslations('manage.board')
  const colors = useMemo(() => new Map(tracks.map(({ id, color }) => [id, color])), [tracks])
  return useCallback(
    (session) => {
      const [move, warnings] = [moves.get(session.id), warned.get(session.id)]
      const was = move ? (move.home ? t('was', { place: words.place(move.home, day) }) : t('drawn')) : ''
      const facts = [
        `${isolated(session.title)}, ${words.place(session, day)}`,
        was,
        move && t('by', { who: words.who(move) }),
        warnings && t('warned', { count: warnings.count }),
        chosen.has(session.id) && t('isChosen'),
        !mayMove(session.id) && t('isOthers'),
      ]
      return {
        when: words.when(session, day),
        speakers: words.speakers(session),
        was,
        label: facts.filter(Boolean).join('; '),
        color: colors.get(session.trackId ?? '') ?? 0,
        isOthers: !mayMove(session.id),
        isChosen: chosen.has(session.id),
        warns: warnings ? (warnings.isUrgent ? 'urgent' : 'mild') : null,
        isStop: session.id === stopId,
      }
    },
    [t, colors, moves, chosen, warned, stopId, day, words, mayMove],
  )
}
