import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { ConferenceFeed } from '@/components/feeds/conference-feed'
import { conferenceOffers } from '@/components/feeds/offers'
import { PrivateFeed } from '@/components/feeds/private-feed'
import { ScheduleFiles } from '@/components/feeds/schedule-files'
import { PlanFeed } from '@/components/feeds/plan-feed'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { Page } from '@/components/ui/page'
import { isolated } from '@/lib/platform/bidi'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { conferenceAddress } from '@/lib/program/conference-address'
import { loadAgendaOf, loadConference } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [conference, t] = [await loadConference((await params).conference), await getTranslations('feeds')]
  return { title: `${t('title')} · ${isolated(conference.name)}` }
}

/** Subscribe once: the conference's calendar, my plan's, and my groups'. */
export default async function CalendarsPage({ params }: Props) {
  const conference = await loadConference((await params).conference)
  const agenda = await loadAgendaOf(conference)
  const [t, { feeds }] = [await getTranslations('feeds'), await getMessages()]
  const addressOf = (file: string) => `${publicUrl(readEnvironment())}${conferenceAddress(conference.slug, file)}`
  const isPrivate = conference.visibility === 'private'
  return (
    <ConferenceShell conference={conference}>
      <Page title={t('title')} lead={t('lead')}>
        <NextIntlClientProvider messages={{ feeds }}>
          <PlanFeed conference={{ id: conference.id, slug: conference.slug }} />
          {agenda.sessions.length === 0 ? null : isPrivate ? (
            <PrivateFeed conference={{ id: conference.id, slug: conference.slug }} offers={conferenceOffers(agenda)} />
          ) : (
            <ConferenceFeed url={addressOf('schedule.ics')} name={conference.name} />
          )}
          <ScheduleFiles slug={conference.slug} xmlUrl={addressOf('schedule.xml')} isPrivate={isPrivate} />
        </NextIntlClientProvider>
      </Page>
    </ConferenceShell>
  )
}
