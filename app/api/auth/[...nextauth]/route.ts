import NextAuth from 'next-auth'
import { cookies } from 'next/headers'
import { NextRequest } from 'next/server'
import { authOptions } from '@/lib/people/server/auth'
import { isWebAddress } from '@/lib/people/return-path'
import { now } from '@/lib/platform/clock'
import { database } from '@/lib/platform/db'
import { publicUrl, readEnvironment } from '@/lib/platform/env'

// What Hallway uses of next-auth. Its other addresses (a session to read and renew, a log for browsers to write) stay
// shut.
const uses: Record<string, readonly string[]> = {
  GET: ['csrf', 'callback', 'signin', 'error'],
  POST: ['callback', 'signin', 'signout'],
}

type Context = { params: Promise<{ nextauth: string[] }> }

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const [action = ''] = (await context.params).nextauth
  if (!uses[request.method]?.includes(action)) return new Response(null, { status: 404 })
  // next-auth writes it into a header as it is.
  if (action === 'error' && !/^\w*$/.test(request.nextUrl.searchParams.get('error') ?? ''))
    return new Response(null, { status: 404 })
  await forgetBadReturn()
  const env = readEnvironment()
  // The only way to tell next-auth the address at which GitHub and Google send people back.
  process.env.NEXTAUTH_URL = publicUrl(env)
  return NextAuth(
    withoutBadReturn(request),
    context,
    authOptions(database(), env, now, {
      cookie: request.headers.get('cookie'),
      userAgent: request.headers.get('user-agent'),
    }),
  )
}

/** A way back that is none is let go, as if none had been asked for. */
function withoutBadReturn(request: NextRequest): NextRequest {
  if (request.method !== 'GET' || request.nextUrl.searchParams.getAll('callbackUrl').every(isWebAddress)) return request
  const address = request.nextUrl.clone()
  address.searchParams.delete('callbackUrl')
  return new NextRequest(address, request)
}

/** The same of one that a browser kept: next-auth would answer nothing else as long as it is sent. */
async function forgetBadReturn(): Promise<void> {
  const jar = await cookies()
  for (const { name, value } of jar.getAll())
    if (name.endsWith('next-auth.callback-url') && value !== '' && !isWebAddress(value))
      jar.delete({ name, path: '/', secure: name.startsWith('__') })
}

export { handle as GET, handle as POST }
