import type { Hono } from "hono"
import type { Asking, Base } from "../../../shared/web/env.ts"
import { reportsAt, takingPartAt } from "../../../shared/web/evaluation/addresses.ts"
import { Drawn } from "../../../shared/web/evaluation/pictures.tsx"
import { Slip } from "../../../shared/web/evaluation/slip.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { Easy, EasyShell } from "../easy/page.tsx"
import { slipAt, takingPartPages } from "./words.ts"

const everything = { href: takingPartAt, text: "Taking part" }

/** For people the pilot is for, and their families: the same for everybody, and nothing is read for it. */
export const addTakingPart = (pages: Hono<Base>) => {
  pages.get(takingPartAt, (c) => c.html(TakingPartPage({ c }))).get(slipAt, (c) => c.html(SlipPage({ c })))
  for (const [path, { made }] of Object.entries(takingPartPages))
    pages.get(`${takingPartAt}/${path}`, (c) =>
      c.html(Easy({ c, page: made(c.var.world.settings.contact), back: everything })),
    )
  return pages
}

const TakingPartPage = ({ c }: { c: Asking }) => {
  const { contact } = c.var.world.settings
  const links = [
    ...Object.entries(takingPartPages).map(([path, { picture, made }]) => ({
      href: `${takingPartAt}/${path}`,
      text: made(contact).title,
      picture,
    })),
    { href: reportsAt, text: "Read what we found", picture: "eye" as const },
  ]
  return (
    <EasyShell c={c} title="Taking part" back={{ href: "/", text: "The programme" }}>
      <ul class="ideas">
        {links.map(({ href, text, picture }) => (
          <li class="idea">
            <span class="idea__picture">
              <Drawn name={picture} />
            </span>
            <p class="idea__words idea__line">
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </p>
          </li>
        ))}
      </ul>
      <p class="idea__line no-print">You can print each page.</p>
    </EasyShell>
  )
}

const SlipPage = ({ c }: { c: Asking }) => (
  <Page c={c} title="The form on paper" back={{ href: `${takingPartAt}/tell-us`, text: "Tell us" }} plain>
    <Slip group="people" title="Tell us" address={c.var.world.settings.contact.address} />
  </Page>
)
