import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { Page } from '@/components/ui/page'
import { now } from '@/lib/platform/clock'
import { dateOn } from '@/lib/platform/time'
import { pageAddress } from '@/lib/program/addresses'
import { dayToShow } from '@/lib/program/agenda-day'
import { loadAgendaOf, loadConference } from '@/lib/schedule/loaders'

/** Today's schedule, or the nearest day's; a day has its own address. */
export default async function SchedulePage({ params }: { params: Promise<{ conference: string }> }) {
  const conference = await loadConference((await params).conference)
  const agenda = await loadAgendaOf(conference)
  const day = dayToShow(agenda.days, dateOn(now(), conference.timeZone))
  if (day) redirect(pageAddress(conference.slug, 'day', day))
  const t = await getTranslations('schedule')
  return (
    <ConferenceShell conference={conference} place="schedule">
      <Page title={conference.name} lead={t('nothingYet')}>
        <p>
          <a className="text-accent underline underline-offset-4" href={pageAddress(conference.slug, 'manage')}>
            {t('bringIn')}
          </a>
        </p>
      </Page>
    </ConferenceShell>
  )
}
