import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import type { BoardEffect } from '@/lib/desk/board/server/load-effect'

/** What changes and for whom; numbers of few people are not told. */
export function EffectFacts({ of: { moved, drawn, picks, people, clashing } }: { of: BoardEffect }) {
  const t = useTranslations('manage.board.effect')
  return (
    <p className="font-medium">
      <Facts
        of={[
          moved > 0 && t('moved', { count: moved }),
          drawn > 0 && t('drawn', { count: drawn }),
          picks === null ? t('fewPicks') : t('picks', { count: picks }),
          people !== null && people > 0 && t('people', { count: people }),
          // Where few picked anything, few can clash.
          clashing === null
            ? picks !== null && picks > 0 && t('fewClashes')
            : clashing > 0 && t('clashes', { count: clashing }),
        ]}
      />
    </p>
  )
}
