/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'pino', 'pg', 'pdfkit', 'date-holidays'],
  outputFileTracingIncludes: { '/**': ['./db/migrations/**'] },
  typescript: { ignoreBuildErrors: true },
}
