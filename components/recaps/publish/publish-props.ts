import type { UnfinishedIn } from '@/lib/recaps/doubts'
import type { RecapDraft } from '@/lib/recaps/draft'
import type { Unfit } from '@/lib/recaps/length'
import type { RecapStatus } from '@/lib/recaps/status'
import type { EditedRecap, PublicFacts } from '../edited-recap'

/** What the parts of the sheet that publishes a recap know, and how they tell the editor. */
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
