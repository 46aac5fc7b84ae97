import type { ImportMap, Written } from "./map.ts"

/** The columns whose words go into the answers of the draft, each once. */
export const textColumns = (map: ImportMap): string[] => [
  ...new Set([
    ...map.who,
    ...map.talked.map(columnOf),
    ...map.actions.map(({ column }) => column),
    ...[map.more.aim, map.more.heard, map.more.tested, map.more.measures].flatMap((one = []) =>
      one.map(columnOf),
    ),
    ...(map.more.secondCoach ?? []),
  ]),
]

export const columnOf = (one: Written) => (typeof one === "string" ? one : one.column)

/** Every column that the map makes something of. */
export const mappedColumns = (map: ImportMap): string[] => [
  ...new Set([
    map.id,
    map.site.column,
    ...(typeof map.phase === "object" ? [map.phase.column] : []),
    ...map.on.columns,
    ...("column" in map.kind ? [map.kind.column] : []),
    ...(map.coach ? [map.coach.column] : []),
    ...textColumns(map),
    ...map.actions.flatMap(({ due }) => ("column" in due ? [due.column] : [])),
    ...(map.next?.columns ?? []),
    ...map.topics.map(({ column }) => column),
    ...(map.minutes ? [map.minutes.column] : []),
    ...(map.more.stage ? [map.more.stage.column] : []),
  ]),
]

/** What is wrong between a map and the columns of a file, in words: every column is mapped, or left out with a reason. */
export const columnProblems = (map: ImportMap, columns: readonly string[]): string[] => {
  const mapped = mappedColumns(map)
  const ignored = map.ignore.flatMap((one) => one.columns)
  if (!mapped.some((one) => columns.includes(one)))
    return ["No column of the map is in the first row of the file: does it begin with the headings?"]
  return [
    ...columns
      .filter((one) => !mapped.includes(one) && !ignored.includes(one))
      .map((one) => `The file has a column “${one}”: map it, or ignore it with a reason.`),
    ...mapped
      .filter((one) => !columns.includes(one))
      .map((one) => `The map names a column “${one}”, and the file has none of that name.`),
    ...ignored
      .filter((one) => !columns.includes(one))
      .map((one) => `The map ignores a column “${one}”, and the file has none of that name.`),
    ...ignored
      .filter((one) => mapped.includes(one))
      .map((one) => `The map makes something of the column “${one}”, and ignores it: one or the other.`),
    ...ignored
      .filter((one, at) => ignored.indexOf(one) !== at)
      .map((one) => `The map ignores the column “${one}” twice: one reason is enough.`),
  ]
}
