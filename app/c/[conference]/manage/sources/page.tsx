import { getLocale, getTranslations } from 'next-intl/server'
import { BringInForm } from '@/components/manage/bring-in/bring-in-form'
import { ManageShell } from '@/components/manage/manage-shell'
import { CheckOffer } from '@/components/manage/sources/check-offer'
import { SourceCard } from '@/components/manage/sources/source-card'
import { Card } from '@/components/ui/card'
import { pageAddress } from '@/lib/program/addresses'
import { loadConferenceFor, loadSources, loadSuggestedChecks } from '@/lib/schedule/loaders'

/** Where the programme comes from, how that stands, what waits for a yes, and bringing a source in again. */
export default async function SourcesPage({ params }: { params: Promise<{ conference: string }> }) {
  const { conference: slug } = await params
  const conference = await loadConferenceFor(slug, 'import', pageAddress(slug, 'managed', 'sources'))
  const [t, language, sources] = [await getTranslations('manage'), await getLocale(), await loadSources(conference.id)]
  const undecided = sources.filter(
    ({ address, checkMinutes, isLocked }) => address !== null && checkMinutes === null && !isLocked,
  )
  const suggested = undecided.length > 0 ? await loadSuggestedChecks(conference) : 0
  return (
    <ManageShell conference={conference} section="sources">
      <p className="text-muted">{t('sourcesLead')}</p>
      {sources.length === 0 ? <p>{t('noSources')}</p> : null}
      {suggested > 0
        ? undecided.map(({ id, name }) => (
            <CheckOffer key={id} of={{ conference: slug, source: id }} name={name} minutes={suggested} />
          ))
        : null}
      <ul className="grid gap-2">
        {sources.map((source) => (
          <SourceCard
            key={source.id}
            slug={slug}
            source={source}
            saying={{ timeZone: conference.timeZone, language }}
          />
        ))}
      </ul>
      <Card aria-labelledby="again">
        <h3 id="again" className="text-lg font-semibold">
          {t('bringAgain')}
        </h3>
        <BringInForm
          conference={{ slug, timeZone: conference.timeZone }}
          sources={sources.map(({ id, name }) => ({ id, name }))}
        />
      </Card>
    </ManageShell>
  )
}
