import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/shared/action-form'
import { ManageShell } from '@/components/manage/manage-shell'
import { Card } from '@/components/ui/card'
import { Field, SelectField } from '@/components/ui/field'
import { languageNames, languages } from '@/lib/i18n/language-names'
import { can } from '@/lib/people/permissions'
import { isolated } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import { WHO_SEES_IT } from '@/lib/program/pages'
import { ZoneList } from '@/components/manage/zone-list'
import { deleteConferenceAction, updateConferenceAction } from '@/lib/schedule/edit/actions'
import { loadConferenceFor, loadRole, loadTouched } from '@/lib/schedule/loaders'

/** Name, address, zone, language, who can see it; and the end of it. */
export default async function SettingsPage({ params }: { params: Promise<{ conference: string }> }) {
  const { conference: slug } = await params
  const conference = await loadConferenceFor(slug, 'editConference', pageAddress(slug, 'managed', 'settings'))
  const [t, role] = [await getTranslations('manage'), await loadRole(conference.id)]
  const touched = t('touched', await loadTouched(conference.id))
  return (
    <ManageShell conference={conference} section="settings">
      <ActionForm action={updateConferenceAction} values={{ conference: slug }}>
        <Field name="name" required maxLength={200} label={t('conferenceName')} defaultValue={conference.name} />
        <Field
          name="timeZone"
          required
          list="zones"
          label={t('timeZone')}
          hint={t('timeZoneHint')}
          defaultValue={conference.timeZone}
        />
        <ZoneList id="zones" />
        <SelectField name="language" label={t('conferenceLanguage')} defaultValue={conference.language}>
          {languages.map((language) => (
            <option key={language} value={language}>
              {languageNames[language]}
            </option>
          ))}
        </SelectField>
        <Field name="venue" maxLength={300} label={t('venue')} defaultValue={conference.venue ?? ''} />
        <Field name="url" type="url" label={t('url')} defaultValue={conference.url ?? ''} />
        <div
          id={WHO_SEES_IT}
          className="scroll-mt-4 rounded-lg target:outline-3 target:outline-offset-8 target:outline-accent"
        >
          <SelectField
            name="visibility"
            label={t('visibility')}
            hint={t('visibilityHint')}
            defaultValue={conference.visibility}
          >
            <option value="private">{t('private')}</option>
            <option value="public">{t('public')}</option>
          </SelectField>
        </div>
      </ActionForm>
      {can(role, 'deleteConference', conference.visibility) ? (
        <Card tone="danger">
          <h3 className="text-lg font-semibold">{t('deleteTitle')}</h3>
          <p>{conference.demo ? t('removeDemo') : t('deleteLead')}</p>
          <p>{touched}</p>
          <ActionForm
            action={deleteConferenceAction}
            values={{ conference: slug }}
            submit={conference.demo ? t('removeDemoSubmit') : t('deleteSubmit')}
            danger
            confirm={`${t('deleteAsk', { name: isolated(conference.name) })} ${touched}`}
            then="/"
          />
        </Card>
      ) : null}
    </ManageShell>
  )
}
