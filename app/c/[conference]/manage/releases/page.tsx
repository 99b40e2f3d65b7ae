import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { ManageShell } from '@/components/manage/manage-shell'
import { AlertHold } from '@/components/manage/releases/alert-hold'
import { PlannedRelease } from '@/components/manage/releases/planned-release'
import { ReleaseFacts } from '@/components/manage/releases/release-facts'
import { ButtonLink } from '@/components/ui/button'
import { readPlannedDraft } from '@/lib/desk/board/server/planned-draft'
import { getHold } from '@/lib/notifications/server/alert-holds'
import { database } from '@/lib/platform/db'
import { pageAddress } from '@/lib/program/addresses'
import { loadConferenceFor, loadReleases } from '@/lib/schedule/loaders'

/** Every release of the programme, the latest first. */
export default async function ReleasesPage({ params }: { params: Promise<{ conference: string }> }) {
  const { conference: slug } = await params
  const conference = await loadConferenceFor(slug, 'import', pageAddress(slug, 'managed', 'releases'))
  const [t, { manage }, language, releases] = [
    await getTranslations('manage.releases'),
    await getMessages(),
    await getLocale(),
    await loadReleases(conference.id),
  ]
  const planned = await readPlannedDraft(database(), conference.id)
  return (
    <ManageShell conference={conference} section="releases">
      <p className="text-muted">{t('lead')}</p>
      {planned ? (
        <NextIntlClientProvider messages={{ manage }}>
          <PlannedRelease slug={slug} planned={planned} saying={{ timeZone: conference.timeZone, language }}>
            <ButtonLink href={pageAddress(slug, 'managed', 'board')}>{t('toBoard')}</ButtonLink>
          </PlannedRelease>
        </NextIntlClientProvider>
      ) : null}
      {releases.length > 0 ? (
        <NextIntlClientProvider messages={{ manage }}>
          <AlertHold
            conference={slug}
            hold={await getHold(database(), conference.id)}
            saying={{ timeZone: conference.timeZone, language }}
          />
        </NextIntlClientProvider>
      ) : null}
      {releases.length === 0 ? <p>{t('none')}</p> : null}
      <ul className="divide-y divide-line border-y border-line">
        {releases.map((release) => (
          <li key={release.number} className="grid gap-1 py-3">
            <a
              className="inline-flex min-h-11 items-center font-semibold text-accent underline underline-offset-4"
              href={pageAddress(slug, 'managedRelease', String(release.number))}
            >
              {t('number', { number: release.number })}
            </a>
            <ReleaseFacts release={release} saying={{ timeZone: conference.timeZone, language }} />
          </li>
        ))}
      </ul>
    </ManageShell>
  )
}
