'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { isolated } from '@/lib/platform/bidi'
import { blockAction, putBackAction, takeDownAction, unblockAction } from '@/lib/operating/server/actions'
import { ActOn } from './act-on'

type Person = { id: string; name: string; isBlocked: boolean; /** Names of conferences. */ owns: string[] }

/** Blocks somebody, or lets them in again. Of what they own it says that it stays. */
export function PersonButton({ id, name, isBlocked, owns }: Person) {
  const [t, format] = [useTranslations('operating'), useFormatter()]
  const names = format.list(owns.map(isolated))
  const act = isBlocked ? unblockAction : blockAction
  return (
    <ActOn
      key={String(isBlocked)}
      what={isBlocked ? 'unblock' : 'block'}
      name={name}
      besides={!isBlocked && owns.length > 0 ? t('blockOwns', { count: owns.length, names }) : undefined}
      act={(reason) => act({ person: id, reason })}
    />
  )
}

type Conference = { id: string; name: string; isDown: boolean; /** By its owner, before. */ isBinned: boolean }

/** Takes a conference down, or puts it back. */
export function ConferenceButton({ id, name, isDown, isBinned }: Conference) {
  const act = isDown ? putBackAction : takeDownAction
  return (
    <ActOn
      key={String(isDown)}
      what={isDown ? 'putBack' : 'takeDown'}
      means={isDown && isBinned ? 'putBackDeletedMeans' : undefined}
      name={name}
      act={(reason) => act({ id, reason })}
    />
  )
}
