import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/shared/action-form'
import { ManageShell } from '@/components/manage/manage-shell'
import { SessionFields } from '@/components/manage/session-fields'
import { SessionForm } from '@/components/manage/session-form'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import {
  cancelSessionAction,
  editSessionAction,
  restoreSessionAction,
  setSessionLinksAction,
} from '@/lib/schedule/edit/actions'
import { loadConferenceFor, loadRooms, loadSession, loadTracks } from '@/lib/schedule/loaders'

/** One session, to correct by hand; what is corrected stays over later imports. */
export default async function EditSessionPage({
  params,
}: {
  params: Promise<{ conference: string; session: string }>
}) {
  const { conference: slug, session: address } = await params
  const conference = await loadConferenceFor(slug, 'editSchedule', pageAddress(slug, 'managedSession', address))
  const [t, words] = [await getTranslations('manage'), await getTranslations('bringIn')]
  const [session, rooms, tracks] = await Promise.all([
    loadSession(conference.id, address),
    loadRooms(conference.id),
    loadTracks(conference.id),
  ])
  const values = { conference: slug, session: session.id }
  const cancelled = session.status === 'cancelled'
  return (
    <ManageShell conference={conference} section="sessions">
      <p>
        <a
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          href={pageAddress(slug, 'managed', 'sessions')}
        >
          {t('back')}
        </a>
      </p>
      <h3 dir="auto" className="text-lg font-semibold">
        {settleBidi(session.title)}
      </h3>
      {session.overridden.length > 0 ? (
        <Notice>
          <p>
            {t('overridden', { fields: session.overridden.map((field) => words(`sessionField.${field}`)).join(', ') })}
          </p>
        </Notice>
      ) : null}
      <SessionForm action={editSessionAction} values={values} conference={conference}>
        <SessionFields conference={conference} rooms={rooms} tracks={tracks} session={session} />
      </SessionForm>
      <ActionForm action={setSessionLinksAction} values={values} submit={t('saveLinks')}>
        <Field
          name="slidesUrl"
          type="url"
          inputMode="url"
          maxLength={1000}
          label={t('slidesUrl')}
          defaultValue={session.slidesUrl ?? ''}
        />
        <Field
          name="replayUrl"
          type="url"
          inputMode="url"
          maxLength={1000}
          label={t('replayUrl')}
          defaultValue={session.replayUrl ?? ''}
          hint={t('linksHint')}
        />
      </ActionForm>
      <SessionForm
        conference={conference}
        action={cancelled ? restoreSessionAction : cancelSessionAction}
        values={values}
        submit={cancelled ? t('restoreSession') : t('cancelSession')}
        danger={!cancelled}
        confirm={cancelled ? undefined : t('cancelAsk')}
      />
    </ManageShell>
  )
}
