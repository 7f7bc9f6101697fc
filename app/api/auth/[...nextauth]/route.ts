import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/access/auth-options'

type Context = { params: Promise<{ nextauth: string[] }> }

// Per request, so that a build needs no configuration.
const handler = (request: NextRequest, context: Context) =>
  NextAuth(request, context, authOptions())

export { handler as GET, handler as POST }
