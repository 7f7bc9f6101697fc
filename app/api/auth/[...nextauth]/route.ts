import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/access/auth-options'
import { providerFailure, signInRecord } from '@/lib/bff/sign-in-record'

type Context = { params: Promise<{ nextauth: string[] }> }

// Per request, so that a build needs no configuration, and that each is recorded with where it came from.
const handler = async (request: NextRequest, context: Context): Promise<Response> => {
  const record = signInRecord(request.headers)
  const answer: Response = await NextAuth(request, context, authOptions(record))
  const failure = providerFailure(request, answer)
  if (failure !== null) await record.providerFailed(failure)
  return answer
}

export { handler as GET, handler as POST }
