type Files = {
  own: Pick<Cache, 'match' | 'put'>
  /** An earlier build's, by its name. */ earlier: (address: string) => Promise<Response | undefined>
  load: (request: Request) => Promise<Response>
}

/** Is this a file, and not the page with which a network that is none of ours (a hall's sign-in) answers for it? */
export function isBuilt({ ok, headers }: Response): boolean {
  return ok && !headers.get('content-type')?.startsWith('text/html')
}

/**
 * A file of the build: as it is kept here, else the server's, which is kept from then on. A full disk keeps it from
 * being kept, not from being shown.
 */
export async function serveFile(request: Request, { own, earlier, load }: Files): Promise<Response> {
  const kept = await own.match(request)
  if (kept && isBuilt(kept)) return kept
  const older = await earlier(new URL(request.url).pathname)
  if (older) return older
  const answer = await load(request)
  if (isBuilt(answer)) await own.put(request, answer.clone()).catch(() => undefined)
  return answer
}
