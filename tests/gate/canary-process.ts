/**
 * The console's routes in a process of their own, so that every log line can be read: calls each route as
 * each persona and prints what a browser would get, as JSON lines on standard error. Standard output is the log.
 */
import './gate-environment'
import { ROLES } from '@/lib/contract/permission'
import { call, cookieOf } from './gate-request'
import { apiRoutes } from './route-modules'

// A route's own timers do not keep a process alive; a server's socket would.
setInterval(() => {}, 1000)
const routes = await apiRoutes()
for (const role of ROLES) {
  const cookie = await cookieOf([role])
  // Twice: the second round is refused by the tenant.
  for (const round of [1, 2]) {
    for (const route of routes) {
      const query = route.path === '/api/people' ? '?name=meyer' : ''
      const response = await call(route, { cookie, query, id: String(40 + round) })
      const body = await response.text().catch((error) => String(error))
      const answer = {
        path: route.path,
        status: response.status,
        headers: [...response.headers],
        body,
      }
      process.stderr.write(`${JSON.stringify(answer)}\n`)
    }
  }
}
process.exit(0)
