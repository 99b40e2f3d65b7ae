import { getLocale, getTranslations } from 'next-intl/server'
import { ManageShell } from '@/components/manage/manage-shell'
import { SectionTabs } from '@/components/manage/section-tabs'
import { SamePicksList } from '@/components/manage/suggestions/same-picks-list'
import { SuggestScreen } from '@/components/manage/suggestions/suggest-screen'
import { grantedOnPage } from '@/lib/boundary/granted-page'
import { loadSuggestPage } from '@/lib/desk/suggest/server/load-suggest-page'
import { sayDay } from '@/lib/i18n/dates'
import { now } from '@/lib/platform/clock'
import { database } from '@/lib/platform/db'
import { pageAddress } from '@/lib/program/addresses'
import { loadConferenceFor } from '@/lib/schedule/loaders'

type Props = {
  params: Promise<{ conference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Better rooms and times for a day, and which sessions at one time the same people picked. */
export default async function SuggestionsPage({ params, searchParams }: Props) {
  const [{ conference: slug }, { day: asked }] = [await params, await searchParams]
  const address = pageAddress(slug, 'managed', 'suggestions')
  const conference = await loadConferenceFor(slug, 'editSchedule', address)
  const granted = await grantedOnPage(slug, 'editSchedule')
  const [t, language] = [await getTranslations('manage.suggest'), await getLocale()]
  const page = await loadSuggestPage(database(), granted, typeof asked === 'string' ? asked : undefined, now())
  const { days, day, pairs } = page
  return (
    <ManageShell conference={conference} section="suggestions">
      <p className="text-muted">{t('lead')}</p>
      {day === null ? (
        <p>{t('noDays')}</p>
      ) : (
        <>
          <SectionTabs
            label={t('days')}
            tabs={days.map((date) => ({
              href: `${address}?day=${date}`,
              name: sayDay(date, language),
              isCurrent: date === day,
            }))}
          />
          <SuggestScreen
            key={day}
            conference={slug}
            day={day}
            draftVersion={page.draftVersion}
            sessions={page.sessions}
            rooms={page.rooms}
            saying={{ timeZone: conference.timeZone, language }}
          />
          <SamePicksList slug={slug} pairs={pairs} />
        </>
      )}
    </ManageShell>
  )
}
