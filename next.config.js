import { PHASE_PRODUCTION_BUILD } from 'next/constants.js'
import createNextIntlPlugin from 'next-intl/plugin'
import { BROWSER_ZOD } from './scripts/build/browser-zod.mjs'

// Its package leads bundlers to a build for browsers of ten years ago, 1 kB heavier.
const BROWSER_DEXIE = './node_modules/dexie/dist/modern/dexie.mjs'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Messages are compiled at build: a browser gets no parser of their syntax.
  experimental: { messages: { path: './lib/i18n/messages', locales: 'infer', format: 'json', precompile: true } },
})

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
export default function configure(phase) {
  const isBuild = phase === PHASE_PRODUCTION_BUILD
  return withNextIntl(
    isBuild
      ? {
          ...config,
          turbopack: { resolveAlias: { 'zod/mini': { browser: BROWSER_ZOD }, dexie: { browser: BROWSER_DEXIE } } },
        }
      : config,
  )
}
