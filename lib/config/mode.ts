import 'server-only'

/** Served from source by `npm run dev`. A build fixes the answer. */
export const isDevelopment = process.env.NODE_ENV === 'development'
