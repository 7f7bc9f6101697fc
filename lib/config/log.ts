import 'server-only'
import { type Logger, type LoggerOptions, pino } from 'pino'
import { LOG_LEVELS } from './environment'
import { errorFields, redact } from './redact'

/** How every logger of the product is made; a test gives it its own destination. */
export const LOG_OPTIONS: LoggerOptions = {
  base: null,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: {
    level: (label) => ({ level: label }),
    // redact copies an object to an object
    log: (fields) => redact(fields) as Record<string, unknown>,
  },
  serializers: { err: (error) => errorFields(error), error: (error) => errorFields(error) },
}

/** Read apart from `config()`: a build imports this without any configuration. */
function level(): string {
  const wanted = LOG_LEVELS.find((name) => name === process.env.LOG_LEVEL?.trim())
  return wanted ?? 'info'
}

/**
 * The root logger: JSON lines on standard output. Fields named like secrets or personal data are
 * replaced at any depth; the message text is not, so nothing of Focus's or a reader's belongs in it.
 */
export const log: Logger = pino({ ...LOG_OPTIONS, level: level() })
