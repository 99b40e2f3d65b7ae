import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import { putOutAction } from '@/lib/planning/server/group-actions'
import type { Group, Member } from '@/lib/planning/together'

type Props = { group: Group; nameOf: (member: Member) => string; onChanged: () => void }

/** For whoever keeps the group: puts somebody out of it. Asked twice, with what it means. */
export function PutOut({ group, nameOf, onChanged }: Props) {
  const t = useTranslations('together')
  const { run, pending, outcome } = useAction(putOutAction)
  const [chosen, setChosen] = useState<string | null>(null)
  const others = group.members.filter((member) => member.id !== undefined)
  const member = others.find(({ id }) => id === chosen)
  if (others.length === 0) return null
  const putOut = async () => {
    if (!member?.id) return
    const done = await run({ group: group.id, member: member.id })
    if (done.ok) setChosen(null)
    onChanged()
  }
  return (
    <details>
      <summary className="min-h-11 py-2 text-accent underline underline-offset-4">{t('putOut')}</summary>
      <div className="grid gap-3">
        <p className="text-sm text-muted">{t('putOutLead')}</p>
        {member ? (
          <>
            <p role="status">{t('putOutMeans', { name: nameOf(member) })}</p>
            <p className="flex flex-wrap gap-3">
              <Button variant="danger" disabled={pending} onClick={() => void putOut()}>
                {t('putOutSure', { name: nameOf(member) })}
              </Button>
              <Button disabled={pending} onClick={() => setChosen(null)}>
                {t('putOutKeep')}
              </Button>
            </p>
          </>
        ) : (
          <p className="flex flex-wrap gap-3">
            {others.map((other) => (
              <Button key={other.id} onClick={() => setChosen(other.id ?? null)}>
                {nameOf(other)}
              </Button>
            ))}
          </p>
        )}
        {outcome?.ok === false ? (
          <Notice tone="danger" live>
            {t('failed')}
          </Notice>
        ) : null}
      </div>
    </details>
  )
}
