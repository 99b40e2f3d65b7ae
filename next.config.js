import { PHASE_PRODUCTION_BUILD, PHASE_PRODUCTION_SERVER } from 'next/constants.js'

// Its package leads bundlers to a build for browsers of ten years ago, 1 kB heavier.
const BROWSER_DEXIE = './node_modules/dexie/dist/modern/dexie.mjs'

/** @type {import('next').NextConfig} */
const config = {
  // For the pages of one viewer. What is for everybody the front door compresses once.
  compress: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are a step of `npm test`; whoever only wants to run Hallway need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Yjs among them: the front door has it, too, and two copies in one process cannot exchange documents.
  serverExternalPackages: ['yjs', 'pg', '@prisma/client', '@prisma/adapter-pg', 'nodemailer', 'pino'],
  // Whoever may see a conference but not manage it is told so (forbidden.tsx).
  experimental: { serverActions: { bodySizeLimit: '21mb' }, authInterrupts: true },
}

/** @param {string} phase */
export default async function configure(phase) {
  // What is built is only served: the tools of a build stay where it was made (scripts/installed/pack.mjs).
  if (phase === PHASE_PRODUCTION_SERVER) return config
  const [{ default: createNextIntlPlugin }, { BROWSER_ZOD }] = await Promise.all([
    import('next-intl/plugin'),
    import('./scripts/build/browser-zod.mjs'),
  ])
  const withNextIntl = createNextIntlPlugin({
    requestConfig: './lib/i18n/request.ts',
    // Messages are compiled at build: a browser gets no parser of their syntax.
    experimental: { messages: { path: './lib/i18n/messages', locales: 'infer', format: 'json', precompile: true } },
  })
  const resolveAlias = { 'zod/mini': { browser: BROWSER_ZOD }, dexie: { browser: BROWSER_DEXIE } }
  return withNextIntl(phase === PHASE_PRODUCTION_BUILD ? { ...config, turbopack: { resolveAlias } } : config)
}
