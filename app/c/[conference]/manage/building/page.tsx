import { getTranslations } from 'next-intl/server'
import { BuildingDesk } from '@/components/manage/building/building-desk'
import { ManageShell } from '@/components/manage/manage-shell'
import { ActionForm } from '@/components/shared/action-form'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { pageAddress } from '@/lib/program/addresses'
import { setC3navAction } from '@/lib/schedule/building/actions'
import { loadBuildingOf, loadConferenceFor, loadWalks } from '@/lib/schedule/loaders'

/** The plans of the building, with its rooms on them; and where its c3nav is. */
export default async function BuildingPage({ params }: { params: Promise<{ conference: string }> }) {
  const { conference: slug } = await params
  const conference = await loadConferenceFor(slug, 'editSchedule', pageAddress(slug, 'managed', 'building'))
  const [t, { floors, removed, rooms, c3nav }, { walks }] = [
    await getTranslations('manage.building'),
    await loadBuildingOf(conference.id),
    await loadWalks(conference.id),
  ]
  return (
    <ManageShell conference={conference} section="building">
      <BuildingDesk conference={slug} {...{ floors, removed, rooms, walks }} />
      <Card>
        <ActionForm action={setC3navAction} values={{ conference: slug }}>
          <Field
            name="c3nav"
            type="url"
            maxLength={500}
            label={t('c3nav')}
            hint={t('c3navHint')}
            defaultValue={c3nav ?? ''}
          />
        </ActionForm>
      </Card>
    </ManageShell>
  )
}
