import { memo } from 'react'
import { Facts } from '@/components/ui/facts'
import { sayWhen, type Clocks } from '@/lib/i18n/dates'
import type { NoteInConference } from '@/lib/notes/place-notes'
import type { Note } from '@/lib/notes/schema'
import { timeOfNote } from '@/lib/notes/outline'
import { settleBidi } from '@/lib/platform/bidi'

type Props = Clocks & {
  href: string
  placed: NoteInConference<Note>
  words: { language: string; untitled: string; shared: string }
}

const EXCERPT = 160

/** One note in a list: what it is on, when, where, and how it begins. */
export const NoteListRow = memo(function NoteListRow({ href, placed, timeZone, namesZone, words }: Props) {
  const { note, session, title, place } = placed
  const said = settleBidi(note.text.slice(0, EXCERPT).trim())
  return (
    <li
      className={
        'rounded-lg border border-line bg-raised ' + '[contain-intrinsic-size:auto_5rem] [content-visibility:auto]'
      }
    >
      <a href={href} className="block min-h-11 p-3">
        <span dir="auto" className="block font-semibold leading-snug">
          {title || words.untitled}
        </span>
        <span className="mt-1 block text-sm text-muted">
          <Facts
            of={[
              sayWhen(
                { startAt: timeOfNote(placed) },
                { timeZone, namesZone, language: words.language, under: placed.day },
              ),
              place,
              note.groupId ? words.shared : '',
            ]}
          />
        </span>
        {said && (session || said !== title) ? (
          <span dir="auto" className="mt-1 line-clamp-2 block text-sm">
            {said}
          </span>
        ) : null}
      </a>
    </li>
  )
})
