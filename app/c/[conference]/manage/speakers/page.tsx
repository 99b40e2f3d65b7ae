import { getTranslations } from 'next-intl/server'
import { NameFinder } from '@/components/manage/name-finder'
import { ManageShell } from '@/components/manage/manage-shell'
import { AsTable } from '@/components/manage/tables/as-table'
import { TablePage } from '@/components/manage/tables/table-page'
import { KnownAs } from '@/components/manage/merging/known-as'
import { LikelyPairs } from '@/components/manage/merging/likely-pairs'
import { MergeTwo } from '@/components/manage/merging/merge-two'
import { Merging } from '@/components/manage/merging/merging'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { pageAddress } from '@/lib/program/addresses'
import { loadConferenceFor, loadDifferent, loadMerged, loadNamedSpeakers } from '@/lib/schedule/loaders'
import { partAnswered } from '@/lib/schedule/merging/likely-pairs'
import { likelySpeakers } from '@/lib/schedule/merging/likely-speakers'
import { tellApart } from '@/lib/schedule/merging/tell-apart'

type Props = {
  params: Promise<{ conference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Speakers who may be one person, and those whom somebody said are. */
export default async function SpeakersPage({ params, searchParams }: Props) {
  const [{ conference: slug }, { as }] = [await params, await searchParams]
  const conference = await loadConferenceFor(slug, 'editSchedule', pageAddress(slug, 'managed', 'speakers'))
  if (as === 'table') return <TablePage conference={conference} kind="speakers" />
  const [t, speakers] = [await getTranslations('manage'), await loadNamedSpeakers(conference.id)]
  const { open, two } = partAnswered(likelySpeakers(speakers), await loadDifferent(conference.id))
  const merged = await loadMerged(conference.id, 'speaker')
  const rows = speakers.map(({ id, name, company }) => ({
    id,
    href: pageAddress(slug, 'managedSpeaker', id),
    title: name,
    facts: company ?? '',
  }))
  const known = speakers.filter(({ id }) => merged.has(id))
  return (
    <ManageShell conference={conference} section="speakers">
      <AsTable conference={slug} kind="speakers" />
      <Merging conference={slug}>
        <p className="text-muted">{t('merging.speakersLead', { count: speakers.length })}</p>
        <LikelyPairs conference={slug} kind="speaker" open={open} two={two} />
        {speakers.length > 1 ? (
          <Card>
            <details>
              <summary className="flex min-h-11 items-center text-lg font-semibold">{t('merging.byHand')}</summary>
              <MergeTwo conference={slug} kind="speaker" parts={tellApart(speakers)} />
            </details>
          </Card>
        ) : null}
        <NameFinder label={t('searchSpeaker')} rows={rows} />
        {known.length > 0 ? (
          <ul className="grid gap-2">
            {known.map(({ id, name, company }) => (
              <li key={id} className="grid gap-3 rounded-xl border border-line bg-raised p-4">
                <h3 className="font-semibold">
                  <Facts of={[name, company]} />
                </h3>
                <KnownAs conference={conference} kind="speaker" part={id} known={merged.get(id)} />
              </li>
            ))}
          </ul>
        ) : null}
      </Merging>
    </ManageShell>
  )
}
