/** Comparing secrets without telling by the time it takes how much of them is right. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Whether a text is the secret. Both are digested under a key that nobody knows, so that lengths do not show. */
export const sameSecret = (secret: string): ((given: string) => boolean) => {
  const key = randomBytes(32)
  const digest = (text: string): Buffer => createHmac('sha256', key).update(text).digest()
  const expected = digest(secret)
  return (given) => timingSafeEqual(digest(given), expected)
}
