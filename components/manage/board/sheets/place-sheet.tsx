import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { isSamePlace, type BoardPlace, type BoardRoom, type BoardSession } from '@/lib/desk/board/board'
import { toTray, type LandedSession } from '@/lib/desk/board/moving/carry'
import type { ShownMove } from '@/lib/desk/board/shown-move'
import { readPlace, writtenPlace } from '@/lib/desk/board/moving/read-place'
import type { BoardIndex } from '@/lib/desk/board/warnings/board-index'
import { pageAddress } from '@/lib/program/addresses'
import type { BoardWords } from '../use-board-words'
import { WantedWarnings } from '../warnings/wanted-warnings'
import { PlaceFields } from './place-fields'

type Props = {
  slug: string
  session: BoardSession
  /** In the draft; undefined: it is where it is published. */ move: ShownMove | undefined
  mayMove: boolean
  rooms: readonly BoardRoom[]
  words: BoardWords
  /** Everything on the board, with the draft: what is asked before it moves; null: it is being made. */
  index: BoardIndex | null
  /** Of the draft that is seen. */ version: number
  /** @param seen the draft's version when it was opened */ onMove: (
    moved: readonly LandedSession[],
    seen: number,
  ) => void
  onGiveBack: (id: string) => void
  onClose: () => void
}

/** A session of the board: moved by fields, given back, put into the tray. On a phone all moving is done here. */
export function PlaceSheet({
  slug,
  session,
  move,
  mayMove,
  rooms,
  words,
  index,
  version,
  onMove,
  onGiveBack,
  onClose,
}: Props) {
  const t = useTranslations('manage')
  const [opened] = useState({ version, session })
  const isElsewhere = !isSamePlace(opened.session, session)
  const [wrong, setWrong] = useState<{ reason: string; path?: 'start' | 'end' } | null>(null)
  const [wanted, setWanted] = useState<BoardPlace | null>(null)
  const look = ({ currentTarget }: FormEvent<HTMLFormElement>) =>
    setWanted(writtenPlace(formFields(currentTarget), words.saying.timeZone, session))
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const read = readPlace(formFields(event.currentTarget), words.saying.timeZone, session)
    if (!read.ok) return setWrong({ reason: read.reason, path: 'issues' in read ? read.issues?.[0]?.path : 'end' })
    onMove([{ session, place: read.place }], opened.version)
    onClose()
  }
  return (
    <Dialog title={session.title} closeName={t('board.close')} onClose={onClose}>
      <p className="text-muted">{words.place(session)}</p>
      {isElsewhere ? (
        <Notice tone="warning" live>
          <p>
            {move
              ? t('board.sheetMoved', { who: words.who(move), place: words.place(session) })
              : t('board.sheetTakenOut', { place: words.place(session) })}
          </p>
        </Notice>
      ) : null}
      {move ? (
        <p className="rounded-lg border-l-4 border-accent bg-raised p-3">
          {move.home
            ? t('board.movedBy', { who: words.who(move), place: words.place(move.home) })
            : t('board.drawnBy', { who: words.who(move) })}
        </p>
      ) : null}
      {mayMove ? (
        <form className="grid gap-3" onChange={look} onBlur={look} onSubmit={send}>
          <PlaceFields
            place={session}
            rooms={rooms}
            timeZone={words.saying.timeZone}
            wrong={wrong ? (wrong.path ?? 'end') : undefined}
            error={wrong ? sayWrong(t, wrong.reason) : undefined}
          />
          <WantedWarnings index={index} session={session} place={wanted} />
          {/* Within a thumb's reach however low the screen: the fields scroll behind. */}
          <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap gap-3 border-t border-line bg-ground px-4 py-3">
            <SubmitButton variant="primary">{t('board.move')}</SubmitButton>
            {move ? (
              <Button onClick={() => onGiveBack(session.id)}>
                {t(move.created ? 'board.remove' : 'board.giveBack')}
              </Button>
            ) : null}
            {session.startAt ? (
              <Button
                onClick={() => {
                  onMove(toTray([session]), opened.version)
                  onClose()
                }}
              >
                {t('board.toTray')}
              </Button>
            ) : null}
            {session.slug ? (
              <ButtonLink variant="text" href={pageAddress(slug, 'managedSession', session.slug)}>
                {t('board.edit')}
              </ButtonLink>
            ) : null}
          </div>
        </form>
      ) : (
        <p>{t('board.notYours')}</p>
      )}
    </Dialog>
  )
}

export function formFields(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  )
}

/** @param t of `manage` */
export function sayWrong(t: ReturnType<typeof useTranslations<'manage'>>, reason: string): string {
  return reason === 'time-skipped' || reason === 'end-before-start' ? t(`reason.${reason}`) : t('wrong')
}
