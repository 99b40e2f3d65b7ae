import { getLocale, getTranslations } from 'next-intl/server'
import { saySource } from '@/components/manage/bring-in/format-name'
import { ManageShell } from '@/components/manage/manage-shell'
import { ProblemList } from '@/components/manage/problem-list'
import { CheckForm } from '@/components/manage/sources/check-form'
import { CheckNow } from '@/components/manage/sources/check-now'
import { RunList } from '@/components/manage/sources/run-list'
import { SourceAddressForm } from '@/components/manage/sources/source-address-form'
import { SourceState } from '@/components/manage/sources/source-state'
import { WaitingSection } from '@/components/manage/sources/waiting-section'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { pageAddress } from '@/lib/program/addresses'
import { loadConferenceFor, loadSource } from '@/lib/schedule/loaders'

/** One source: what waits for a yes, how it is checked, its last runs, and where it is. */
export default async function SourcePage({ params }: { params: Promise<{ conference: string; source: string }> }) {
  const { conference: slug, source: id } = await params
  const conference = await loadConferenceFor(slug, 'import', pageAddress(slug, 'managedSource', id))
  const [t, words, language, source] = [
    await getTranslations('manage.sources'),
    await getTranslations('bringIn'),
    await getLocale(),
    await loadSource(conference, id),
  ]
  const [of, saying] = [
    { conference: slug, source: source.id },
    { timeZone: conference.timeZone, language },
  ]
  return (
    <ManageShell conference={conference} section="sources">
      <a
        className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
        href={pageAddress(slug, 'managed', 'sources')}
      >
        {t('back')}
      </a>
      <h3 className="text-lg font-semibold" dir="auto">
        {saySource(words, source.name)}
      </h3>
      {source.waiting ? <WaitingSection of={of} waiting={source.waiting} saying={saying} /> : null}
      <SourceState source={source} saying={saying} />
      {source.undone === null ? null : (
        <Notice>
          <p>{t('undone', { number: source.undone })}</p>
        </Notice>
      )}
      {source.address === null || (source.isLocked && !source.checkMinutes) ? null : (
        <Card aria-labelledby="checks">
          <h4 id="checks" className="font-semibold">
            {t('checks')}
          </h4>
          <CheckForm of={of} minutes={source.checkMinutes ?? source.suggested} />
          <CheckNow of={of} />
        </Card>
      )}
      <section aria-labelledby="runs" className="grid gap-2">
        <h4 id="runs" className="font-semibold">
          {t('runs')}
        </h4>
        <ProblemList problems={source.problems} />
        <RunList slug={slug} runs={source.runs} saying={saying} />
      </section>
      <Card aria-labelledby="address">
        <h4 id="address" className="font-semibold">
          {t('cameFrom')}
        </h4>
        <SourceAddressForm of={of} address={source.address} />
      </Card>
    </ManageShell>
  )
}
