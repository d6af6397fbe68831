"""Easy Read: the leaflet retold for people who find reading hard, a picture and one idea at a time, in large print.

Whom to call in an emergency stands in a frame on page 1; what keeps readers safe is all in it, by the leaflet's check.
"""

from __future__ import annotations

from handoutgen.content.easy_read import EasyRead
from handoutgen.content.model import Leaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.errors import HandoutError
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.contact import contact_lines
from handoutgen.layout.blocks.easy_pairs import drawing_panel, part_atoms, video_atoms
from handoutgen.layout.blocks.emergency_line import emergency_line
from handoutgen.layout.blocks.footer import Footer, text_pages
from handoutgen.layout.blocks.masthead import line_to_call, masthead
from handoutgen.layout.blocks.parts import contact_part
from handoutgen.layout.flow.atoms import EASY, Atom, glued, piece_atom, text_atoms, total_height
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.easy_read import videos_of

COVER_PICTURE = 0.46
"""How high the drawing under the title may be, as a share of the page: page 1 is then a cover."""
LEAST_PICTURE = 0.31
"""How high it is at least, as a share of the width: lower, and there is none."""
AFTER_COVER = -400.0
"""The first part stands on the page after a cover: no other break is worth more."""
MOST_WHITE = 1.7
"""White between the lines of a page that is not full, as a share of the usual."""


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """As many pages as it takes. Raises HandoutError for a leaflet without an Easy Read."""
    easy = leaflet.easy_read
    if easy is None:
        raise HandoutError(
            f"{leaflet.id} has no Easy Read.", "Write easy_read: in the leaflet, or choose another format."
        )
    root = Element("Document", language=leaflet.spoken)
    footer = Footer(setting, leaflet)
    depth = setting.grid.depth - footer.height
    atoms, is_cover = _opening(setting, root, leaflet, easy, depth)
    for number, part in enumerate(easy.parts, start=1):
        if part.pairs:  # where all of them are for other clinics, none are left
            first, *rest = part_atoms(setting, root, leaflet, part, number)
            atoms += [first.with_break(cost=AFTER_COVER) if is_cover and number == 1 else first, *rest]
    atoms += _ending(setting, root, leaflet, easy)
    pages = break_pages(atoms, depth, setting.memory).pages
    laid = text_pages(setting, pages, footer, most_white=MOST_WHITE)
    return Composed(root, laid, claims=_is_claimed, retells=True)


def _is_claimed(path: ModelPath) -> bool:
    return path[0] == "easy_read"


def _opening(
    setting: Setting, root: Element, leaflet: Leaflet, easy: EasyRead, depth: float
) -> tuple[list[Atom], bool]:
    """Whose it is, what it is about, and whom to call in an emergency, all on page 1; and whether that is a cover, with
    the leaflet's main drawing in the room that they leave."""
    over, under = setting.unit * 2, setting.unit * 2
    head = [masthead(setting, root, leaflet), *line_to_call(setting, root), *contact_lines(setting, root)]
    words = setting.kept_below(root, "easy title", lambda look, root: _title(look, root, easy))
    call = emergency_line(setting, root, setting.grid.full).with_break(before=under)
    opening = [*head, words.with_break(before=over), call]
    tall = min(setting.grid.depth * COVER_PICTURE, depth - total_height(opening) - over)
    figure = leaflet.main_figure
    if figure is None or tall < setting.grid.full * LEAST_PICTURE:
        return glued(opening), False
    panel = setting.kept(("easy cover", tall), lambda look: drawing_panel(look, None, figure, look.grid.full, tall))
    return glued([*opening[:-1], panel.with_break(before=over), call]), True


def _title(look: Look, root: Element, easy: EasyRead) -> Atom:
    element = root.add("H1", bookmark=easy.title)
    return piece_atom(
        look.text(element, easy.title, look.grid.full, look.scale.h1, bold=True, colour=look.palette.deep, balance=True)
    )


def _ending(setting: Setting, root: Element, leaflet: Leaflet, easy: EasyRead) -> list[Atom]:
    """Films, how to reach the clinic, and who tried it."""
    atoms = list(video_atoms(setting, root, videos)) if (videos := videos_of(setting.voice, leaflet)) else []
    contact = contact_part(setting, root)
    atoms += contact.atoms if contact else []
    tested = setting.text(root.add("P"), setting.voice.phrase(easy.tested), setting.grid.full)
    return [*atoms, *text_atoms(tested, before=setting.unit * 2, cost=EASY)]
