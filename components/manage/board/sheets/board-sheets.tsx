import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import type { Board, BoardSession, DrawnSession, BoardPlace, PlannedDraft } from '@/lib/desk/board/board'
import type { ShownMove } from '@/lib/desk/board/shown-move'
import type { LandedSession } from '@/lib/desk/board/moving/carry'
import { WarningList } from '../warnings/warning-list'
import type { DraftWarnings } from '../warnings/use-warnings'
import type { BoardWords } from '../use-board-words'
import { DraftSheet } from './draft-sheet'
import { DrawSheet } from './draw-sheet'
import { PlaceSheet } from './place-sheet'
import { PublishDraftSheet, type PublishedDraft } from './publish-draft-sheet'

/** What is open over the board. */
export type BoardSheet =
  | { kind: 'place'; id: string }
  | { kind: 'draw'; place: BoardPlace }
  | { kind: 'draft' | 'publish' | 'warnings' }

type Props = {
  slug: string
  board: Board
  sheet: BoardSheet
  moves: readonly ShownMove[]
  moveOf: ReadonlyMap<string, ShownMove>
  sessions: readonly BoardSession[]
  words: BoardWords
  mayMove: (id: string) => boolean
  /** Which draft is seen. */ version: number
  /** All that was done here is on the server. */ isSent: boolean
  isOffline: boolean
  /** What the draft brings; null: it is not known yet. */ found: DraftWarnings | null
  setSheet: (sheet: BoardSheet | null) => void
  onMove: (moved: readonly LandedSession[], seen?: number) => void
  onDraw: (created: DrawnSession, place: BoardPlace) => void
  onGiveBack: (ids: readonly string[]) => void
  onDiscard: () => void
  onPublished: (published: PublishedDraft) => void
  onPlanned: () => void
}

/** The sheet that is open over the board. */
export function BoardSheets({ board, sheet, setSheet, ...props }: Props) {
  const { slug, moves, moveOf, sessions, words, mayMove } = props
  const isLead = board.mine !== null
  const t = useTranslations('manage.board')
  const close = () => setSheet(null)
  switch (sheet.kind) {
    case 'place': {
      const session = sessions.find(({ id }) => id === sheet.id)
      if (!session) return null
      return (
        <PlaceSheet
          key={session.id}
          {...{ slug, session, words }}
          mayMove={mayMove(session.id)}
          move={moveOf.get(session.id)}
          rooms={board.rooms}
          index={props.found?.index ?? null}
          version={props.version}
          onMove={props.onMove}
          onGiveBack={(id) => {
            props.onGiveBack([id])
            close()
          }}
          onClose={close}
        />
      )
    }
    case 'draw':
      return (
        <DrawSheet
          {...{ words, place: sheet.place, rooms: board.rooms, onDraw: props.onDraw, onClose: close }}
          index={props.found?.index ?? null}
        />
      )
    case 'draft':
      return (
        <DraftSheet
          {...{ moves, words, mayMove, isLead }}
          isPlanned={isWaiting(board.planned)}
          onGiveBack={(id) => props.onGiveBack([id])}
          onDiscard={() => {
            props.onDiscard()
            close()
          }}
          onPublish={() => setSheet({ kind: 'publish' })}
          onClose={close}
        />
      )
    case 'warnings':
      return (
        <Dialog title={t('warnings')} closeName={t('close')} onClose={close}>
          {props.found ? <WarningList slug={slug} of={props.found} isLead={isLead} /> : null}
        </Dialog>
      )
    case 'publish':
      return (
        <PublishDraftSheet
          {...{ slug, moves, words }}
          seen={{ draft: props.version, program: board.version }}
          isSent={props.isSent}
          isOffline={props.isOffline}
          planned={board.planned}
          onPlanned={() => {
            props.onPlanned()
            close()
          }}
          found={props.found}
          onPublished={(done) => {
            props.onPublished(done)
            close()
          }}
          onClose={close}
        />
      )
  }
}

/** Is the draft published by itself, at a time to come? */
function isWaiting(planned: PlannedDraft | null): boolean {
  return planned !== null && planned.ended === null
}
