import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/shared/action-form'
import { ManageShell } from '@/components/manage/manage-shell'
import { AsTable } from '@/components/manage/tables/as-table'
import { TablePage } from '@/components/manage/tables/table-page'
import { LikelyPairs } from '@/components/manage/merging/likely-pairs'
import { Merging } from '@/components/manage/merging/merging'
import { PartMerging } from '@/components/manage/merging/part-merging'
import { TrackFields } from '@/components/manage/track-fields'
import { Card } from '@/components/ui/card'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import { addTrackAction, editTrackAction } from '@/lib/schedule/edit/actions'
import { loadConferenceFor, loadDifferent, loadMerged, loadTracks } from '@/lib/schedule/loaders'
import { mayBeOne } from '@/lib/schedule/bring-in/may-be-one'
import { pairsOf, partAnswered } from '@/lib/schedule/merging/likely-pairs'

type Props = {
  params: Promise<{ conference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Tracks: names, colours; and joining two of them. */
export default async function TracksPage({ params, searchParams }: Props) {
  const [{ conference: slug }, { as }] = [await params, await searchParams]
  const conference = await loadConferenceFor(slug, 'editSchedule', pageAddress(slug, 'managed', 'tracks'))
  if (as === 'table') return <TablePage conference={conference} kind="tracks" />
  const [t, tracks] = [await getTranslations('manage'), await loadTracks(conference.id)]
  const { open, two } = partAnswered(pairsOf(mayBeOne(tracks), tracks), await loadDifferent(conference.id))
  const merged = await loadMerged(conference.id, 'track')
  return (
    <ManageShell conference={conference} section="tracks">
      <AsTable conference={slug} kind="tracks" />
      <Merging conference={slug}>
        <LikelyPairs conference={slug} kind="track" open={open} two={two} />
        <Card>
          <details>
            <summary className="flex min-h-11 items-center text-lg font-semibold">{t('addTrack')}</summary>
            <ActionForm action={addTrackAction} values={{ conference: slug }} submit={t('addTrack')} empties>
              <TrackFields />
            </ActionForm>
          </details>
        </Card>
        {tracks.length === 0 ? <p className="text-muted">{t('noTracks')}</p> : null}
        <ul className="grid gap-2">
          {tracks.map((track) => (
            <li
              key={track.id}
              className={`track-${track.color} rounded-xl border border-l-4 border-line border-l-track bg-raised p-4`}
            >
              <details>
                <summary className="flex min-h-11 items-center">
                  <span className="flex min-w-0 flex-wrap items-center gap-x-3">
                    <span dir="auto" className="font-semibold">
                      {settleBidi(track.name)}
                    </span>
                    <span className="text-sm text-muted">{t('sessionsIn', { count: track.sessions })}</span>
                  </span>
                </summary>
                <div className="grid gap-6 pt-3">
                  <ActionForm action={editTrackAction} values={{ conference: slug, track: track.id }}>
                    <TrackFields track={track} />
                  </ActionForm>
                  <PartMerging
                    conference={conference}
                    kind="track"
                    part={track}
                    parts={tracks}
                    known={merged.get(track.id)}
                    hint={t('mergeTrackHint')}
                  />
                </div>
              </details>
            </li>
          ))}
        </ul>
      </Merging>
    </ManageShell>
  )
}
