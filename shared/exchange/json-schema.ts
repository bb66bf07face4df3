/** The published schema of 办件信息: JSON Schema made from the program's own, so that whoever takes the files can check them. */
import { z } from 'zod'
import { ExchangeFile } from './exchange-case.ts'

export function exchangeSchema(): object {
  return { title: '办件信息交换文件', ...z.toJSONSchema(ExchangeFile, { target: 'draft-2020-12' }) }
}
