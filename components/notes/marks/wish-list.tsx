import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { focusNextRow } from '@/components/ui/focus-on'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { useAttendances } from '@/lib/planning/device/use-attendances'
import type { NotesConference } from '../list/notes-conference'

type Props = { wish: 'watchReplay' | 'findSlides'; conference: NotesConference; agenda: Agenda | null }

/** The sessions whose replay is to be watched, or whose slides are to be found; ticked, they leave the list. */
export function WishList({ wish, conference, agenda }: Props) {
  const t = useTranslations('notes')
  const { attendances, set } = useAttendances(conference.id)
  const sessions = useMemo(
    () => agenda?.sessions.filter(({ id }) => attendances.get(id)?.[wish]) ?? [],
    [agenda, attendances, wish],
  )
  if (sessions.length === 0) return null
  return (
    <section>
      <h2 className="py-2 text-lg font-semibold">
        {t(wish === 'watchReplay' ? 'outline.replays' : 'outline.slides')}{' '}
        <span className="font-normal text-muted">{sessions.length}</span>
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map(({ id, slug, title }) => (
          <li key={id} className="flex items-center gap-1">
            <label className="flex min-h-11 min-w-11 items-center">
              <input
                type="checkbox"
                checked={false}
                aria-label={`${t(wish === 'watchReplay' ? 'outline.done' : 'outline.found')}: ${title}`}
                onChange={({ currentTarget }) => {
                  focusNextRow(currentTarget)
                  void set(id, { [wish]: false })
                }}
                className="size-5 accent-(--accent)"
              />
            </label>
            <a
              dir="auto"
              href={`${pageAddress(conference.slug, 'session', slug)}#notes`}
              className="flex min-h-11 items-center underline underline-offset-4"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
