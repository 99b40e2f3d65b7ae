'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import type { ActionResult } from '@/lib/boundary/action'
import type { MemberRole } from '@/lib/people/schema'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'

type Props = {
  id: string
  conference: string
  /** The address of whoever invites; null: their account is gone. */
  inviter: string | null
  role: MemberRole['role']
  accept: (input: { id: string }) => Promise<ActionResult<{ slug: string }>>
  decline: (input: { id: string }) => Promise<ActionResult<'declined'>>
}

/** One invitation: who asks, what it would mean, and yes or no. */
export function InvitationCard({ id, conference, inviter, role, accept, decline }: Props) {
  const t = useTranslations('invitations')
  const [yes, no] = [useAction(accept), useAction(decline)]
  const router = useRouter()
  const pending = yes.pending || no.pending || yes.outcome?.ok === true
  const failed = [yes.outcome, no.outcome].some((outcome) => outcome?.ok === false)
  return (
    <Card aria-labelledby={`invitation-${id}`}>
      <h2 id={`invitation-${id}`} dir="auto" className="text-lg font-semibold [overflow-wrap:anywhere]">
        {settleBidi(conference)}
      </h2>
      <p>{inviter ? t('from', { inviter }) : t('fromNobody')}</p>
      <p className="text-muted">{t(`means.${role}`)}</p>
      {failed ? (
        <Notice tone="danger" live>
          {t('failed')}
        </Notice>
      ) : null}
      <p className="flex flex-wrap gap-3">
        <Button
          variant="primary"
          disabled={pending}
          onClick={() =>
            void yes
              .run({ id })
              .then((done) => (done.ok ? location.assign(pageAddress(done.value.slug, 'now')) : router.refresh()))
          }
        >
          {t('accept')}
        </Button>
        <Button disabled={pending} onClick={() => void no.run({ id }).then(() => router.refresh())}>
          {t('decline')}
        </Button>
      </p>
    </Card>
  )
}
