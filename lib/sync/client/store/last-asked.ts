import type { LocalState } from '../exchange/known-state'
import { untilLocalState } from './local-state'

/**
 * What was asked for last on this page, by what it is of, until the store tells of it. What is drawn was kept, and so
 * comes after what is tapped: whether a tap does something or takes it back goes by this.
 */
export function lastAsked<Value>() {
  const asked = new Map<string, { value: Value }>()
  return {
    /** Undefined: nothing that the store would not tell of by now. */
    get: (key: string): { value: Value } | undefined => asked.get(key),
    /**
     * @param kept resolves once it is in the store; when it rejects, nothing was asked for
     * @param isTold whether this state tells of it
     */
    ask(key: string, value: Value, kept: Promise<unknown>, isTold: (state: LocalState) => boolean): void {
      const mine = { value }
      const isLast = () => asked.get(key) === mine
      const settle = () => void (isLast() && asked.delete(key))
      asked.set(key, mine)
      void kept.then(() => untilLocalState((state) => !isLast() || isTold(state))).then(settle, settle)
    },
  }
}
