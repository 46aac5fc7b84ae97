/** The fields of the forms on a page, as a browser sends them with nothing ticked. */
export const fieldsOn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input [^>]*>/g)].flatMap(([input]) => {
      const [name, value] = ["name", "value"].map((each) => new RegExp(` ${each}="([^"]*)"`).exec(input)?.[1])
      return name && !input.includes('type="checkbox"') ? [[name, value ?? ""]] : []
    }),
  )
