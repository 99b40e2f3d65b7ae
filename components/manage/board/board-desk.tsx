import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useState } from 'react'
import { useMedia } from '@/components/ui/use-media'
import { withMoves, type Board, type DrawnSession, type BoardPlace } from '@/lib/desk/board/board'
import { chooseBoardDay, boardDays } from '@/lib/desk/board/layout/board-days'
import type { LandedSession } from '@/lib/desk/board/moving/carry'
import { changesOf, movesOn, wantedIn, type DraftChange } from '@/lib/desk/board/moving/desk'
import { isolated } from '@/lib/platform/bidi'
import { BoardBar } from './board-bar'
import { BoardList } from './board-list'
import { BoardNotices } from './board-notices'
import { BoardTable } from './board-table'
import { BoardSheets, type BoardSheet } from './sheets/board-sheets'
import { useBoardDay } from './use-board-day'
import { useBoardWords } from './use-board-words'
import { useDesk } from './use-desk'
import { makeHeldStore } from './warnings/held-store'
import { HeldWarnings } from './warnings/held-warnings'
import { useWarnings } from './warnings/use-warnings'
import { Ended, useEnding } from './ended'

/** Narrower ones have no room to drag things across. */
const WIDE = '(min-width: 48rem)'

type Props = {
  slug: string
  board: Board
  /** The server has not answered since. */ isStale: boolean
  me: string | null
  /** The day to open. */ asked: string | null
}

/** A board that is here, and all that is done on it. */
export function BoardDesk({ slug, board, isStale, me, asked }: Props) {
  const t = useTranslations('manage.board')
  const words = useBoardWords(board)
  const { desk, make, ...sending } = useDesk({ slug, draft: board.draft, me })
  const moves = useMemo(() => movesOn(desk, me), [desk, me])
  const sessions = useMemo(() => withMoves(board.sessions, moves), [board.sessions, moves])
  const published = useMemo(() => new Map(board.sessions.map((session) => [session.id, session])), [board.sessions])
  const moveOf = useMemo(() => new Map(moves.map((move) => [move.sessionId, move])), [moves])
  const tray = useMemo(() => sessions.filter(({ startAt }) => startAt === null), [sessions])
  const days = useMemo(() => boardDays(board.days, moves), [board.days, moves])
  const [chosenDay, setDay] = useState(() => chooseBoardDay(board.days, asked, board.timeZone, new Date()))
  const day = useBoardDay(board, sessions, chosenDay)
  const found = useWarnings(slug, board, sessions, moves)
  const [held] = useState(makeHeldStore)
  const ending = useEnding({ slug, draft: desk.draft, close: sending.close })
  const [sheet, setSheet] = useState<BoardSheet | null>(null)
  const [said, say] = useState('')
  const isWide = useMedia(WIDE)
  const mine = useMemo(() => board.mine && new Set(board.mine), [board.mine])
  const mayMove = useCallback((id: string) => !mine || mine.has(id), [mine])
  const isLead = mine !== null

  const move = (moved: readonly LandedSession[]) => {
    if (moved.length === 0) return say(t('notYours'))
    const [changes, [first]] = [changesOf(moved, published, moveOf), moved]
    make(changes)
    if (first)
      say(
        t('say.moved', { title: isolated(first.session.title), count: moved.length, place: words.place(first.place) }),
      )
  }
  const draw = (created: DrawnSession, place: BoardPlace) => {
    const change = { sessionId: crypto.randomUUID(), title: created.title, from: null, before: null }
    make([{ ...change, after: { place, created } }])
  }
  const giveBack = (ids: readonly string[]) =>
    make(
      ids.flatMap((id): DraftChange[] => {
        const move = moveOf.get(id)
        return move ? [{ sessionId: id, title: move.title, from: move.from, before: wantedIn(move), after: null }] : []
      }),
    )
  const undo = () => {
    say(sending.leftByUndo > 0 ? t('say.leftToOthers', { count: sending.leftByUndo }) : t('say.undone'))
    sending.undo()
  }
  const redo = () => {
    say(t('say.redone'))
    sending.redo()
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <BoardBar
        days={days.map((date) => ({ date, name: words.day(date), isCurrent: date === chosenDay }))}
        isLead={isLead}
        moved={moves.length}
        warnings={found.warnings.length}
        mayUndo={desk.done.length > 0}
        mayRedo={desk.undone.length > 0}
        onDay={(date) => {
          setDay(date)
          const address = new URL(location.href)
          address.searchParams.set('day', date)
          history.replaceState(history.state, '', address)
        }}
        onUndo={undo}
        onRedo={redo}
        onNew={() => setSheet({ kind: 'draw', place: { dayOn: chosenDay, startAt: null, endAt: null, roomIds: [] } })}
        onDraft={() => setSheet({ kind: 'draft' })}
        onWarnings={() => setSheet({ kind: 'warnings' })}
        onPublish={() => setSheet({ kind: 'publish' })}
      />
      <BoardNotices {...sending} isStale={isStale} waiting={desk.waiting.length} published={published} words={words} />
      <Ended ending={ending} slug={slug} />
      {isWide ? (
        <BoardTable
          day={day}
          board={board}
          mayMove={mayMove}
          moves={moves}
          moveOf={moveOf}
          sessions={sessions}
          tray={tray}
          warned={found.warned}
          words={words}
          onOver={held.set}
          onMove={move}
          onDraw={(place) => setSheet({ kind: 'draw', place })}
          onOpen={(id) => setSheet({ kind: 'place', id })}
          onUndo={undo}
          onRedo={redo}
          say={say}
        />
      ) : (
        <BoardList
          day={day}
          tray={tray}
          moves={moveOf}
          words={words}
          onOpen={(id) => setSheet({ kind: 'place', id })}
        />
      )}
      <HeldWarnings store={held} index={found.index} />
      <p role="status" className="sr-only">
        {said}
      </p>
      {sheet ? (
        <BoardSheets
          {...{ slug, board, sheet, moves, moveOf, published, sessions, words, setSheet, mayMove }}
          version={desk.draft.version}
          isSent={desk.waiting.length === 0}
          found={found}
          onMove={move}
          onDraw={draw}
          onGiveBack={giveBack}
          onDiscard={() => void ending.discard()}
          onPublished={ending.published}
        />
      ) : null}
    </div>
  )
}
