import { getLocale, getTranslations } from 'next-intl/server'
import { BringInForm } from '@/components/manage/bring-in-form'
import { ManageShell } from '@/components/manage/manage-shell'
import { ProblemList } from '@/components/manage/problem-list'
import { Card } from '@/components/ui/card'
import { sayWhen } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import { loadConferenceFor, loadSources } from '@/lib/schedule/loaders'

/** Where the programme comes from, what came of the last import, and bringing a source in again. */
export default async function SourcesPage({ params }: { params: Promise<{ conference: string }> }) {
  const { conference: slug } = await params
  const conference = await loadConferenceFor(slug, 'import', pageAddress(slug, 'managed', 'sources'))
  const [t, language, sources] = [await getTranslations('manage'), await getLocale(), await loadSources(conference.id)]
  return (
    <ManageShell conference={conference} section="sources">
      <p className="text-muted">{t('sourcesLead')}</p>
      {sources.length === 0 ? <p>{t('noSources')}</p> : null}
      <ul className="grid gap-2">
        {sources.map((source) => (
          <li key={source.id} className="grid gap-1 rounded-xl border border-line bg-raised p-4">
            <p dir="auto">
              <span className="font-semibold">{settleBidi(source.name)}</span>{' '}
              <span className="text-sm text-muted">
                {t('sourceFacts', { format: source.format, sessions: source.sessions })}
              </span>
            </p>
            {source.lastRun ? (
              <p className="text-sm text-muted">
                {t('lastRun', {
                  when: sayWhen({ startAt: source.lastRun.createdAt }, { timeZone: conference.timeZone, language }),
                })}
              </p>
            ) : null}
            {source.address ? (
              <p className="text-sm">
                <a className="text-accent underline underline-offset-4" href={source.address} rel="noreferrer nofollow">
                  {source.address}
                </a>
              </p>
            ) : null}
            <ProblemList problems={source.lastRun?.problems ?? []} />
          </li>
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
