/** The environment does not configure the product. `mistakes` holds every one, a sentence each, without secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly mistakes: string[]

  constructor(mistakes: string[]) {
    super(`The configuration has ${mistakes.length} mistake(s):\n- ${mistakes.join('\n- ')}`)
    this.mistakes = mistakes
  }
}
