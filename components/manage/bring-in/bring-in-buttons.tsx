import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import type { BringInPreview } from '@/lib/schedule/bring-in/bring-in-form'
import { canApply, countChanges } from './can-apply'
import type { useBringIn } from './use-bring-in'
import { Waiting } from './waiting'

type Props = { steps: ReturnType<typeof useBringIn>; shown: BringInPreview | null; isNew: boolean }

/** Look, then let in: the primary button is the next step. While one waits it says for how long. */
export function BringInButtons({ steps, shown, isNew }: Props) {
  const t = useTranslations('bringIn')
  const { reading, sent, bringing, bring, left, stop } = steps
  const ready = canApply(shown) && !reading
  const changes = shown === null || isNew ? null : countChanges(shown)
  return (
    <div className="grid gap-3">
      {reading ? (
        <Waiting
          label={sent < 1 ? t('sending') : t('looking')}
          hint={t('lookingHint')}
          part={sent < 1 ? sent : undefined}
          onStop={stop}
        />
      ) : null}
      {bringing ? <Waiting label={t('bringing')} hint={t('bringingHint')} /> : null}
      <div className="flex flex-wrap gap-3">
        {reading ? null : (
          <SubmitButton variant={ready ? 'quiet' : 'primary'} disabled={bringing}>
            {shown || steps.seen ? t('lookAgain') : t('look')}
          </SubmitButton>
        )}
        {ready && shown ? (
          <Button variant="primary" disabled={bringing} onClick={() => void bring()}>
            {changes === null
              ? t('bring', { count: shown.counts.sessions })
              : t('apply', { count: Math.max(0, changes - left) })}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
