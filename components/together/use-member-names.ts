import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Group, Member } from '@/lib/planning/together'

/** What to call each member of a group: me "you", and who chose no name by a number. */
export function useMemberNames({ members }: Pick<Group, 'members'>): (member: Member) => string {
  const t = useTranslations('together')
  return useCallback(
    (member) => (member.isMe ? t('me') : (member.name ?? t('unnamed', { number: members.indexOf(member) + 1 }))),
    [t, members],
  )
}
