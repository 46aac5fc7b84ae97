import type { Settings } from "../../../../shared/web/world.ts"
import type { EasyPage } from "../../easy/idea.ts"
import { notSafe } from "./not-safe.ts"

type Contact = Settings["contact"]

export const whoToAsk = ({ name, phone, email, address }: Contact): EasyPage => ({
  title: "Who to ask",
  parts: [
    {
      ideas: [
        { picture: "person", says: ["You can ask your social worker."] },
        { picture: "people", says: ["You can ask somebody you trust."] },
      ],
    },
    {
      heading: "You can ask us",
      ideas: [
        { picture: "question", says: ["We are:", name] },
        { picture: "phone", says: [`Phone us: ${phone}.`] },
        { picture: "clock", says: ["We answer from 9 to 5, Monday to Friday."] },
        { picture: "letter", says: ["Write to us:", address] },
        { picture: "pencil", says: ["Or send an email:", email] },
      ],
    },
    {
      heading: "More help",
      ideas: [
        { picture: "ear", says: ["An advocate is a person on your side.", "Ask your council for one."] },
        { picture: "no", says: ["Are you not happy? You can complain.", "Your council must tell you how."] },
        notSafe,
      ],
    },
  ],
})
