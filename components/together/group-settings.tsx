import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { CopyAddress } from '@/components/ui/copy-address'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { QrCode } from '@/components/ui/qr-code'
import { useAction } from '@/components/ui/use-action'
import {
  endInvitationAction,
  leaveGroupAction,
  renameGroupAction,
  renewInvitationAction,
} from '@/lib/planning/server/group-actions'
import type { Group } from '@/lib/planning/together'

type Props = { group: Group; link: string | null; onLink: (link: string) => void; onChanged: () => void }

/** Inviting, renaming, leaving. */
export function GroupSettings({ group, link, onLink, onChanged }: Props) {
  const t = useTranslations('together')
  const input = { group: group.id }
  const renew = useAction(renewInvitationAction)
  const end = useAction(endInvitationAction)
  const rename = useAction(renameGroupAction)
  const leave = useAction(leaveGroupAction)
  const [isLeaving, setLeaving] = useState(false)
  const failed = [renew, end, rename, leave].some(({ outcome }) => outcome?.ok === false)
  const pending = [renew, end, rename, leave].some((one) => one.pending)

  return (
    <>
      {link ? <Invitation link={link} group={group.name} /> : null}
      <details>
        <summary className="min-h-11 py-2 text-accent underline underline-offset-4">{t('settings')}</summary>
        <div className="grid gap-4">
          <p className="flex flex-wrap gap-3">
            <Button
              disabled={pending}
              onClick={() => void renew.run(input).then((made) => made.ok && onLink(made.value.link))}
            >
              {t(group.isOpen ? 'newLink' : 'makeLink')}
            </Button>
            {group.isOpen ? (
              <Button disabled={pending} onClick={() => void end.run(input).then(onChanged)}>
                {t('endLink')}
              </Button>
            ) : null}
          </p>
          <p className="text-sm text-muted">{t(group.isOpen ? 'linkLives' : 'linkEnded')}</p>
          <form
            className="grid gap-3"
            onSubmit={(event) => {
              event.preventDefault()
              void rename
                .run({ ...input, name: String(new FormData(event.currentTarget).get('name') ?? '') })
                .then(onChanged)
            }}
          >
            <Field name="name" label={t('name')} required maxLength={60} defaultValue={group.name} autoComplete="off" />
            <p>
              <SubmitButton disabled={pending}>{t('rename')}</SubmitButton>
            </p>
          </form>
          <p className="text-sm text-muted">{t('leaveLead')}</p>
          {/* Coming back takes somebody's link: asked twice, in the same place. */}
          <p className="flex flex-wrap gap-3">
            <Button
              variant="danger"
              disabled={pending}
              onClick={() => (isLeaving ? void leave.run(input).then(onChanged) : setLeaving(true))}
            >
              {t(isLeaving ? 'leaveSure' : 'leave')}
            </Button>
            {isLeaving ? <Button onClick={() => setLeaving(false)}>{t('stay')}</Button> : null}
          </p>
        </div>
      </details>
      {failed ? (
        <Notice tone="danger" live>
          {t('failed')}
        </Notice>
      ) : null}
    </>
  )
}

function Invitation({ link, group }: { link: string; group: string }) {
  const t = useTranslations('together')
  return (
    <Notice tone="good" live>
      <p>{t('invite')}</p>
      <QrCode text={link} name={t('code', { group })} />
      <CopyAddress
        url={link}
        words={{ label: t('link'), copy: t('copyLink'), copied: t('copied'), byHand: t('copyByHand') }}
      />
      <p className="text-sm text-muted">{t('once')}</p>
    </Notice>
  )
}
