import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { ShareButton } from '@/components/shared/share-button'
import { Button, ButtonLink } from '@/components/ui/button'
import { CopyAddress } from '@/components/ui/copy-address'
import { useOwnTime } from '../status-chip'
import { LinkCardView } from './link-card-view'
import type { PublishProps } from './publish-props'
import { TakeBack, type TakenBack } from './take-back'

/** What was published, or will be: the ways to see and share it, to change where it stands, and to take it back. */
export function IsPublic(props: PublishProps & { onAskAgain: () => void; onTakenBack: (was: TakenBack) => void }) {
  const { recap, draft, facts, onAskAgain } = props
  const [t, sayAt] = [useTranslations('recaps'), useOwnTime()]
  const author = `/@${facts.handle ?? ''}`
  const path = `${author}/${facts.slug}`
  const { state } = facts
  const at = state.state === 'scheduled' ? state.at : state.state === 'published' ? state.nextAt : null
  const isThere = state.state === 'published'
  const top = useRef<HTMLDivElement>(null)
  // What stood here before was longer, and what had the focus is gone.
  useEffect(() => {
    top.current?.closest('dialog')?.scrollTo(0, 0)
    top.current?.querySelector<HTMLElement>('a, input')?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={top} className="grid gap-4">
      {at && sayAt ? <p>{t(isThere ? 'nextAt' : 'scheduledFor', { when: sayAt(at) })}</p> : null}
      {isThere ? (
        <p className="flex flex-wrap gap-3">
          <ButtonLink variant="primary" href={path}>
            {t('seeIt')}
          </ButtonLink>
          <ShareButton
            variant="quiet"
            title={draft.title}
            path={path}
            words={{ share: t('share'), copied: t('copied'), byHand: t('byHand') }}
          />
        </p>
      ) : null}
      <CopyAddress
        url={`${recap.origin}${path}`}
        words={{ label: t('publicAddress'), copy: t('copy'), copied: t('copied'), byHand: t('byHand') }}
      />
      <LinkCardView recap={recap} draft={draft} facts={facts} at={at} />
      <p className="text-sm text-muted">
        {t('feedToo')}{' '}
        <a
          className="inline-flex min-h-11 items-center break-all text-accent underline underline-offset-4"
          href={`${author}/recaps.xml`}
        >{`${recap.origin}${author}/recaps.xml`}</a>
      </p>
      <p>
        <Button onClick={onAskAgain}>{t('changePublic')}</Button>
      </p>
      <TakeBack recap={recap} facts={facts} learn={props.learn} onTakenBack={props.onTakenBack} />
    </div>
  )
}
