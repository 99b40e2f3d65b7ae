import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { DayScript } from '@/components/schedule/day/day-script'
import { ScheduleScreen } from '@/components/schedule/schedule-screen'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { sayDay } from '@/lib/i18n/dates'
import { sliceDay } from '@/lib/program/agenda-day'
import { loadAgendaOf, loadConference } from '@/lib/schedule/loaders'
import { isolated } from '@/lib/platform/bidi'

type Props = { params: Promise<{ conference: string; day: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { conference: slug, day } = await params
  const conference = await loadConference(slug)
  const agenda = await loadAgendaOf(conference)
  return {
    title: agenda.days.includes(day)
      ? `${sayDay(day, await getLocale())} · ${isolated(conference.name)}`
      : isolated(conference.name),
  }
}

/** One day of the programme. */
export default async function DayPage({ params }: Props) {
  const { conference: slug, day } = await params
  const conference = await loadConference(slug)
  const agenda = await loadAgendaOf(conference)
  if (!agenda.days.includes(day)) notFound()
  const language = await getLocale()
  return (
    <ConferenceShell conference={conference} place="schedule">
      <ScheduleScreen
        initial={sliceDay(agenda, day)}
        day={day}
        days={agenda.days.map((date) => ({ date, label: sayDay(date, language) }))}
      />
      <DayScript />
    </ConferenceShell>
  )
}
