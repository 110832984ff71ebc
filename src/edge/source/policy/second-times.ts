/** The positions at which something stands that stood before. */
export const secondTimes = (words: readonly string[]): readonly number[] => {
  const seen = new Set<string>()
  return words.flatMap((word, index) => {
    if (seen.has(word)) return [index]
    seen.add(word)
    return []
  })
}
