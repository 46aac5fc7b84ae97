import type { Settings } from "../../../../shared/web/world.ts"
import type { EasyPage } from "../../easy/idea.ts"

type Contact = Settings["contact"]

export const tellUs = ({ address }: Contact, slip: string): EasyPage => ({
  title: "Tell us",
  parts: [
    {
      ideas: [
        { picture: "speech", says: ["What do you think of your social worker?", "We want to know."] },
        { picture: "yes", says: ["You can say Yes, Sometimes or No.", "You can say: I do not want to say."] },
      ],
    },
    {
      heading: "There are five questions",
      ideas: [
        { picture: "person", says: ["Do you know who your social worker is?"] },
        { picture: "ear", says: ["Do they listen?"] },
        { picture: "signpost", says: ["Did you decide?"] },
        { picture: "tick", says: ["What is better?"] },
        { picture: "change", says: ["What should change?"] },
      ],
    },
    {
      heading: "How to tell us",
      ideas: [
        {
          picture: "people",
          says: ["Somebody can help you.", "It should not be your named social worker."],
        },
        { picture: "lock", says: ["We do not ask for your name.", "Your social worker will not see this."] },
        {
          picture: "paper",
          says: ["Did we give you a link? Use that link.", "Or fill in the form on paper."],
          link: { href: slip, text: "The form to print" },
        },
        { picture: "letter", says: ["Send the paper form to:", address] },
        { picture: "heart", says: ["You do not have to do this.", "You still get the same help."] },
      ],
    },
  ],
})
