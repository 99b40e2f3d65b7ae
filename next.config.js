import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Messages are compiled at build: a browser gets no parser of their syntax.
  experimental: { messages: { path: './lib/i18n/messages', locales: 'infer', format: 'json', precompile: true } },
})

/** @type {import('next').NextConfig} */
const config = {
  // The front door compresses once and sends the headers; Next would do both per request.
  compress: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are a step of `npm test`; whoever only wants to run Hallway need not wait for them.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', '@prisma/client', '@prisma/adapter-pg', 'nodemailer', 'pino'],
  experimental: { serverActions: { bodySizeLimit: '21mb' } },
}

export default withNextIntl(config)
