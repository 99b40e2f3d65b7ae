import { useTranslations } from 'next-intl'
import { useMemo, useState, type FormEvent } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Field, SelectField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { newBoardSession, type BoardRoom, type DrawnSession, type BoardPlace } from '@/lib/desk/board/board'
import { readPlace, writtenPlace } from '@/lib/desk/board/moving/read-place'
import type { BoardIndex } from '@/lib/desk/board/warnings/board-index'
import { sessionKinds } from '@/lib/program/session-kinds'
import type { BoardWords } from '../use-board-words'
import { WantedWarnings } from '../warnings/wanted-warnings'
import { PlaceFields } from './place-fields'
import { formFields, sayWrong } from './place-sheet'

type Props = {
  /** Where it was drawn, or where one would begin. */ place: BoardPlace
  rooms: readonly BoardRoom[]
  words: BoardWords
  /** Everything on the board, with the draft; null: it is being made. */ index: BoardIndex | null
  onDraw: (created: DrawnSession, place: BoardPlace) => void
  onClose: () => void
}

/** What it is called until it has an id. */
const NEW = 'new'
/** Until it is added it is on no day. */
const NOWHERE: BoardPlace = { dayOn: '', startAt: null, endAt: null, roomIds: [] }

/** A new session of the draft: its name and its kind, where it was drawn, and what would not work there. */
export function DrawSheet({ place, rooms, words, index, onDraw, onClose }: Props) {
  const [t, ofSession] = [useTranslations('manage'), useTranslations('session')]
  const [wrong, setWrong] = useState<{ reason: string; path?: 'start' | 'end' } | null>(null)
  const asSession = ({ title, kind }: DrawnSession) =>
    newBoardSession(NEW, { title: title || t('board.new'), kind }, NOWHERE)
  const [session, setSession] = useState(() => asSession({ title: '', kind: 'talk' }))
  const [wanted, setWanted] = useState<BoardPlace | null>(place)
  const withIt = useMemo(
    () => index && { ...index, sessions: new Map([...index.sessions, [session.id, session]]) },
    [index, session],
  )
  const look = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const fields = formFields(currentTarget)
    setSession(asSession(drawnIn(fields)))
    setWanted(writtenPlace(fields, words.saying.timeZone, place))
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = formFields(event.currentTarget)
    const read = readPlace(fields, words.saying.timeZone, place)
    if (!read.ok) return setWrong({ reason: read.reason, path: 'issues' in read ? read.issues?.[0]?.path : 'end' })
    onDraw(drawnIn(fields), read.place)
    onClose()
  }
  return (
    <Dialog title={t('board.new')} closeName={t('board.close')} onClose={onClose}>
      <form className="grid gap-3" onChange={look} onBlur={look} onSubmit={send}>
        <Field name="title" required pattern=".*\S.*" maxLength={500} label={t('sessionTitle')} />
        <SelectField name="kind" label={t('kind')} defaultValue="talk">
          {sessionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {ofSession(`kind.${kind}`)}
            </option>
          ))}
        </SelectField>
        <PlaceFields
          place={place}
          rooms={rooms}
          timeZone={words.saying.timeZone}
          wrong={wrong ? (wrong.path ?? 'end') : undefined}
          error={wrong ? sayWrong(t, wrong.reason) : undefined}
        />
        <WantedWarnings index={withIt} session={session} place={wanted} />
        <SubmitButton variant="primary">{t('board.draw')}</SubmitButton>
      </form>
    </Dialog>
  )
}

function drawnIn({ title = '', kind }: Readonly<Record<string, string>>): DrawnSession {
  return { title: title.trim(), kind: sessionKinds.find((one) => one === kind) ?? 'talk' }
}
