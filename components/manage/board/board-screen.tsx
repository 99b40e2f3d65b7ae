'use client'

import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { BoardDesk } from './board-desk'
import { useBoard } from './use-board'

type Props = {
  slug: string
  conferenceId: string
  /** The name of whoever looks; null: they have none. */ me: string | null
  /** The day to open, if the board has it. */ day: string | null
}

/** The organizers' board: nothing of it is drawn by the server, for it is for hands that move things. */
export function BoardScreen({ slug, conferenceId, me, day }: Props) {
  const t = useTranslations('manage.board')
  const { board, hasFailed } = useBoard(slug, conferenceId)
  if (board) return <BoardDesk slug={slug} board={board} isStale={hasFailed} me={me} asked={day} />
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
