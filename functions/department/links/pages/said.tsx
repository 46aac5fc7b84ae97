import { NotificationBanner } from "../../../../shared/web/govuk/notification-banner.tsx"
import type { C } from "../../../../shared/web/panel/here.ts"

const words: Record<string, string> = {
  link: "You have said that you have a link. You will not see anything of it again.",
  links: "You have said which you have a link with. You will not see anything of those again.",
  none: "You have said that you have no link with these.",
}

/** After somebody has said whether they have a link: it names nothing. */
export const SaidBanner = ({ c }: { c: C }) => {
  const said = words[c.req.query("said") ?? ""]
  return said ? <NotificationBanner type="success">{said}</NotificationBanner> : null
}
