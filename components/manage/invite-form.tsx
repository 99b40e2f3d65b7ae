'use client'

import { useTranslations } from 'next-intl'
import { CopyAddress } from '@/components/ui/copy-address'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { inviteMemberAction } from '@/lib/schedule/member-actions'
import { ActionForm } from '@/components/shared/action-form'
import { RoleField, type ToLead } from './role-field'

type Told = { told: boolean; email: string; link: string }

/** Invites somebody, and says whether they were told; if not, gives the link with which to tell them. */
export function InviteForm({ conference, toLead }: { conference: string; toLead: ToLead }) {
  const t = useTranslations('manage')
  return (
    <ActionForm
      action={inviteMemberAction}
      values={{ conference }}
      submit={t('inviteSubmit')}
      said={(value) => <Invited {...value} />}
    >
      <Field name="email" type="email" required autoComplete="off" label={t('email')} />
      <RoleField member={{ role: 'organizer', trackId: null, colocatedId: null }} toLead={toLead} />
    </ActionForm>
  )
}

function Invited({ told, email, link }: Told) {
  const t = useTranslations('manage')
  if (told)
    return (
      <Notice tone="good" live>
        <p>{t('inviteMailed', { email })}</p>
      </Notice>
    )
  return (
    <Notice tone="warning" live>
      <p>{t('inviteNotMailed', { email })}</p>
      <CopyAddress
        url={link}
        words={{ label: t('inviteLink'), copy: t('inviteCopy'), copied: t('inviteCopied'), byHand: t('inviteByHand') }}
      />
    </Notice>
  )
}
