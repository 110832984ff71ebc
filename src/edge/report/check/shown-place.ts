/** Places as people and terminals read them: `treasury.quorate.yaml:34:5`. */
import type { Place } from '../../../advice/policy/index.js'

/** `FILE:LINE:COLUMN`. */
export const placeText = ({ file, position }: Place): string =>
  `${file}:${String(position.line)}:${String(position.column)}`

/** A place that stands beside another one: the file is said where it is a different one. */
export const nearbyText = (place: Place, file: string): string =>
  place.file === file ? `line ${String(place.position.line)}` : `${place.file}:${String(place.position.line)}`
