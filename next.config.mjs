/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // Compression buffers audio and hides sizes; a front proxy does it better.
  compress: false,
  images: { unoptimized: true },
  devIndicators: false,
  serverExternalPackages: [
    'better-sqlite3',
    'pino',
    'undici',
    'mpg123-decoder',
    'ogg-opus-decoder',
  ],
}
