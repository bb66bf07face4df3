/** 日学: the lessons, as they come with the program. */
import file from '../catalogue/lessons.json' with { type: 'json' }
import { Lessons } from '../shared/study/lesson.ts'

let known: Lessons | undefined

export function lessons(): Lessons {
  known ??= Lessons.parse(file)
  return known
}
