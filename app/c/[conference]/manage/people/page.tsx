import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/shared/action-form'
import { InviteForm } from '@/components/manage/invite-form'
import { ManageShell } from '@/components/manage/manage-shell'
import { RoleField } from '@/components/manage/role-field'
import { Card } from '@/components/ui/card'
import { Facts, Outside } from '@/components/ui/facts'
import { listMembers } from '@/lib/people/server/members'
import { changeRoleAction, removeMemberAction, withdrawInvitationAction } from '@/lib/schedule/member-actions'
import { getViewer } from '@/lib/people/server/viewer'
import { database } from '@/lib/platform/db'
import { pageAddress } from '@/lib/program/addresses'
import { loadConferenceFor } from '@/lib/schedule/loaders'

/** Who may do what in this conference. */
export default async function PeoplePage({ params }: { params: Promise<{ conference: string }> }) {
  const { conference: slug } = await params
  const conference = await loadConferenceFor(slug, 'managePeople', pageAddress(slug, 'managed', 'people'))
  const [t, viewer, { members, invitations, toLead }] = [
    await getTranslations('manage'),
    await getViewer(),
    await listMembers(database(), conference.id),
  ]
  const ledBy = ({ track, colocatedEvent }: (typeof invitations)[number] | (typeof members)[number]) =>
    (track ?? colocatedEvent)?.name
  return (
    <ManageShell conference={conference} section="people">
      <p className="text-muted">
        {t('peopleLead')} {t('roleHint')}
      </p>
      <Card>
        <h3 className="text-lg font-semibold">{t('invite')}</h3>
        <InviteForm conference={slug} toLead={toLead} />
      </Card>
      <ul className="grid gap-2">
        {members.map((member) => (
          <li key={member.id} className="grid gap-3 rounded-xl border border-line bg-raised p-4">
            <p>
              <span className="font-semibold">
                <Outside>{member.name ?? member.email}</Outside>
              </span>{' '}
              <span className="text-sm text-muted">
                <Facts
                  of={[
                    member.name ? member.email : '',
                    t(`roles.${member.role}`),
                    ledBy(member),
                    viewer.kind === 'user' && viewer.id === member.id ? t('you') : '',
                  ]}
                />
              </span>
            </p>
            <details>
              <summary className="min-h-11 py-2 text-accent underline underline-offset-4">{t('role')}</summary>
              <div className="grid gap-4">
                <ActionForm action={changeRoleAction} values={{ conference: slug, user: member.id }}>
                  <RoleField member={member} toLead={toLead} />
                </ActionForm>
                <ActionForm
                  action={removeMemberAction}
                  values={{ conference: slug, user: member.id }}
                  submit={t('remove')}
                  danger
                  confirm={t('removeAsk', { name: member.name ?? member.email })}
                />
              </div>
            </details>
          </li>
        ))}
        {invitations.map((invitation) => (
          <li key={invitation.id} className="grid gap-2 rounded-xl border border-line bg-raised p-4">
            <p>
              <span className="font-semibold">{invitation.email}</span>{' '}
              <span className="text-sm text-muted">
                <Facts of={[t(`roles.${invitation.role}`), ledBy(invitation), t('invited')]} />
              </span>
            </p>
            <ActionForm
              action={withdrawInvitationAction}
              values={{ conference: slug, invitation: invitation.id }}
              submit={t('withdraw')}
              danger
            />
          </li>
        ))}
      </ul>
    </ManageShell>
  )
}
