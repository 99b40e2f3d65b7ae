import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/shared/action-form'
import { ManageShell } from '@/components/manage/manage-shell'
import { AbsenceForm } from '@/components/manage/absence-form'
import { Fresh, OwnFields } from '@/components/manage/overrides/own-fields'
import { SpeakerFields } from '@/components/manage/speaker-fields'
import { listAbsences } from '@/lib/desk/board/server/list-absences'
import { settleBidi } from '@/lib/platform/bidi'
import { database } from '@/lib/platform/db'
import { pageAddress } from '@/lib/program/addresses'
import { editSpeakerAction } from '@/lib/schedule/edit/actions'
import { loadAgendaOf, loadConferenceFor, loadOwnedParts, loadSpeaker } from '@/lib/schedule/loaders'

/** One speaker, to correct by hand; what is corrected stays over later imports. */
export default async function EditSpeakerPage({
  params,
}: {
  params: Promise<{ conference: string; speaker: string }>
}) {
  const { conference: slug, speaker: id } = await params
  const conference = await loadConferenceFor(slug, 'editSchedule', pageAddress(slug, 'managedSpeaker', id))
  const [t, speaker] = [await getTranslations('manage'), await loadSpeaker(conference.id, id)]
  const owned = await loadOwnedParts(conference.id, 'speaker', speaker.id)
  const away = await listAbsences(database(), conference.id)
  const { days } = await loadAgendaOf(conference)
  return (
    <ManageShell conference={conference} section="speakers">
      <p>
        <a
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          href={pageAddress(slug, 'managed', 'speakers')}
        >
          {t('backToSpeakers')}
        </a>
      </p>
      <h3 dir="auto" className="text-lg font-semibold">
        {settleBidi(speaker.name)}
      </h3>
      <OwnFields
        conference={conference}
        of={{ kind: 'speaker', id: speaker.id }}
        owned={owned.get(speaker.id) ?? []}
        stamp={conference.version}
      >
        <ActionForm action={editSpeakerAction} values={{ conference: slug, speaker: speaker.id }}>
          <Fresh>
            <SpeakerFields speaker={speaker} />
          </Fresh>
        </ActionForm>
      </OwnFields>
      <AbsenceForm
        key={speaker.id}
        conference={conference}
        speaker={speaker.id}
        absences={away.get(speaker.id) ?? []}
        day={days[0]}
      />
    </ManageShell>
  )
}
