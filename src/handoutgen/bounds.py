"""How many answers each memory of the program holds: all sizes in one table, with why they are enough.

A memory must have room for all that one clinic's leaflets ask of it, or it knows nothing when the second clinic comes;
more than that is memory that grows (see `memory`; `tests/leaflets/test_sharing.py` counts).
"""

from __future__ import annotations

from handoutgen.memory import Bound

GARBAGE_THRESHOLDS = (50_000, 10, 10)
"""How many new objects before Python looks for rings of dead ones. There are hardly any: a command makes some hundred
thousand objects that stay, a worker a million, and looking through them took a tenth of a command's time, a quarter of
a worker's."""

# A workshop, one per process. Enough for a batch that goes leaflet by leaflet.
LEAFLETS = Bound(32, on_trial=4, recalled=32)
CLINICS = Bound(48, on_trial=48, recalled=48)
SETTLED = Bound(16)
"""What lies beside a leaflet of a worker: three answers each, of leaflets that come after each other."""
LOGOS = Bound(32, on_trial=4, recalled=32)
FINDINGS = Bound(256, on_trial=32, recalled=256)
LOOKS = Bound(8)
"""Leaflets in a clinic's locale. Each holds all that its documents share, so the old goes before the new."""
LOOKS_OF_A_WORKER = Bound(1)
"""Clinics that look alike come after each other (`batch.order`), so that what the last ones shared can go."""

# What the documents of one look share.
FORMS = Bound(32, on_trial=32, recalled=32)
PARTS = Bound(256, on_trial=96, recalled=256)
"""More than a leaflet has parts and pages: what all clinics share is asked for each time, so it stays."""
SAID_BY_PARTS = Bound(512, on_trial=256)

PAGE_COSTS = Bound(4_000, on_trial=800)
"""Of each form and size, stretches of the pages that might be: a thousand for each amount of white that is tried."""
WAYS = Bound(1_000)
"""Of each form and size, the best ways to lay it out: a thousand clinics whose own lines come in 120 numbers of lines
need as many, and one that is sought anew takes as long as several leaflets."""
BREAKS = Bound(500, on_trial=100, recalled=500)
"""Where pages end, for each of these ways."""
HELP_LEVELS = Bound(96, on_trial=48, recalled=96)
"""Two of the three have a clinic's numbers, and giant print sets them in six ways."""
WHITE_IN_FRAMES = Bound(800, on_trial=100, recalled=800)
"""Of each form and size: help boxes of a few heights, each in up to sixty ways on two pages."""
PAGE_COUNTS = 4
"""Clinics' leaflets of one form differ in their number of pages, but not by much."""


def pages(count: int) -> Bound:
    """For the pages of leaflets that have about `count` of them."""
    return Bound(PAGE_COUNTS * count, on_trial=count + 10)


# A font book, one per process.
FONT_BOOKS = Bound(3)
"""With fonts of a project's own: one for each script, and one for a pack of several."""
SHAPED_WORDS = Bound(2_000, on_trial=250, recalled=2_000)
PARAGRAPHS = Bound(800, on_trial=150, recalled=800)
LAYOUTS = Bound(1_600, on_trial=200, recalled=1_600)
ROOMS_IN_HAND = SPACINGS = Bound(1_600, on_trial=200, recalled=1_600)
"""As many as there are layouts: each asks for the room of its lines, again and again."""
UNITS = Bound(2_000)
FONT_PROGRAMS = Bound(24, on_trial=3, recalled=24)
WEB_FONTS = Bound(16, on_trial=4, recalled=16)
"""Of each face: leaflets differ in few signs beside the alphabet."""

# What is drawn: some thirty leaflets, formats, sizes and colours at a time; on trial, those of the first clinics of
# each.
OPERANDS = Bound(6_000, on_trial=2_000)
"""Keys hold identities."""
DRAWN_SIDES = Bound(768, on_trial=200)
DRAWN_BRANCHES = Bound(512, on_trial=200)
OBJECT_STREAMS = Bound(256, on_trial=60, recalled=256)

