import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import type { UnfinishedIn } from '@/lib/recaps/doubts'
import type { RecapDraft } from '@/lib/recaps/draft'
import type { Unfit } from '@/lib/recaps/length'
import type { RecapStatus } from '@/lib/recaps/status'
import type { EditedRecap, PublicFacts } from '../edited-recap'
import { IsPublic } from './is-public'
import { PublishForm } from './publish-form'

export type PublishProps = {
  recap: EditedRecap
  draft: RecapDraft
  facts: PublicFacts
  status: RecapStatus
  unfit: readonly Unfit[]
  edit: (fields: Partial<RecapDraft>) => void
  /** Takes note of what became of the recap. */ learn: (news: Partial<PublicFacts>) => void
  /** Goes to a place in what is written. */ onGoTo: (found: UnfinishedIn) => void
}

/** What becomes public of a recap, where, when and how it will look; once it is, the ways to see and share it. */
export function PublishSheet({ onClose, ...props }: PublishProps & { onClose: () => void }) {
  const t = useTranslations('recaps')
  const { status, facts } = props
  const [isAsking, setAsking] = useState(status !== 'published' && status !== 'scheduled')
  const isWaiting = facts.state.state === 'scheduled'
  return (
    <Dialog
      title={t(isAsking ? 'publish' : isWaiting ? 'willBePublic' : 'isPublic')}
      closeName={t('close')}
      onClose={onClose}
    >
      {isAsking ? (
        <PublishForm {...props} onPublished={() => setAsking(false)} onLeave={onClose} />
      ) : (
        <IsPublic {...props} onAskAgain={() => setAsking(true)} />
      )}
    </Dialog>
  )
}
