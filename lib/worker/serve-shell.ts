type Shells = {
  own: Pick<Cache, 'match' | 'put'>
  /** @throws when it does not come, or is none of this build's */ load: (address: string) => Promise<Response>
  build: string
  /** Has the worker stay for something that nobody waits for. */ meanwhile: (work: Promise<unknown>) => void
}

/**
 * Is this a shell of this build, to its end? A network that is none of ours (a hall's sign-in page) answers, too, and
 * what was cut off is kept as readily as what was not.
 */
export async function isShell(answer: Response, build: string): Promise<boolean> {
  if (!answer.ok || answer.headers.get('x-hallway-build') !== build) return false
  return (await answer.clone().text()).trimEnd().endsWith('</html>')
}

/**
 * The shell that is kept here, in the first of these languages. One that is broken, or gone, is fetched anew meanwhile:
 * the next one shows the same in other words.
 * @returns undefined: there is none that can be shown
 */
export async function serveShell(addresses: readonly string[], shells: Shells): Promise<Response | undefined> {
  for (const address of addresses) {
    const kept = await shells.own.match(address)
    if (kept && (await isShell(kept, shells.build))) return kept
    shells.meanwhile(heal(address, shells))
  }
  return undefined
}

/** No network, a full disk: the next one who asks tries again. */
async function heal(address: string, { own, load }: Shells): Promise<void> {
  await load(address)
    .then((answer) => own.put(address, answer))
    .catch(() => undefined)
}