# What is verified: what ten documents that share most pages have, eight forms of a clinic among them. On trial is all
# that the first of these clinics has in its forms. A form has some twenty sides, and fewer object streams, which weigh
# most: of these the first clinic's are taken apart once more when the second comes.
READ_STREAMS = Bound(512, on_trial=40, recalled=512)
CODE_MAPS = Bound(512, on_trial=200, recalled=512)
FONT_CODES = Bound(768, on_trial=200, recalled=768)
READ_PARTS = Bound(2_000, on_trial=400, recalled=4_000)
"""Marks of the pages that differ between clinics: some forty on each; a first clinic's leaflets have two thousand."""
READ_SIDES = Bound(768, on_trial=200, recalled=768)
READ_BRANCHES = Bound(512, on_trial=200)
BRANCH_FINDINGS = Bound(1_024, on_trial=400)
MEANINGS = Bound(256, on_trial=32, recalled=256)
STREAMS_OF_A_FILE = Bound(64, on_trial=8, recalled=64)
ONE = Bound(1, on_trial=1, recalled=1)
"""Where nobody hands in a memory that lasts."""

# A batch.
LEAFLET_PAYLOADS = Bound(16, on_trial=2, recalled=16)
"""Each pool of workers may be at another leaflet."""
CLINICS_AT_A_TIME = 40
"""All forms of these are built before the next clinics come: a workshop remembers more clinics than that."""
CLINIC_PAYLOADS = Bound(CLINICS_AT_A_TIME, on_trial=CLINICS_AT_A_TIME, recalled=CLINICS_AT_A_TIME)
UNPACKED = Bound(80)
"""Leaflets and clinics a worker keeps as files: as many as its workshop remembers."""

# Pure functions, for as long as the process lives.
PHRASES = Bound(4_096)
PROSE = Bound(2_048)
PHRASES_OF_PAGES = Bound(4_096)
FIXED_WORDS = Bound(64)
QR_SIZES = Bound(16)
"""Versions and levels of codes to scan: addresses of clinics need some four."""
PALETTES = Bound(64)
"""All forms of a clinic come after each other."""
WORD_LISTS = Bound(16)
WORDS_SPOKEN = Bound(20_000)
LOCALES = Bound(128)
CHARACTERS = Bound(4_096)
"""Whose script has been asked for: more than a leaflet in Chinese has."""
WORDS_FILES = Bound(64)
MODEL_PARTS = Bound(256)
MODEL_FIELDS = Bound(1_024)
RECTANGLES = Bound(1_024)
"""Where links are: some three hundred in three forms of a leaflet."""
ROWS_OF_PACKS = Bound(64)
CODES_TO_SCAN = Bound(64)
DRAWINGS = Bound(64)
SCENES = Bound(8)
"""A figure is written in some three weights of line, one after another."""
LARGEST_SCENE_KEPT = 100_000
"""Bytes of its file: what strangers drew may take sixty times as much as a scene. Ours have some 20,000."""
INLINE_DRAWINGS = Bound(128)
"""Figures and icons; keys hold identities."""
PHOTOGRAPHS = Bound(8)
ICONS = Bound(256)

# What is drawn for poses: the shapes of hands by view, twice for a figure and often again in the next pose.
HAND_SHAPES = Bound(64)

# What a check of many leaflets asks again and again: poses that they share.
POSES = Bound(128)

# A warm process behind the command, for as long as its user wants it.
WARM_FOLDERS = Bound(2)
"""Projects whose leaflets it keeps: who works in two goes to and fro."""
WARM_MEMORY = 700_000_000
"""Bytes. One leaflet for fifteen clinics takes 115 MB in all, so there is room for the looks of two projects; what
grows beyond is let go, and if that does not help, the process ends."""
