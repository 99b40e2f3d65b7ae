import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { makeDraftLinkAction, revokeDraftLinkAction } from '@/lib/recaps/server/actions'
import type { EditedRecap } from '../edited-recap'

export type SheetPart = {
  recap: EditedRecap
  /** Returns whether the server has the one text that this is about. */ settle: () => Promise<boolean>
  onRefused: (reason: string) => void
}

/** The secret address of a draft: made, shown this once, and ended. */
export function DraftLink({ recap: { id, isShared: wasShared }, settle, onRefused }: SheetPart) {
  const t = useTranslations('recaps')
  const [link, setLink] = useState<string | null>(null)
  const [isShared, setShared] = useState(wasShared)
  const share = async () => {
    if (isShared && !confirm(t('draftMakeNewConfirm'))) return
    if (!(await settle())) return
    const answer = await makeDraftLinkAction({ id }).catch(() => null)
    if (!answer?.ok) return onRefused('failed')
    setLink(answer.value.url)
    setShared(true)
  }
  const end = async () => {
    const answer = await revokeDraftLinkAction({ id }).catch(() => null)
    if (!answer?.ok) return onRefused('failed')
    setLink(null)
    setShared(false)
  }
  return (
    <section aria-labelledby="draft-link" className="grid gap-2">
      <h3 id="draft-link" className="font-semibold">
        {t('draftLink')}
      </h3>
      <p className="text-sm text-muted">
        {t('draftLinkLead')} {isShared ? t('draftIs') : ''}
      </p>
      {link ? (
        <Field
          label={t('draftLink')}
          value={link}
          readOnly
          dir="ltr"
          onFocus={(event) => event.currentTarget.select()}
        />
      ) : null}
      <p className="flex flex-wrap gap-3">
        <Button onClick={() => void share()}>{t(isShared ? 'draftMakeNew' : 'draftMake')}</Button>
        {isShared ? (
          <Button variant="danger" onClick={() => void end()}>
            {t('draftRevoke')}
          </Button>
        ) : null}
      </p>
    </section>
  )
}
