type Files = {
  own: Pick<Cache, 'match' | 'put'>
  /** An earlier build's, by its name. */ earlier: (address: string) => Promise<Response | undefined>
  load: (request: Request) => Promise<Response>
}

/**
 * A file of the build: as it is kept here, else the server's, which is kept from then on. A full disk keeps it from
 * being kept, not from being shown.
 */
export async function serveFile(request: Request, { own, earlier, load }: Files): Promise<Response> {
  const kept = (await own.match(request)) ?? (await earlier(new URL(request.url).pathname))
  if (kept) return kept
  const answer = await load(request)
  if (answer.ok) await own.put(request, answer.clone()).catch(() => undefined)
  return answer
}
