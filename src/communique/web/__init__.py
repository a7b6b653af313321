"""WEB: the pages that an analyst keeps open: server-drawn, over questions for reading and workflow for writing.

A page is a function in a module of this room with its own `router = APIRouter(route_class=Route)` (refusals.Route turns
a refusal into a page in words); `pages.mount(application)` includes every router. The application's state holds `store`
and `lexicon` (a folder or None). A page reads its request through `desks.desk(request)` (`.view`, `.filter(question)`,
`.store`, `.registry`) and returns `rendering.render(desk, "name.html", ...)`.

Links. Templates have two functions and use no others: `url("/path", fragment="", **parameters)` links to a page and
keeps the as-of day, the known-at moment and machine-only; `here(**changes)` is this page with some parameters changed
(None removes one). Addresses: `/matter/ID` (a thread's history), `/record/ID` (why), `/proposal/ID`,
`/article/ID#s<start>`, `/actor/<actor id>` (ids hold a slash), `/dyad?a=&b=`, `/timeline`, `/review`.

Templates extend base.html (blocks `title`, `main`, `scripts`) and import macros.html `as m with context`:

    m.chip(status, href="")         a status or stance: its text, a shape and a colour by its meaning (questions.tones)
    m.status(matter)                the chip of a matter, linked to its history
    m.evidence(told)                the sentence with its telling words marked, its outlet and day; opens the article
    m.matter_link(matter)           short id and parties
    m.record_id(told)               short id, linked to the record
    m.actors(actors)                names in <bdi>, each linked to its actor page
    m.holders(holder)               the chain of who vouches; "the outlet" for its own voice
    m.when(when)                    an interval as ISO days, marked where it is inferred; "none reported" for None
    m.th(key, text)                 a column head that sorts by `key`
    m.filters(question, fields)     the form over a list
    m.foot(reply)                   the last line: clocks, what is left out, more, downloads as shown
    m.nothing(reply)                the empty state, with the reasons why there may be nothing

Neither scripts nor styles stand in a page: static/desk.css, static/pictures.css and ES modules in static/.
"""
