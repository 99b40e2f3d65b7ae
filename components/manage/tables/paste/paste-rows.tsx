import { useTranslations } from 'next-intl'
import { useState, type ComponentProps } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { PastePreview } from './paste-preview'

type Props = ComponentProps<typeof PastePreview>

/** Takes rows of a spreadsheet, and shows what they would do before anything is written. */
export function PasteRows({ text: pasted, ...props }: Props) {
  const t = useTranslations('manage.table')
  const [text, setText] = useState(pasted)
  const [isLooking, setLooking] = useState(pasted !== '')
  if (isLooking)
    return (
      <>
        <PastePreview {...props} text={text} />
        <div>
          <Button variant="text" onClick={() => setLooking(false)}>
            {t('again')}
          </Button>
        </div>
      </>
    )
  return (
    <>
      <TextField
        label={t('pasteLabel')}
        hint={t('pasteHint')}
        rows={8}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div>
        <Button variant="primary" disabled={text.trim() === ''} onClick={() => setLooking(true)}>
          {t('look')}
        </Button>
      </div>
    </>
  )
}
