/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'pino', 'pg', 'pdfkit', 'date-holidays'],
  outputFileTracingIncludes: { '/**': ['./db/migrations/**'] },
  // What browsers ask for beside answers that are no page.
  rewrites: () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  typescript: { ignoreBuildErrors: true },
}
