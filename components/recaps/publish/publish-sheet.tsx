import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { IsPublic } from './is-public'
import { PublishForm } from './publish-form'
import type { PublishProps } from './publish-props'
import type { TakenBack } from './take-back'

/** What becomes public of a recap, where, when and how it will look; once it is, the ways to see and share it. */
export function PublishSheet({ onClose, ...props }: PublishProps & { onClose: () => void }) {
  const t = useTranslations('recaps')
  const { status, facts } = props
  const [isAsking, setAsking] = useState(status !== 'published' && status !== 'scheduled')
  const [takenBack, setTakenBack] = useState<TakenBack | null>(null)
  const said = useRef<HTMLParagraphElement>(null)
  // What stands here before is longer, and what is said of it stands at the top.
  useEffect(() => {
    said.current?.closest('dialog')?.scrollTo(0, 0)
  }, [isAsking, takenBack])
  const takeBack = (was: TakenBack) => {
    setTakenBack(was)
    setAsking(true)
  }
  const publish = () => {
    setTakenBack(null)
    setAsking(false)
  }
  const isWaiting = facts.state.state === 'scheduled'
  return (
    <Dialog
      title={t(isAsking ? 'publish' : isWaiting ? 'willBePublic' : 'isPublic')}
      closeName={t('close')}
      onClose={onClose}
    >
      {isAsking ? (
        <>
          <p ref={said} role="status" className="empty:hidden">
            {takenBack ? t(takenBack === 'published' ? 'wasUnpublished' : 'wasCalledOff') : null}
          </p>
          <PublishForm {...props} onPublished={publish} onTakenBack={takeBack} onLeave={onClose} />
        </>
      ) : (
        <IsPublic {...props} onAskAgain={() => setAsking(true)} onTakenBack={takeBack} />
      )}
    </Dialog>
  )
}
