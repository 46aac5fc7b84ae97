import { declaration } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { dateWords } from "../../values/london.ts"
import type { ReturnFacts } from "../return-facts.ts"

/** What is in none of the figures; and the files that show what is. */
export const declared = ({ site, funding }: ReturnFacts) =>
  section({
    id: "checks",
    title: "What is not in the figures, and evidence",
    minutes: 5,
    money: true,
    asks: {
      ineligible: declaration({
        label: "Confirm what is not in the figures",
        called: "what is not in the figures",
        statement: [
          "No VAT that the council can recover.",
          "Nothing that another grant or fund pays for as well.",
          `Nothing that was spent before the pilot began, on ${dateWords(site.from)}.`,
          "No profit: nothing is charged above what it cost.",
        ],
      }),
    },
    derives: () =>
      funding
        ? [
            {
              caption: "Files that show what was spent",
              columns: ["Size", "Added by"],
              rows: funding.evidence.map(({ name, bytes, by }) => ({
                label: name,
                cells: [sizeWords(bytes), by],
              })),
              says: [
                ...(funding.evidence.length === 0 ? ["No file is part of this return."] : []),
                "Files are added under “Files that show what was spent”, on the first page of this return. They must hold nobody’s name.",
              ],
            },
          ]
        : [],
  })

const sizeWords = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
