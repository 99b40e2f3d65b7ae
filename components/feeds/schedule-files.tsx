import type { ComponentProps } from 'react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { giggityLink, isLocalAddress } from '@/lib/feeds/subscribe-links'
import { conferenceAddress } from '@/lib/program/conference-address'
import { FeedCard } from './feed-card'

type Props = {
  slug: string
  /** Absolute. */
  xmlUrl: string
  /** Then its files are its members', and no app's. */
  isPrivate: boolean
}

const files = { calendar: 'ics', table: 'csv', frabXml: 'xml', frabJson: 'json' } as const
const kinds = ['calendar', 'table', 'frabXml', 'frabJson'] as const

/** The schedule as files, as a feed of changes, and in an app that reads it. */
export function ScheduleFiles({ slug, xmlUrl, isPrivate }: Props) {
  const t = useTranslations('feeds')
  return (
    <FeedCard id="schedule-files" title={t('filesTitle')} lead={t('filesLead')}>
      <ul className="grid gap-3 sm:grid-cols-2">
        {kinds.map((kind) => (
          <FileWay key={kind} kind={kind} href={conferenceAddress(slug, `schedule.${files[kind]}`)} download />
        ))}
        {isPrivate ? null : <FileWay kind="changes" href={conferenceAddress(slug, 'changes.xml')} />}
        {isPrivate || isLocalAddress(xmlUrl) ? null : (
          <FileWay kind="giggity" href={giggityLink(xmlUrl)} target="_blank" rel="noreferrer" />
        )}
      </ul>
    </FeedCard>
  )
}

type WayProps = { kind: keyof typeof files | 'changes' | 'giggity'; href: string } & Pick<
  ComponentProps<'a'>,
  'download' | 'target' | 'rel'
>

function FileWay({ kind, ...link }: WayProps) {
  const t = useTranslations('feeds')
  return (
    <li className="grid content-start gap-1">
      <ButtonLink {...link}>{t(`file.${kind}`)}</ButtonLink>
      <p className="text-sm text-muted">{t(`fileHint.${kind}`)}</p>
    </li>
  )
}
