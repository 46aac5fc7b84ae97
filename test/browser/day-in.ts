import type { Locator, Page } from "playwright-core"

/** A day, in the three fields of a question. */
export const dayIn = async (page: Page | Locator, question: string, day: string) => {
  const group = page.getByRole("group", { name: question })
  const [year = "", month = "", of = ""] = day.split("-")
  await group.getByLabel("Day").fill(of)
  await group.getByLabel("Month").fill(month)
  await group.getByLabel("Year").fill(year)
}
