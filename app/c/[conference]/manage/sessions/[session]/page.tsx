import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/shared/action-form'
import { ManageShell } from '@/components/manage/manage-shell'
import { Fresh, OwnFields } from '@/components/manage/overrides/own-fields'
import { SessionFields } from '@/components/manage/session-fields'
import { SessionForm } from '@/components/manage/session-form'
import { Field } from '@/components/ui/field'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import {
  cancelSessionAction,
  editSessionAction,
  restoreSessionAction,
  setSessionLinksAction,
} from '@/lib/schedule/edit/actions'
import { loadConferenceFor, loadEditable, loadOwned, loadRooms, loadSession } from '@/lib/schedule/loaders'

/** One session, to correct by hand; what is corrected stays over later imports. */
export default async function EditSessionPage({
  params,
}: {
  params: Promise<{ conference: string; session: string }>
}) {
  const { conference: slug, session: address } = await params
  const conference = await loadConferenceFor(slug, 'editSessions', pageAddress(slug, 'managedSession', address))
  const t = await getTranslations('manage')
  const [session, rooms, { isTheirs, ...choice }] = await Promise.all([
    loadSession(conference.id, address),
    loadRooms(conference.id),
    loadEditable(conference.id),
  ])
  if (!isTheirs({ track: session.trackId, colocated: session.colocatedId })) forbidden()
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
      <OwnFields
        conference={{ slug, timeZone: conference.timeZone }}
        of={{ kind: 'session', id: session.id }}
        owned={await loadOwned(conference.id, session)}
        stamp={session.updatedAt.getTime()}
      >
        <p className="text-muted">{t('savedLive')}</p>
        <SessionForm action={editSessionAction} values={values} conference={conference}>
          <Fresh>
            <SessionFields conference={conference} rooms={rooms} {...choice} session={session} />
          </Fresh>
        </SessionForm>
        <ActionForm action={setSessionLinksAction} values={values} submit={t('saveLinks')}>
          <Fresh>
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
          </Fresh>
        </ActionForm>
        <SessionForm
          conference={conference}
          action={cancelled ? restoreSessionAction : cancelSessionAction}
          values={values}
          submit={cancelled ? t('restoreSession') : t('cancelSession')}
          danger={!cancelled}
          confirm={cancelled ? undefined : t('cancelAsk')}
        />
      </OwnFields>
    </ManageShell>
  )
}
