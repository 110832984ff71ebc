/** Bytes as lines of txrep: one walk over the bytes of a type, in the order in which they stand. */
import type { Reader } from '../reader.js'
import { armPath, placed, timeBoundsFor, under } from './places.js'
import { shapeOf, type Field, type GeneratedType, type IntShape, type UnionShape } from './shape.js'
import { specialOf } from './special.js'
import { hexOf, quotedBytes } from './values.js'

/** Lines as they grow. Beyond the limit they are counted only: a short text may stand for a long one. */
export class Lines {
  length = 0
  private readonly lines: string[] = []
  private readonly limit: number

  constructor(limit: number) {
    this.limit = limit
  }

  add(field: string, value: string): void {
    this.length += field.length + value.length + 3
    if (this.length <= this.limit) this.lines.push(`${field}: ${value}\n`)
  }

  text(): string {
    return this.lines.join('')
  }
}

/** Numbers of unions and enums have 32 bits; the others may have 64. */
const numberIn = (reader: Reader, { bits, isSigned }: IntShape): bigint => {
  if (bits === 64) return isSigned ? reader.readBigInt64BE() : reader.readBigUInt64BE()
  return BigInt(isSigned ? reader.readInt32BE() : reader.readUInt32BE())
}

/** The name of a member; the bytes were decoded before, and hold none without a name. */
const memberName = (name: string | undefined): string => {
  if (name === undefined) throw new Error('invariant: an enum of decoded bytes has a known member')
  return name
}

const writeUnion = (lines: Lines, reader: Reader, shape: UnionShape, path: string): void => {
  const value = reader.readInt32BE()
  if (shape.on._tag === 'Enum') lines.add(under(path, 'type'), memberName(shape.on.nameOf(value)))
  else lines.add(under(path, 'v'), String(value))
  const arm = shape.armOf(value)
  if (arm === undefined) throw new Error('invariant: a union of decoded bytes has a known arm')
  if (arm !== 'void') writeValue(lines, reader, arm.type, armPath(path, shape.name, arm.name))
}

const writeField = (lines: Lines, reader: Reader, field: Field, path: string): void => {
  const bounds = timeBoundsFor(field)
  if (bounds !== undefined) {
    const start = reader.position
    const form = reader.readInt32BE()
    reader.position = start
    if (form <= 1) {
      writeValue(lines, reader, bounds.type, under(path, bounds.name))
      return
    }
  }
  writeValue(lines, reader, field.type, under(path, field.name))
}

/** Whether a value was written in one word. */
const hasWritten = (lines: Lines, reader: Reader, type: GeneratedType, path: string): boolean => {
  const special = specialOf(type)
  if (special === undefined) return false
  const start = reader.position
  const word = special.write(reader)
  if (word === undefined) reader.position = start
  else lines.add(path, word)
  return word !== undefined
}

/** Writes the value of a type that comes next. */
export const writeValue = (lines: Lines, reader: Reader, type: GeneratedType, path: string): void => {
  if (hasWritten(lines, reader, type, path)) return
  const shape = shapeOf(type)
  switch (shape._tag) {
    case 'Int':
      lines.add(path, String(numberIn(reader, shape)))
      return
    case 'Bool':
      lines.add(path, String(reader.readInt32BE() === 1))
      return
    case 'Enum':
      lines.add(path, memberName(shape.nameOf(reader.readInt32BE())))
      return
    case 'Opaque':
      lines.add(path, hexOf(reader.read(shape.length)))
      return
    case 'VarOpaque':
      lines.add(path, hexOf(reader.read(reader.readUInt32BE())))
      return
    case 'String':
      lines.add(path, quotedBytes(reader.read(reader.readUInt32BE())))
      return
    case 'Option': {
      const isPresent = reader.readInt32BE() === 1
      lines.add(under(path, '_present'), String(isPresent))
      if (isPresent) writeValue(lines, reader, shape.child, path)
      return
    }
    case 'VarArray': {
      const length = reader.readUInt32BE()
      lines.add(under(path, 'len'), String(length))
      for (let i = 0; i < length; i++) writeValue(lines, reader, shape.child, `${path}[${String(i)}]`)
      return
    }
    case 'Struct':
      for (const field of shape.fields) writeField(lines, reader, placed(shape.name, field), path)
      return
    case 'Union':
      writeUnion(lines, reader, shape, path)
      return
  }
}
