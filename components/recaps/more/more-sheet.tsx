import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { deletedAddress } from '@/lib/recaps/recaps-address'
import { deleteRecapAction, restoreRevisionAction } from '@/lib/recaps/server/actions'
import type { EditedRecap } from '../edited-recap'
import { settleOpenDraft } from '../open-draft'
import { useReason } from '../use-reason'
import { DraftLink } from './draft-link'
import { EarlierTexts } from './earlier-texts'
import { ExportLinks } from './export-links'
import { useEarlierTexts } from './use-earlier-texts'

type Props = { recap: EditedRecap; onClose: () => void }

/** What becomes of a recap besides being published: a secret link, other blogs, earlier texts, its end. */
export function MoreSheet({ recap, onClose }: Props) {
  const { id } = recap
  const [t, say] = [useTranslations('recaps'), useReason()]
  const earlier = useEarlierTexts(id, recap.revisions)
  const [refusal, setRefusal] = useState<string | null>(null)

  const attempt = async (work: Promise<{ ok: boolean }>, then: () => void) =>
    (await work.catch(() => ({ ok: false }))).ok ? then() : setRefusal('failed')
  /** @returns whether the server has the one text that this is about */
  const settle = async () => {
    const unsettled = await settleOpenDraft()
    setRefusal(unsettled)
    return unsettled === null
  }
  const restore = async (revisionId: string) => {
    if (!confirm(t('restoreConfirm'))) return
    // What is on its way becomes an earlier text by this, not a question about words that were left behind.
    if (await settle()) await attempt(restoreRevisionAction({ id, revisionId }), () => location.reload())
  }
  const remove = async () => {
    if (!confirm(t('deleteConfirm'))) return
    // What can be saved comes back with it; what cannot stays on this device.
    await settleOpenDraft()
    await attempt(deleteRecapAction({ id }), () => location.assign(deletedAddress(recap.back, id)))
  }
  const helpers = { recap, settle, onRefused: setRefusal }

  return (
    <Dialog title={t('more')} closeName={t('close')} onClose={onClose}>
      {refusal ? (
        <Notice tone="danger" live>
          {say(refusal)}
        </Notice>
      ) : null}
      <DraftLink {...helpers} />
      <ExportLinks {...helpers} />
      <EarlierTexts
        texts={earlier}
        timeZone={recap.conference?.timeZone ?? 'UTC'}
        onRestore={(revision) => void restore(revision)}
      />
      <p className="border-t border-line pt-3">
        <Button variant="danger" onClick={() => void remove()}>
          {t('delete')}
        </Button>
      </p>
    </Dialog>
  )
}
