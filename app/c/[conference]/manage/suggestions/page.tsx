import { getLocale, getTranslations } from 'next-intl/server'
import { DeskDays } from '@/components/manage/desk-days'
import { ManageShell } from '@/components/manage/manage-shell'
import { SamePicksList } from '@/components/manage/suggestions/same-picks-list'
import { SuggestScreen } from '@/components/manage/suggestions/suggest-screen'
import { grantedOnPage } from '@/lib/boundary/granted-page'
import { loadSuggestPage } from '@/lib/desk/suggest/server/load-suggest-page'
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
      {page.drafted > 0 ? <p className="font-medium">{t('drafted', { count: page.drafted })}</p> : null}
      {day === null ? (
        <p>{t('noDays')}</p>
      ) : (
        <>
          <DeskDays label={t('days')} {...{ address, days, day, language }} />
          <SuggestScreen
            key={day}
            conference={slug}
            board={{ conferenceId: granted.conferenceId, userId: granted.userId }}
            day={day}
            draftVersion={page.draftVersion}
            drafted={page.drafted}
            broken={page.broken}
            sessions={page.sessions}
            rooms={page.rooms}
            saying={{ timeZone: conference.timeZone, language }}
          />
          <SamePicksList
            slug={slug}
            pairs={pairs}
            rooms={page.rooms}
            saying={{ timeZone: conference.timeZone, language, under: day }}
          />
        </>
      )}
    </ManageShell>
  )
}
