import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { useNow } from '@/components/shared/use-now'
import { sayDay } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import { dateOn } from '@/lib/platform/time'
import type { RecapDraft } from '@/lib/recaps/draft'
import { CARD, cardLines, drawableCard, type CardLine } from '@/lib/recaps/link-card'
import type { EditedRecap, PublicFacts } from '../edited-recap'

type Props = {
  recap: EditedRecap
  draft: RecapDraft
  facts: PublicFacts
  /** From when on it is public, ISO; null: from now on. */ at: string | null
}

const cardStyle: CSSProperties = {
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'space-between',
  height: '100%',
  boxSizing: 'border-box',
  padding: CARD.padding,
  background: CARD.ground,
  borderLeft: `${CARD.edge}px solid ${CARD.accent}`,
  wordBreak: 'break-word',
  overflow: 'hidden',
}

function lineStyle({ size, colour, isBold }: CardLine): CSSProperties {
  return { fontSize: size, color: colour, fontWeight: isBold ? 700 : 400, lineHeight: 1.2 }
}

/** How a link to a recap looks where it is shared: its picture, title and summary. */
export function LinkCardView({ recap, draft, facts, at }: Props) {
  const t = useTranslations('recaps')
  const handle = facts.handle ?? '…'
  const now = useNow()
  const from = at ? new Date(at) : now
  const zone = recap.publicName ? (recap.conference?.timeZone ?? 'UTC') : 'UTC'
  const card = drawableCard({
    title: draft.title,
    author: facts.authorName ?? handle,
    conference: recap.publicName,
    day: from ? sayDay(dateOn(from, zone), draft.language, 'long') : '',
    handle,
  })
  return (
    <figure className="grid gap-1">
      <figcaption className="font-medium">{t('asShared')}</figcaption>
      <div className="overflow-hidden rounded-xl border border-line bg-raised">
        {/* Its words stand below it. */}
        <svg aria-hidden="true" viewBox={`0 0 ${CARD.width} ${CARD.height}`} className="block w-full">
          <foreignObject width={CARD.width} height={CARD.height}>
            <div style={cardStyle}>
              {cardLines(card).map((line) => (
                <div key={line.name} dir="auto" style={lineStyle(line)}>
                  {line.text}
                </div>
              ))}
            </div>
          </foreignObject>
        </svg>
        <div className="grid gap-0.5 p-3">
          <span dir="auto" className="font-semibold leading-tight">
            {settleBidi(draft.title)}
          </span>
          {draft.summary.trim() ? (
            <span dir="auto" className="line-clamp-2 text-sm">
              {settleBidi(draft.summary)}
            </span>
          ) : null}
          <span className="text-sm text-muted">{new URL(recap.origin).host}</span>
        </div>
      </div>
    </figure>
  )
}
