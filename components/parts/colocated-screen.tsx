'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useZone, ZoneNote } from '@/components/shared/zone-note'
import { Facts, Outside } from '@/components/ui/facts'
import { sayDay, sayWhen } from '@/lib/i18n/dates'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { listColocatedEvents, type ColocatedItem } from '@/lib/program/part-list'
import { ListPage } from './list-page'

type Props = { /** The programme, or its frame alone. */ initial: Agenda; events: ColocatedItem[] }

/** The co-located events by their first day: name, hours, rooms, pass, and how much is in each. */
export function ColocatedScreen({ initial, events: given }: Props) {
  const [t, language] = [useTranslations('parts'), useLocale()]
  const { agenda } = useAgenda(initial.conference.slug, initial)
  const events = useMemo(() => (agenda === initial ? given : listColocatedEvents(agenda)), [agenda, initial, given])
  const zone = useZone(agenda.conference.timeZone)
  const days = [...new Set(events.map(({ days: [first] }) => first?.dayOn))]
  return (
    <ListPage kind="colocatedEvents" isEmpty={events.length === 0} conference={initial.conference.slug}>
      <ZoneNote zone={zone} />
      {days.map((day) => (
        <section key={day ?? 'later'} aria-labelledby={`day-${day ?? 'later'}`} className="pb-3">
          <h2 id={`day-${day ?? 'later'}`} className="border-b border-line py-2 font-semibold first-letter:uppercase">
            {day ? sayDay(day, language, 'long') : t('noDay')}
          </h2>
          <ul className="divide-y divide-line">
            {events
              .filter(({ days: [first] }) => first?.dayOn === day)
              .map((event) => (
                <li key={event.slug}>
                  <EventRow conference={initial.conference.slug} event={event} timeZone={zone.timeZone} under={day} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </ListPage>
  )
}

type RowProps = { conference: string; event: ColocatedItem; timeZone: string; under: string | undefined }

function EventRow({ conference, event, timeZone, under }: RowProps) {
  const [t, language] = [useTranslations('parts'), useLocale()]
  const hours = event.days.map((span) => sayWhen(span, { timeZone, language, under })).filter(Boolean)
  return (
    <a href={pageAddress(conference, 'colocated', event.slug)} className="block py-3 hover:bg-sunken">
      <span className="block font-semibold leading-snug">
        <Outside>{event.name}</Outside>
      </span>
      <span className="block text-sm text-muted">
        <Facts of={[...hours, ...event.rooms]} />
      </span>
      <span className="block text-sm text-muted">
        <Facts of={[event.pass, event.sessions > 0 && t('sessions', { count: event.sessions })]} />
      </span>
    </a>
  )
}
