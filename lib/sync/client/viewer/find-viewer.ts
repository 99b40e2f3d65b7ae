import { backoffMs } from '../exchange/backoff'
import { pause } from '../exchange/keep-trying'
import { keepNobody, keepViewer, knownViewer, whyNobody } from './known-viewer'
import { finishLeaving } from '../exchange/leaving'
import { askWho } from './who'

/**
 * Who is signed in, as the server says, and has this device remember it.
 * @returns `failed`: the server did not say; nothing that was known is forgotten
 */
export async function findViewer(): Promise<{ id: string; kept: boolean; blocked: boolean } | 'guest' | 'failed'> {
  const before = knownHere()
  // A cookie that is on its way out is nobody's here.
  const answer = (await finishLeaving()) ? await askWho() : { viewer: null }
  if (!answer) return 'failed'
  // Somebody signed in or out meanwhile, in another tab: this is of before.
  if (knownHere() !== before) return findViewer()
  if (answer.viewer) {
    const { id, blocked } = answer.viewer
    return { id, kept: keepViewer(id), blocked }
  }
  keepNobody('guest')
  return 'guest'
}

function knownHere(): string {
  return knownViewer()?.id ?? whyNobody()
}

/**
 * To be called once somebody has signed in here: whoever was here before is not who is here now, whether or not the
 * server says at once who is.
 * @param to where they go on to
 * @returns the same, or where somebody who is blocked reads why
 */
export async function rememberSignIn(to: string): Promise<string> {
  keepNobody('signing-in')
  const found = await findViewer()
  return typeof found === 'object' && found.blocked ? '/settings' : to
}

type Asking = {
  /** The server did not answer, and is asked again. */ failed: () => void
  /** `kept`: the browser remembers it from now on. */ found: (kept: boolean) => void
  guest: () => void
}

/** Asks until the server says who is here, or somebody signs in meanwhile. */
export async function keepAsking({ failed, found, guest }: Asking): Promise<void> {
  for (let failures = 1; !knownViewer(); failures++) {
    const answer = await findViewer()
    if (answer === 'guest') return guest()
    if (answer !== 'failed') return found(answer.kept)
    failed()
    await pause(backoffMs(failures, Math.random()))
  }
}
