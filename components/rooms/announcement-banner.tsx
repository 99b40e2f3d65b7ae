'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useNow } from '@/components/shared/use-now'
import { Icon } from '@/components/ui/icon'
import { lengthOf } from '@/lib/i18n/dates'
import { isolated, settleBidi } from '@/lib/platform/bidi'
import { MINUTE_MS } from '@/lib/platform/time'
import { concernsMe, isNews, type AnnouncementNow } from '@/lib/rooms/announcements'
import type { Agenda } from '@/lib/program/agenda'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { useAnnouncements } from '@/lib/rooms/device/use-announcements'
import { usePicks } from '@/lib/planning/device/use-picks'
import { dismissAnnouncement, dismissedAnnouncements } from './dismissed-announcements'

type Props = { conference: { id: string; slug: string }; /** Where on the page it stands. */ slot: Element }

/** What organizers tell whoever made this device's picks, until it is dismissed here or is no news any more. */
export function AnnouncementBanner({ conference, slot }: Props) {
  const t = useTranslations('rooms.announced')
  const list = useAnnouncements(conference)
  const { agenda } = useAgenda(conference.slug)
  const { picks } = usePicks(conference.id)
  const now = useNow()
  const [dismissed, setDismissed] = useState(dismissedAnnouncements)
  const shown = now
    ? list.filter(
        (one) => !dismissed.includes(one.id) && isNews(one, now) && concernsMe(one, picks, agenda?.sessions ?? [], now),
      )
    : []
  if (!now || shown.length === 0) return null
  return createPortal(
    <section aria-label={t('title')}>
      <ul className="mx-auto grid max-w-3xl gap-2 px-4 pt-3">
        {shown.map((one) => (
          <Announcement
            key={one.id}
            announcement={one}
            agenda={agenda}
            now={now}
            onDismiss={() => setDismissed(dismissAnnouncement(one.id))}
          />
        ))}
      </ul>
    </section>,
    slot,
  )
}

function Announcement({
  announcement: { text, language, room, session, at },
  agenda,
  now,
  onDismiss,
}: {
  announcement: AnnouncementNow
  agenda: Agenda | null
  now: Date
  onDismiss: () => void
}) {
  const t = useTranslations('rooms')
  const about = room
    ? agenda?.rooms.find(({ id }) => id === room)?.name
    : agenda?.sessions.find(({ id }) => id === session)?.title
  return (
    <li className="flex items-start gap-2 rounded-lg border border-line border-l-4 border-l-accent bg-raised py-1 pl-3">
      <div className="min-w-0 flex-1 py-2">
        <p className="text-sm text-muted">
          {t('announced.from', { about: about ?? 'all', name: isolated(about ?? '') })} ·{' '}
          {t('ago', lengthOf(Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / MINUTE_MS))))}
        </p>
        <p dir="auto" lang={language} className="whitespace-pre-line break-words font-medium">
          {settleBidi(text)}
        </p>
      </div>
      <button
        type="button"
        onClick={onDismiss}
        aria-label={t('announced.dismiss')}
        className="grid size-11 shrink-0 place-items-center rounded-lg text-muted hover:bg-sunken"
      >
        <Icon name="close" className="size-5" />
      </button>
    </li>
  )
}
