/** "14:00" of "2pm", "2.30 pm", "14:00" or "midday", as people type a time; nothing where it is none. */
export const readTime = (typed: string): string | undefined => {
  const given = typed.trim().toLowerCase()
  if (given === "midday" || given === "noon") return "12:00"
  const [, hours = "", minutes = "00", half] = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(given) ?? []
  if (hours === "" || (half === undefined && !/[:.]/.test(given))) return undefined
  const hour = half === undefined ? Number(hours) : hourOf(Number(hours), half)
  if (hour === undefined || hour > 23 || Number(minutes) > 59) return undefined
  return `${String(hour).padStart(2, "0")}:${minutes}`
}

const hourOf = (hours: number, half: string) => {
  if (hours < 1 || hours > 12) return undefined
  return (hours % 12) + (half === "pm" ? 12 : 0)
}
