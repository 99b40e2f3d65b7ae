'use client'

import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { BoardAuthor } from '@/lib/desk/board/board'
import { useIsGone } from '@/lib/program/device/gone-here'
import { BoardDesk, type AskedBoard } from './board-desk'
import { useBoard } from './use-board'

type Props = {
  slug: string
  conferenceId: string
  /** Whoever looks. */ me: BoardAuthor
  /** What to open, if the board has it: a day, a session by its number, its warnings. */
  asked: AskedBoard
}

/** The organizers' board: nothing of it is drawn by the server, for it is for hands that move things. */
export function BoardScreen({ slug, conferenceId, me, asked }: Props) {
  const t = useTranslations('manage.board')
  const { board, hasFailed, reload } = useBoard(slug, conferenceId)
  const isGone = useIsGone(slug)
  // That there is no such board any more is an answer.
  const isStale = hasFailed && !isGone
  if (board) return <BoardDesk {...{ slug, conferenceId, board, isStale, me, asked, reload }} />
  return (
    <>
      {hasFailed ? (
        <Notice tone="danger" live>
          <p>{t('unreachable')}</p>
        </Notice>
      ) : null}
      <div
        aria-busy={!hasFailed}
        className="h-[calc(100dvh-13.5rem)] min-h-96 rounded-lg border border-line bg-sunken"
      />
    </>
  )
}
