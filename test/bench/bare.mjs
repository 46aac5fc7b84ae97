// The least a function can be: what a cold start costs before there is anything in it.
export const make = () => async () => ({
  statusCode: 200,
  headers: { "content-type": "text/html" },
  body: "ok",
})
