import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Field, SelectField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { BoardRoom, DrawnSession, BoardPlace } from '@/lib/desk/board/board'
import { readPlace } from '@/lib/desk/board/moving/read-place'
import { sessionKinds } from '@/lib/program/session-kinds'
import type { BoardWords } from '../use-board-words'
import { PlaceFields } from './place-fields'
import { formFields, sayWrong } from './place-sheet'

type Props = {
  /** Where it was drawn, or where one would begin. */ place: BoardPlace
  rooms: readonly BoardRoom[]
  words: BoardWords
  onDraw: (created: DrawnSession, place: BoardPlace) => void
  onClose: () => void
}

/** A new session of the draft: its name and its kind, where it was drawn. */
export function DrawSheet({ place, rooms, words, onDraw, onClose }: Props) {
  const [t, ofSession] = [useTranslations('manage'), useTranslations('session')]
  const [wrong, setWrong] = useState<{ reason: string; path?: 'start' | 'end' } | null>(null)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = formFields(event.currentTarget)
    const read = readPlace(fields, words.saying.timeZone, place)
    if (!read.ok) return setWrong({ reason: read.reason, path: 'issues' in read ? read.issues?.[0]?.path : 'end' })
    onDraw(
      { title: fields.title?.trim() ?? '', kind: sessionKinds.find((one) => one === fields.kind) ?? 'talk' },
      read.place,
    )
    onClose()
  }
  return (
    <Dialog title={t('board.new')} closeName={t('board.close')} onClose={onClose}>
      <form className="grid gap-3" onSubmit={send}>
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
        <SubmitButton variant="primary">{t('board.draw')}</SubmitButton>
      </form>
    </Dialog>
  )
}
