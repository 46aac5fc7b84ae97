import type { Settings } from "../../../../shared/web/world.ts"
import type { EasyPage } from "../../easy/idea.ts"

type Contact = Settings["contact"]

export const stopMyStory = ({ phone, address }: Contact): EasyPage => ({
  title: "Stop my story",
  parts: [
    {
      ideas: [
        { picture: "stop", says: ["You can stop your story.", "You can do this at any time."] },
        { picture: "heart", says: ["You do not have to say why.", "You still get the same help."] },
      ],
    },
    {
      heading: "How to say STOP",
      ideas: [
        { picture: "phone", says: [`Phone us: ${phone}.`, "Say: stop my story."] },
        { picture: "letter", says: ["Or cut off the slip below. Send it to:", address] },
        { picture: "people", says: ["Or ask somebody you trust.", "They can say it for you."] },
      ],
    },
    {
      heading: "What happens then",
      ideas: [
        { picture: "away", says: ["We take your story away.", "Then nobody can read it here."] },
        { picture: "book", says: ["Some reports are on paper.", "We cannot take those back."] },
        { picture: "paper", says: ["We write in the list of reports:", "this story was stopped."] },
      ],
    },
    {
      heading: "Stop my story: the slip",
      cut: true,
      ideas: [
        { picture: "pencil", says: ["In my story I am called:"], write: 1 },
        { picture: "signpost", says: ["The team that helps me is:"], write: 1 },
      ],
    },
  ],
})
