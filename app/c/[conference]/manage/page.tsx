import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskDays } from '@/components/manage/desk-days'
import { ManageShell } from '@/components/manage/manage-shell'
import { After } from '@/components/manage/after/after'
import { PicksLine } from '@/components/manage/after/picks-line'
import { DemandMap } from '@/components/manage/overview/demand-map'
import { FreshPage } from '@/components/shared/fresh-page'
import { NeedsList } from '@/components/manage/overview/needs-list'
import { loadLook } from '@/lib/desk/server/load-after'
import { loadOverview } from '@/lib/desk/server/load-overview'
import { now } from '@/lib/platform/clock'
import { database } from '@/lib/platform/db'
import { can } from '@/lib/people/permissions'
import { pageAddress } from '@/lib/program/addresses'
import { loadConferenceFor, loadRole } from '@/lib/schedule/loaders'

type Props = {
  params: Promise<{ conference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Management begins with what needs somebody, and with how a day's rooms will fill. */
export default async function OverviewPage({ params, searchParams }: Props) {
  const [{ conference: slug }, { day: asked }] = [await params, await searchParams]
  const address = pageAddress(slug, 'manage')
  const conference = await loadConferenceFor(slug, 'editSessions', address)
  // A lead has no more than their sessions.
  if (!can(await loadRole(conference.id), 'editConference', conference.visibility))
    redirect(pageAddress(slug, 'managed', 'sessions'))
  const [t, language] = [await getTranslations('manage.overview'), await getLocale()]
  const { needs, ignored, days, day, demand } = await loadOverview(
    database(),
    conference,
    typeof asked === 'string' ? asked : undefined,
    now(),
  )
  const look = await loadLook(database(), conference, now())
  const saying = { timeZone: conference.timeZone, language }
  return (
    <ManageShell conference={conference} section="overview">
      <FreshPage conferenceId={conference.id} of={['programme', 'rooms', 'draft']} />
      <NeedsList {...{ slug, needs, ignored, saying }} />
      {look.phase === 'past' ? <After slug={slug} outcomes={look.outcomes} saying={saying} /> : null}
      {look.phase === 'coming' ? <PicksLine days={look.picks} language={language} /> : null}
      <h2 className="mt-4 text-lg font-semibold">{t('demand')}</h2>
      <p className="text-muted">{t('demandLead')}</p>
      {day === null ? <p>{t('noDays')}</p> : <DeskDays label={t('days')} {...{ address, days, day, language }} />}
      {day !== null && !demand ? <p>{t('noRooms')}</p> : null}
      {demand ? (
        <DemandMap key={day} slug={slug} demand={demand} saying={{ ...saying, under: day ?? undefined }} />
      ) : null}
    </ManageShell>
  )
}
