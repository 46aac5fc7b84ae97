import { reportsAt } from "../../../../shared/web/evaluation/addresses.ts"
import type { EasyPage } from "../../easy/idea.ts"

export const youSaidWeDid: EasyPage = {
  title: "You said, we did",
  parts: [
    {
      ideas: [
        { picture: "speech", says: ["You tell us what should change."] },
        { picture: "ear", says: ["Your team hears what people said."] },
        { picture: "pencil", says: ["At the end your team writes down what it did."] },
        { picture: "tick", says: ["Did it make a change? It says which one."] },
        { picture: "cross", says: ["Did it not make a change? It says why."] },
        {
          picture: "book",
          says: ["You can read it in what we found."],
          link: { href: reportsAt, text: "Read what we found" },
        },
      ],
    },
    {
      heading: "To fill in together",
      ideas: [
        { picture: "speech", says: ["You said:"], write: 3 },
        { picture: "tick", says: ["We did:"], write: 3 },
        { picture: "calendar", says: ["We tell you more on this day:"], write: 1 },
      ],
    },
  ],
}
