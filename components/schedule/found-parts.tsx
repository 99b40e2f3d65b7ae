import { useTranslations } from 'next-intl'
import { DOT } from '@/components/ui/facts'
import { initialsOf } from '@/lib/program/names/initials'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { searchParts } from '@/lib/planning/search/search-parts'
import { MarkedText } from '@/components/shared/marked-text'

type Props = { agenda: Agenda; /** What was searched for. */ sought: string }

/** Speakers and rooms that a search means, as what they are: each leads to its page. */
export function FoundParts({ agenda, sought }: Props) {
  const t = useTranslations('schedule')
  const { speakers, rooms } = searchParts(agenda, sought)
  if (speakers.length + rooms.length === 0) return null
  const slug = agenda.conference.slug
  return (
    <ul aria-label={t('foundParts')} className="pb-2">
      {speakers.map(({ speaker, sessions }) => (
        <FoundPart
          key={speaker.id}
          href={pageAddress(slug, 'speaker', speaker.slug)}
          name={speaker.name}
          sign={initialsOf(speaker.name)}
          sought={sought}
          about={[speaker.company, t('count', { count: sessions.length })].filter(Boolean).join(DOT)}
        />
      ))}
      {rooms.map(({ room, count }) => (
        <FoundPart
          key={room.id}
          href={pageAddress(slug, 'room', room.slug)}
          name={room.name}
          sign="⌂"
          sought={sought}
          about={t('roomCount', { count })}
        />
      ))}
    </ul>
  )
}

type PartProps = { href: string; name: string; sign: string; about: string; sought: string }

function FoundPart({ href, name, sign, about, sought }: PartProps) {
  return (
    <li className="border-b border-line">
      <a href={href} className="flex min-h-14 items-center gap-3 py-1">
        <span
          aria-hidden="true"
          className="flex size-9 shrink-0 items-center justify-center rounded-full bg-sunken text-sm font-semibold"
        >
          {sign}
        </span>
        <span className="min-w-0">
          <span dir="auto" className="block font-semibold leading-tight">
            <MarkedText text={name} sought={sought} />
          </span>
          <span dir="auto" className="block text-sm text-muted">
            {about}
          </span>
        </span>
      </a>
    </li>
  )
}
