/** Which version of the program this is. */
import { createRequire } from 'node:module'

/** As the package says. */
export const versionOf = (): string => {
  const { version } = createRequire(import.meta.url)('../../../package.json') as { readonly version: string }
  return version
}
