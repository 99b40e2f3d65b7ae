'use client'

import { blockAction, putBackAction, takeDownAction, unblockAction } from '@/lib/operating/server/actions'
import { ActOn } from './act-on'

/** Blocks somebody, or lets them in again. */
export function PersonButton({ id, name, isBlocked }: { id: string; name: string; isBlocked: boolean }) {
  const act = isBlocked ? unblockAction : blockAction
  return (
    <ActOn
      key={String(isBlocked)}
      what={isBlocked ? 'unblock' : 'block'}
      name={name}
      act={(reason) => act({ person: id, reason })}
    />
  )
}

/** Takes a conference down, or puts it back. */
export function ConferenceButton({ id, name, isDown }: { id: string; name: string; isDown: boolean }) {
  const act = isDown ? putBackAction : takeDownAction
  return (
    <ActOn
      key={String(isDown)}
      what={isDown ? 'putBack' : 'takeDown'}
      name={name}
      act={(reason) => act({ id, reason })}
    />
  )
}
