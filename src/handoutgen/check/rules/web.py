"""What works on a screen and not on paper: things to click, places on a page, links that do not say where they go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handoutgen.check.rules.matching import all_of, by_pattern, pattern, where_said
from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.record import Hit, TextRule
from handoutgen.diagnostics import Severity

_CLICK_HERE = pattern(
    r"\b(?:click|tap|press) here\b|\b(?:read (?:more|about|it)|learn (?:more|about)|find out|more information|"
    r"more about|download)\b"
    r"[^.!?]{0,60}\bhere\b(?=[.!?]|$)"
)
_LINK = re.compile(r"\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*\)")
_SAYS_NOTHING = pattern(
    r"^\W*(?:click )?(?:here|this|link|this link|(?:the |this )?(?:web ?)?(?:page|site)|(?:read|find out|learn|see|"
    r"know) more|more|more (?:info|information|details)|details|website|online|go|visit|download|continue|"
    r"this article|this leaflet|https?://\S+|see here)\W*$"
)
_ON_A_SCREEN = pattern(
    r"\bclick(?:ing)? (?:on|the|to|a|this|that|below|any|either|here for)\b|\b(?:scroll|swipe) (?:down|up|to|left|"
    r"right|through)\b|\bhover over\b|\bdrop-?down (?:menu|list)\b|\b(?:skip to content|(?:read|"
    r"show) more(?! (?:about|on|in|at|of|information|than|from))|"
    r"play the video|watch (?:the|this|our) video(?: below| above)?)\b|\b(?:this|the) (?:web ?page|web ?site|video|"
    r"link|hyperlink) (?:below|above)\b|\b(?:the|this) links? (?:below|above)\b|\b(?:use|follow|see|visit|tap|"
    r"select) (?:the|this) (?:link|button|tab|menu|icon)\b|\bin a new (?:tab|window)\b|\bon this (?:web ?page|"
    r"web ?site|site)\b|\bsubmit button\b|\bpress the (?:\w+ )?button to (?:download|book|print|submit|send|open)\b|"
    r"\bpop-?up\b"
)
_CUES = (
    "click clicking scroll swipe hover drop dropdown skip read show play watch webpage web website site video "
    "link links hyperlink button tab menu icon window submit pop popup overleaf page reverse back opposite corner "
    "left right red green blue yellow orange grey gray purple"
)
_THING = (
    r"(?:box|boxes|picture|pictures|diagram|column|table|panel|menu|image|photo|photograph|chart|list|button|link|"
    r"drawing|figure|text|map|illustration)"
)
_PLACE = pattern(
    rf"\b{_THING} (?:\w+ )?(?:on|to|at) the (?:far |top |bottom )?(?:left|right)(?:[- ]hand side)?\b(?! (?:arm|leg|"
    rf"foot|hand|side of (?:your|the body)|shows))"
    rf"|\b(?:on|to|at) the (?:far )?(?:left|right)(?:[- ]hand)? (?:side )?(?:of|column of) (?:the|this) (?:page|"
    rf"leaflet|screen|sheet|site)\b"
    r"|\b(?:overleaf|over the page|on the (?:next|previous|facing|opposite|other) page|on the back of this|"
    r"on the reverse|on the opposite side|see opposite|(?:at|on) the (?:bottom|top|foot) of (?:this|the) page|"
    r"top right corner|top left corner|bottom right corner|bottom left corner)\b"
    rf"|\bthe (?:red|green|blue|yellow|orange|grey|gray|purple) {_THING}\b"
    rf"|\bthe {_THING} opposite\b|\b(?:words?|text|parts?|lines?|points?|items) (?:\w+ )?in (?:red|green|blue|yellow|"
    rf"orange)\b"
)


_THIS_SITE = pattern(r"on this\b")
_RIGHTS = pattern(
    r"\b(?:copyright\w*|trade ?mark\w*|licen[cs]ed|permissions?|disclaimer|all rights|warrant\w*|liab\w+)\b"
)


def _sends_nobody_there(text: JudgedText, match: re.Match[str]) -> bool:
    """Whether “on this website” says who owns what stands there, or may use it."""
    return bool(_THIS_SITE.match(match.group()) and _RIGHTS.search(text.sentence_at(match.start())))


def _links(text: JudgedText) -> Iterator[Hit]:
    """Links whose words are all that a reader has to go by."""
    for match in _LINK.finditer(text.at.text):
        words = match.group(1).replace("*", " ").strip()
        if _SAYS_NOTHING.match(words):
            start = match.start(1)
            yield Hit(start, start + len(match.group(1)), f'the link "{words}" does not say where it goes',
                      "write what readers find there, such as NHS page on cramps.")  # fmt: skip


_BARE = re.compile(r"(?<![(\w/@.])(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)(/[^\s<>()\[\]]*)?(?=[\s).,;:!?]|$)")
_SHORTENERS = frozenset({
    "bit.ly", "tinyurl.com", "goo.gl", "t.co", "ow.ly", "is.gd", "buff.ly", "cutt.ly", "rb.gy", "t.ly", "rebrand.ly",
    "shorturl.at", "tiny.cc", "lnkd.in", "youtu.be", "forms.gle", "aka.ms", "v.gd", "qrco.de",
})  # fmt: skip
LONGEST_PATH = 60
_NO_WORDS = re.compile(r"[?=%&#]|/[^/]*\d[^/]*[a-z][^/]*\d|/[^/]*[A-Z][^/]*[a-z]\d")


def _bare_addresses(text: JudgedText) -> Iterator[Hit]:
    """Addresses in which no word says where they go, or that nobody can type from paper."""
    for match in _BARE.finditer(text.plain):
        site, path = match.group(1).lower(), match.group(2) or ""
        if site in _SHORTENERS or (path and (len(path) > LONGEST_PATH or _NO_WORDS.search(path))):
            message = f'the address "{match.group().strip()}" does not say where it goes'
            yield Hit(*match.span(), message, "link words that say it, or give a short address that people can type.")


RULES = (
    TextRule(
        code="HG212", severity=Severity.WARNING,
        in_text=all_of(where_said("here", by_pattern(_CLICK_HERE, "nobody can click on paper",
        "say what the link leads to.")),
                       _links,
                       where_said("http https www ly com gl co", _bare_addresses)),
        source="WCAG 2.2, 2.4.4 Link Purpose (In Context); NHS digital service manual, links",
        why="Nobody can click on paper; and a screen reader's list of links says “here”, “here”, “here”.",
        remedy="Let the link's words say what readers find there.",
        wrong=("Click here.", "You can find out about cramps here.", "For more, see [here](https://a.example).",
               "[Read more](https://a.example) about it.",
               "Go to [this page](https://a.example).", "Find out more at https://tinyurl.com/2p8xkq.",
               "See https://www.example.org/p?id=2291&ref=9a."),
        right=("The clicking here is harmless.", "We will tell you more about it here at the clinic.",
               "Read about it at www.example.org/conditions/cramps.",
               "See the [MS Society's pages on cramps](https://a.example)."),
    ),
    TextRule(
        code="HG229", severity=Severity.WARNING,
        in_text=where_said(_CUES, all_of(
            by_pattern(_ON_A_SCREEN, '"{}" does nothing on paper',
                       "say where to look, or what to do without a screen.", unless=_sends_nobody_there),
            by_pattern(_PLACE, '"{}" is somewhere else in other formats',
                       "name the part by its heading or its number."),
        )),
        source="WCAG 2.2, 1.3.3 Sensory Characteristics and 1.4.1 Use of Color; UKAAF: large print is laid out anew",
        why="On paper nothing can be clicked; in large print, in grey or read aloud, left, overleaf and red are "
            "not there.",
        remedy="Name the part by its heading or its number.",
        wrong=("Click on the button to book.", "Scroll down for more.", "Watch the video below.",
               "You can book on this website.",
               "See the picture on the left.", "There is more overleaf.", "Read the red box first.",
               "Text in red matters most."),
        right=("Your knee may click.", "Use of texts on this website needs permission.",
               "You can read more about knees at the library.",
               "You may feel pain on the left.", "Book at your clinic.",
               "See “When to get help”.", "Press the button on your pump."),
    ),
)  # fmt: skip
