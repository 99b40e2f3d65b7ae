import { useTranslations } from 'next-intl'
import { markKinds, type MarkKind } from '@/lib/notes/marks'
import { MarkIcon } from './mark-icon'

const button =
  'grid min-h-11 min-w-11 flex-1 place-content-center justify-items-center rounded-lg text-xs hover:bg-sunken sm:px-2'

type Props = { onMark: (kind: MarkKind) => void; onPhoto?: () => void }

/**
 * A button for each mark, and one for a photo: signs on a phone, with their words on a wider screen. Pressing one for a
 * mark leaves the keyboard open and the caret where it is.
 */
export function MarkBar({ onMark, onPhoto }: Props) {
  const t = useTranslations('notes.mark')
  const item = (kind: MarkKind | 'photo', onPress: () => void) => (
    <button
      key={kind}
      type="button"
      title={t(kind)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={button}
    >
      <MarkIcon kind={kind} />
      <span className="sr-only sm:not-sr-only">{t(kind)}</span>
    </button>
  )
  return (
    <div role="toolbar" aria-label={t('bar')} className="-mx-1 flex max-[23.5rem]:grid max-[23.5rem]:grid-cols-4">
      {markKinds.map((kind) => item(kind, () => onMark(kind)))}
      {onPhoto ? item('photo', onPhoto) : null}
    </div>
  )
}
