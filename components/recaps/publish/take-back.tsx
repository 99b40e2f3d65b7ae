import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { unpublishRecapAction } from '@/lib/recaps/server/actions'
import { useReason } from '../use-reason'
import type { PublishProps } from './publish-props'
import { unreachable } from './unreachable'

/** What a recap was that is not, or will not be, public any more. */
export type TakenBack = 'published' | 'scheduled'

type Props = Pick<PublishProps, 'recap' | 'facts' | 'learn'> & { onTakenBack: (was: TakenBack) => void }

/** Takes out of the public's sight what is there or waits to be, once it was asked. */
export function TakeBack({ recap, facts: { state }, learn, onTakenBack }: Props) {
  const [t, say] = [useTranslations('recaps'), useReason()]
  const [refusal, setRefusal] = useState<string | null>(null)
  if (state.state !== 'published' && state.state !== 'scheduled') return null
  const was = state.state
  const isWaiting = was === 'scheduled'
  const takeBack = async () => {
    if (!confirm(t(isWaiting ? 'callOffConfirm' : 'unpublishConfirm'))) return
    const answer = await unpublishRecapAction({ id: recap.id }).catch(unreachable)
    if (!answer.ok) return setRefusal(answer.reason)
    learn({ latest: null, state: { state: isWaiting ? 'draft' : 'withdrawn' } })
    onTakenBack(was)
  }
  return (
    <div className="grid justify-items-start gap-2 border-t border-line pt-3">
      {refusal ? (
        <Notice tone="danger" live>
          {say(refusal)}
        </Notice>
      ) : null}
      <Button variant="danger" onClick={() => void takeBack()}>
        {t(isWaiting ? 'callOff' : 'unpublish')}
      </Button>
    </div>
  )
}
