import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useState } from 'react'
import { useMedia } from '@/components/ui/use-media'
import { withMoves, type Board, type BoardAuthor } from '@/lib/desk/board/board'
import { chooseBoardDay, boardDays } from '@/lib/desk/board/layout/board-days'
import { movesOn } from '@/lib/desk/board/moving/desk'
import { listDisplaced } from '@/lib/desk/board/moving/displaced'
import { besideProgramme } from '@/lib/desk/board/shown-move'
import { sayWhen } from '@/lib/i18n/dates'
import { PlannedRelease } from '../releases/planned-release'
import { BoardBar } from './board-bar'
import { BoardList } from './board-list'
import { BoardNews } from './board-news'
import { BoardNotices } from './board-notices'
import { BoardTable } from './board-table'
import { OvertakenNotices } from './overtaken-notices'
import { BoardSheets, type BoardSheet } from './sheets/board-sheets'
import { useBoardDay } from './use-board-day'
import { useBoardWords } from './use-board-words'
import { useDesk } from './use-desk'
import { useDoing } from './use-doing'
import { makeHeldStore } from './warnings/held-store'
import { HeldWarnings } from './warnings/held-warnings'
import { useHeldNews } from './warnings/use-held-news'
import type { Warned } from './use-looks'
import { useWarnings } from './warnings/use-warnings'
import { Ended, useEnding } from './ended'

/** Narrower ones have no room to drag things across. */
const WIDE = '(min-width: 48rem)'
/** Nothing is known yet to be wrong. */
const NOTHING: Warned = new Map()

/** The day to open, the session on it to begin with, or what is warned of. */
export type AskedBoard = { day: string | null; session: string | null; isForWarnings: boolean }

type Props = {
  slug: string
  conferenceId: string
  board: Board
  /** The server has not answered since. */ isStale: boolean
  me: BoardAuthor
  asked: AskedBoard
  reload: () => void
}

/** A board that is here, and all that is done on it. */
export function BoardDesk({ slug, conferenceId, board, isStale, me, asked, reload }: Props) {
  const t = useTranslations('manage.board')
  const words = useBoardWords(board, me)
  const { desk, ...sending } = useDesk({
    ...{ slug, conferenceId, draft: board.draft, sessions: board.sessions, me, reload },
  })
  const published = useMemo(() => new Map(board.sessions.map((session) => [session.id, session])), [board.sessions])
  const moves = useMemo(() => besideProgramme(movesOn(desk, me), published), [desk, me, published])
  const sessions = useMemo(() => withMoves(board.sessions, moves), [board.sessions, moves])
  const moveOf = useMemo(() => new Map(moves.map((move) => [move.sessionId, move])), [moves])
  const displaced = useMemo(() => listDisplaced(desk, published, me), [desk, published, me])
  const tray = useMemo(() => sessions.filter(({ startAt }) => startAt === null), [sessions])
  const days = useMemo(() => boardDays(board.days, moves), [board.days, moves])
  const [begun] = useState(() =>
    sessions.find(({ number }) => asked.session !== null && number === Number(asked.session)),
  )
  const [chosenDay, setDay] = useState(() =>
    chooseBoardDay(days, begun?.dayOn ?? asked.day, board.timeZone, new Date()),
  )
  const day = useBoardDay(board, sessions, chosenDay)
  const found = useWarnings(slug, board, sessions, moves)
  const [held] = useState(makeHeldStore)
  const ending = useEnding({
    ...{ slug, board, draft: desk.draft, isWaiting: desk.waiting.length > 0, close: sending.close },
  })
  const [sheet, setSheet] = useState<BoardSheet | null>(() =>
    begun ? { kind: 'place', id: begun.id } : asked.isForWarnings ? { kind: 'warnings' } : null,
  )
  const doing = useDoing({ day: chosenDay, sessions, published, moveOf, words, sending })
  const heldNews = useHeldNews({ sessions, moveOf, words })
  const isWide = useMedia(WIDE)
  const mine = useMemo(() => board.mine && new Set(board.mine), [board.mine])
  const mayMove = useCallback((id: string) => !mine || mine.has(id), [mine])
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <BoardBar
        days={days.map((date) => ({ date, name: words.day(date), isCurrent: date === chosenDay }))}
        isLead={mine !== null}
        moved={moves.length}
        plannedFor={
          board.planned && !board.planned.ended ? sayWhen({ startAt: board.planned.dueAt }, words.saying) : null
        }
        warnings={found ? found.warnings.length + found.standing.length : 0}
        ignored={found?.ignored.length ?? 0}
        mayUndo={desk.done.length > 0}
        mayRedo={desk.undone.length > 0}
        onDay={(date) => {
          setDay(date)
          const address = new URL(location.href)
          address.searchParams.set('day', date)
          history.replaceState(history.state, '', address)
        }}
        onUndo={doing.undo}
        onRedo={doing.redo}
        onNew={() => setSheet({ kind: 'draw', place: { dayOn: chosenDay, startAt: null, endAt: null, roomIds: [] } })}
        onDraft={() => setSheet({ kind: 'draft' })}
        onWarnings={() => setSheet({ kind: 'warnings' })}
        onPublish={() => setSheet({ kind: 'publish' })}
      />
      {mine === null ? null : <p className="text-muted">{t('leadHint')}</p>}
      <BoardNews>
        <BoardNotices
          {...sending}
          slug={slug}
          isStale={isStale}
          waiting={desk.waiting.length}
          isRefused={doing.isRefused}
          news={doing.news}
          onRead={doing.read}
        />
        <OvertakenNotices
          overtaken={sending.overtaken}
          displaced={displaced}
          titleOf={(id) => sessions.find((session) => session.id === id)?.title ?? t('drawn')}
          words={words}
          onPut={doing.put}
          onDismiss={sending.dismiss}
          onBack={doing.make}
        />
        <Ended ending={ending} slug={slug} />
        {board.planned?.ended && mine === null ? (
          <div role="status">
            <PlannedRelease slug={slug} planned={board.planned} saying={words.saying} />
          </div>
        ) : null}
      </BoardNews>
      {isWide ? (
        <BoardTable
          day={day}
          board={board}
          version={desk.draft.version}
          mayMove={mayMove}
          moves={moves}
          moveOf={moveOf}
          sessions={sessions}
          tray={tray}
          warned={found?.warned ?? NOTHING}
          words={words}
          days={days}
          onOver={held.set}
          onMove={doing.move}
          onRefused={doing.refuse}
          onDraw={(place) => setSheet({ kind: 'draw', place })}
          onOpen={(id) => setSheet({ kind: 'place', id })}
          onUndo={doing.undo}
          onRedo={doing.redo}
          say={doing.say}
          show={doing.show}
        />
      ) : (
        <BoardList
          day={day}
          tray={tray}
          moves={moveOf}
          words={words}
          mayMove={mayMove}
          onOpen={(id) => setSheet({ kind: 'place', id })}
        />
      )}
      <HeldWarnings store={held} index={found?.index ?? null} newsOf={heldNews} />
      <p role="status" className="sr-only">
        {doing.said}
      </p>
      {sheet ? (
        <BoardSheets
          {...{ slug, board, sheet, moves, moveOf, sessions, words, setSheet, mayMove }}
          version={desk.draft.version}
          isSent={desk.waiting.length === 0}
          isOffline={sending.isOffline}
          found={found}
          onMove={doing.move}
          onDraw={doing.draw}
          onGiveBack={doing.giveBack}
          onDiscard={() => void ending.discard()}
          onPublished={ending.published}
          onPlanned={reload}
        />
      ) : null}
    </div>
  )
}
