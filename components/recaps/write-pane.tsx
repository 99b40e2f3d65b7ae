import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { EndlessLine } from '@/components/ui/endless-line'
import { useTooLong } from '@/components/ui/typing/use-too-long'
import { boxDirection, hasEndlessLine } from '@/lib/platform/long-lines'
import type { RecapDraft } from '@/lib/recaps/draft'
import { MOST_RECAP_CHARACTERS, MOST_TITLE_CHARACTERS } from '@/lib/recaps/length'
import { findLinkOffers, takeLinkOffer } from '@/lib/recaps/link-offers'
import type { EditedRecap } from './edited-recap'
import { LinkOffers } from './link-offers'

type Box = RefObject<HTMLTextAreaElement | null>
type Props = {
  draft: RecapDraft
  recap: Pick<EditedRecap, 'linked' | 'linkWords'>
  titleRef: Box
  textRef: Box
  /** Where in the text was written last. */ caretRef: RefObject<number | null>
  isHidden: boolean
  isTooLong: boolean
  edit: (fields: Partial<RecapDraft>) => void
  /** Returns whether it was taken. */ editText: (text: string) => boolean
}

/** What a recap is called and says. It grows with its text on a phone, and scrolls by itself beside what is seen. */
export function WritePane({ draft, recap, titleRef, textRef, caretRef, isHidden, isTooLong, edit, editText }: Props) {
  const t = useTranslations('recaps')
  const { linked, linkWords } = recap
  const write = (area: HTMLTextAreaElement) => {
    if (editText(area.value)) return
    // As if nothing had been put in: the caret, too.
    area.value = draft.text
    area.setSelectionRange(caretRef.current, caretRef.current)
  }
  return (
    <section
      aria-label={t('write')}
      className={
        `${isHidden ? 'hidden lg:grid' : 'grid'} grid-rows-[auto_auto_1fr] gap-2 pb-2 lg:min-h-0 lg:pb-0 ` +
        'lg:grid-rows-[auto_auto_minmax(0,1fr)]'
      }
    >
      <Title title={draft.title} boxRef={titleRef} onTitle={(title) => edit({ title })} />
      <div className="empty:hidden">
        <LinkOffers
          offers={findLinkOffers(draft.text, linked, linkWords)}
          onTake={(offer) => editText(takeLinkOffer(draft.text, offer, linkWords, draft.language))}
        />
      </div>
      {hasEndlessLine(draft.text) ? (
        <EndlessLine
          text={draft.text}
          words={{ why: t('endlessLine'), breakLines: t('breakLines') }}
          onBreak={(broken) => editText(broken)}
        />
      ) : (
        <textarea
          ref={textRef}
          aria-label={t('text')}
          placeholder={t('textHint')}
          aria-invalid={isTooLong || undefined}
          rows={16}
          dir={boxDirection(draft.text)}
          // One more than fits, so that it is seen when more was put in: the browser cuts it there, before it is laid
          // out.
          maxLength={MOST_RECAP_CHARACTERS + 1}
          value={draft.text}
          onSelect={(event) => (caretRef.current = event.currentTarget.selectionEnd)}
          onChange={(event) => write(event.target)}
          className={
            'field-sizing-content row-start-3 h-full min-h-[40dvh] w-full resize-none rounded-lg border border-line ' +
            'bg-raised p-3 text-base leading-relaxed text-ink lg:field-sizing-fixed lg:min-h-0'
          }
        />
      )}
    </section>
  )
}

type TitleProps = { title: string; boxRef: Box; onTitle: (title: string) => void }

/** One line, in as many as the screen needs for it. */
function Title({ title, boxRef, onTitle }: TitleProps) {
  const t = useTranslations('recaps')
  const { error, onInput } = useTooLong(MOST_TITLE_CHARACTERS, title)
  return (
    <div className="grid gap-1">
      <textarea
        ref={boxRef}
        aria-label={t('postTitle')}
        placeholder={t('postTitle')}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'title-error' : undefined}
        dir="auto"
        rows={1}
        value={title}
        onInput={onInput}
        onChange={(event) => onTitle(event.target.value.replace(/\s*\n\s*/g, ' '))}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        className={
          'field-sizing-content min-h-11 w-full resize-none rounded-lg bg-transparent px-1 py-1.5 text-2xl ' +
          'font-semibold leading-tight tracking-tight'
        }
      />
      {error ? (
        <p id="title-error" role="alert" className="text-sm text-danger">
          {error}
        </p>
      ) : null}
    </div>
  )
}
