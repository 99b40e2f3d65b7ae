import { getTranslations } from 'next-intl/server'
import { ManageShell } from '@/components/manage/manage-shell'
import { WalkMatrix } from '@/components/manage/walk-matrix'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { OTHER_FLOOR_MINUTES } from '@/lib/planning/walking'
import { pageAddress } from '@/lib/program/addresses'
import { loadConferenceFor, loadWalks } from '@/lib/schedule/loaders'

/** How long it takes on foot from zone to zone: measured where somebody did, else a guess. */
export default async function WalksPage({ params }: { params: Promise<{ conference: string }> }) {
  const { conference: slug } = await params
  const conference = await loadConferenceFor(slug, 'editSchedule', pageAddress(slug, 'managed', 'walks'))
  const [t, { zones, walks }] = [await getTranslations('manage'), await loadWalks(conference.id)]
  return (
    <ManageShell conference={conference} section="walks">
      {zones.length === 0 ? (
        <Notice>
          <p>{t('walks.noZones')}</p>
          <p>
            <ButtonLink href={pageAddress(slug, 'managed', 'rooms')}>{t('walks.toRooms')}</ButtonLink>
          </p>
        </Notice>
      ) : (
        <>
          <p className="text-muted">{t('walks.lead', { minutes: OTHER_FLOOR_MINUTES })}</p>
          <WalkMatrix conference={slug} zones={zones} walks={walks} />
        </>
      )}
    </ManageShell>
  )
}
