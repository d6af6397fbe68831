"""A figure names a pose: its drawing, its words and its labels' places are found, and nothing is drawn."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from handoutgen.batch.payload import leaflet_payload, unpack
from handoutgen.build import Order, build
from handoutgen.check.drawings import check_drawings, check_pose
from handoutgen.content.load import draft_leaflet
from handoutgen.content.model import Leaflet
from handoutgen.content.poses.load import LoadedPose, load_pose
from handoutgen.content.poses.stamp import REVISION, Stamp, file_digest, stamp_of, stamped
from handoutgen.content.sections import Figure
from handoutgen.diagnostics import Diagnostic
from handoutgen.examining import examine
from handoutgen.library.posed_figures import files_of_pose, files_of_poses, posed_figures, with_poses
from handoutgen.preview import inputs_of
from handoutgen.workshop import Workshop
from service.drawn_poses import STAND

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 12, 1)
LEAFLET = (
    (ROOT / "tests/content/fixtures/leaflet/en-GB.yaml")
    .read_text(encoding="utf-8")
    .replace("icon: walk", "icon: walking")
    .replace("icon: ice", "icon: hot-and-cold")
    .replace("{clinic.phone}", "the clinic")
    .replace("{clinic.emergency_number}", "999")
)
OLD = LEAFLET[LEAFLET.index("    file: knee.svg") : LEAFLET.index("    credit:")]
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="60mm" viewBox="0 0 40 60">
<path d="M5 5L35 5L20 50Z" fill="#005f6b"/>
<path d="M8 8L30 8L20 40Z" fill="#cce0e2"/>
</svg>
"""


def figure_of(whole: Leaflet) -> Figure | None:
    """The picture of what the condition is."""
    assert whole.about is not None
    return whole.about.figure


def posed(pose: str = "pose: stand") -> str:
    """The small leaflet with another figure."""
    return LEAFLET.replace(OLD, f"    {pose}\n    caption: Standing\n")


def leaflet(folder: Path, text: str) -> Path:
    path = folder / "handouts" / "sore-knee" / "en-GB.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def drawn(folder: Path, alt: str = "Standing upright.", revision: int = REVISION, name: str = "stand") -> Path:
    """A pose with its drawing in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    pose = folder / f"{name}.yaml"
    pose.write_text(STAND.replace("Standing upright.", alt).replace("name: stand", f"name: {name}"), encoding="utf-8")
    loaded = load_pose(pose)
    stamp = Stamp(name, loaded.digest, revision, {"near_knee": (0.25, 0.75)}, loaded.file_digest)
    pose.with_suffix(".svg").write_text(stamped(SVG, stamp), encoding="utf-8", newline="\n")
    return pose


def errors(path: Path) -> list[tuple[str, str]]:
    found: tuple[Diagnostic, ...] = examine(Workshop().leaflet(path), None, TODAY, Workshop())
    return [
        (f.code, str(f.severity)) for f in found if f.code in ("HG022", "HG067", "HG069", "HG077") or "HG09" in f.code
    ]


def test_a_poses_drawing_and_its_words_stand_in_for_the_name(tmp_path: Path) -> None:
    pose = drawn(tmp_path / "poses" / "back")
    path = leaflet(tmp_path, posed())
    loaded = Workshop().leaflet(path)
    figure = figure_of(loaded.leaflet)
    assert figure is not None
    assert (figure.file, figure.alt, figure.caption) == ("stand.svg", "Standing upright.", "Standing")
    assert loaded.drawings == {"stand.svg": pose.with_suffix(".svg")}
    assert loaded.figures_folder("stand.svg") == pose.parent
    assert loaded.figures_folder("other.svg") == path.parent / "figures"
    assert errors(path) == []


def test_the_leaflets_own_words_come_before_the_poses(tmp_path: Path) -> None:
    drawn(tmp_path / "poses")
    figure = figure_of(Workshop().leaflet(leaflet(tmp_path, posed("pose: stand\n    alt: My own words."))).leaflet)
    assert figure is not None and figure.alt == "My own words."


def test_the_nearest_drawing_is_shown(tmp_path: Path) -> None:
    path = leaflet(tmp_path, posed("pose: sit-to-stand"))
    places = [tmp_path / "poses" / "x", tmp_path / "handouts" / "poses" / "y", path.parent / "figures"]
    seen = [files_of_pose("sit-to-stand", path.parent)]
    for place in places:
        drawn(place, name="sit-to-stand")
        seen.append(files_of_pose("sit-to-stand", path.parent))
    shipped = ROOT / "handouts/poses/balance-falls/sit-to-stand.yaml"
    assert [files.pose for files in seen if files] == [shipped, *(place / "sit-to-stand.yaml" for place in places)]


def test_a_leaflet_elsewhere_has_the_poses_beside_it(tmp_path: Path) -> None:
    drawn(tmp_path / "poses")
    assert files_of_pose("stand", tmp_path) is not None
    assert files_of_pose("stand", tmp_path / "deeper") is None


@pytest.mark.parametrize(
    ("figure", "code", "label"),
    [
        ("pose: stant", "HG094", 'did you mean "stand"?'),
        ("pose: undrawn", "HG095", ""),
        ("pose: wordless", "HG099", ""),
        ("pose: stand\n    labels: [{text: Knee, at: far_knee}]", "HG098", ""),
    ],
)
def test_what_is_missing_is_an_error_at_the_word_that_names_it(
    tmp_path: Path, figure: str, code: str, label: str
) -> None:
    drawn(tmp_path / "poses")
    drawn(tmp_path / "poses", name="undrawn").with_suffix(".svg").unlink()
    drawn(tmp_path / "poses", name="wordless").unlink()
    loaded = with_poses(draft_leaflet(path := leaflet(tmp_path, posed(figure))))
    last = ("labels", 0, "at") if code == "HG098" else ("pose",)
    line = loaded.sources.span(("about", "figure", *last)).line
    assert [(f.code, f.label, f.span.line) for f in loaded.diagnostics if f.is_error] == [(code, label, line)]
    assert (code, "error") in errors(path)


def test_a_leaflet_in_another_language_needs_words_of_its_own(tmp_path: Path) -> None:
    pose = drawn(tmp_path / "poses")
    text = posed().replace("language: en-GB", "language: cy")
    assert errors(leaflet(tmp_path, text)) == [("HG099", "error")]
    assert errors(leaflet(tmp_path, text.replace("pose: stand", "pose: stand\n    alt: Sefyll."))) == []
    pose.write_text(pose.read_text(encoding="utf-8") + "language: cy\n", encoding="utf-8")
    assert errors(leaflet(tmp_path, text)) == []


def test_a_small_picture_of_a_section_needs_no_words(tmp_path: Path) -> None:
    drawn(tmp_path / "poses")
    small = "    text: Take breaks.\n    picture: {pose: stand}\n"
    text = LEAFLET.replace("language: en-GB", "language: cy").replace("    text: Take breaks.\n", small)
    path = leaflet(tmp_path, text)
    assert ("HG099", "error") not in errors(path)
    picture = Workshop().leaflet(path).leaflet.sections[0].picture
    assert picture is not None and picture.file == "stand.svg"
    lost = text.replace("pose: stand", "pose: stant")
    assert ("HG094", "error") in errors(leaflet(tmp_path, lost))


def test_a_poses_words_are_judged_in_its_own_file(tmp_path: Path) -> None:
    words = "Standing and " * 12 + "standing."
    pose, path = drawn(tmp_path / "poses", alt=words), leaflet(tmp_path, posed())
    assert [(f.code, f.span.line) for f in check_pose(load_pose(pose))] == [("HG201", 4)]
    told = examine(Workshop().leaflet(path), None, TODAY, Workshop())
    assert [f for f in told if f.code == "HG201" and f.span.line == 23] == []
    german = pose.read_text(encoding="utf-8") + "language: de\n"
    pose.write_text(german, encoding="utf-8")
    assert check_pose(load_pose(pose)) == ()


def test_a_label_points_at_a_part_of_the_person(tmp_path: Path) -> None:
    drawn(tmp_path / "poses")
    labels = "\n    labels: [{text: Knee, at: right_knee}, {text: Corner, x: 0.5, y: 1}]"
    figure = figure_of(Workshop().leaflet(leaflet(tmp_path, posed("pose: stand" + labels))).leaflet)
    assert figure is not None
    assert [(label.x, label.y) for label in figure.labels] == [(0.25, 0.75), (0.5, 1)]


@pytest.mark.parametrize(
    ("figure", "found"),
    [
        ("pose: stand\n    file: knee.svg", [("HG069", "error")]),
        ("file: knee.svg", [("HG022", "error")]),
        ("alt: Words.", [("HG022", "error")]),
        ("pose: stand\n    labels: [{text: A, at: near_knee, x: 0.1}]", [("HG069", "error")]),
        ("pose: stand\n    labels: [{text: A, x: 0.1}]", [("HG022", "error")]),
        ("file: knee.svg\n    alt: A knee.\n    labels: [{text: A, at: near_knee}]", [("HG069", "error")]),
    ],
)
def test_a_figure_says_one_thing_in_one_way(tmp_path: Path, figure: str, found: list[tuple[str, str]]) -> None:
    drawn(tmp_path / "poses")
    path = leaflet(tmp_path, posed(figure))
    (path.parent / "figures").mkdir()
    (path.parent / "figures" / "knee.svg").write_text(SVG, encoding="utf-8")
    assert errors(path) == found


def test_a_drawing_out_of_step_with_its_pose_is_a_warning(tmp_path: Path) -> None:
    pose, path = drawn(tmp_path / "poses"), leaflet(tmp_path, posed())
    text = pose.read_text(encoding="utf-8")
    pose.write_text(text.replace("title: Standing", "title: Upright"), encoding="utf-8")
    assert errors(path) == []
    pose.write_text(text.replace("53", "52"), encoding="utf-8")
    assert errors(path) == [("HG096", "warning")]
    pose.write_text(text.replace("at:", "att:"), encoding="utf-8")
    assert errors(path) == [("HG096", "warning")]


def test_a_pose_that_nobody_has_touched_since_it_was_drawn_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pose, path = drawn(tmp_path / "poses"), leaflet(tmp_path, posed())
    read: list[Path] = []

    def noted(path: Path) -> LoadedPose:
        read.append(path)
        return load_pose(path)

    monkeypatch.setattr("handoutgen.content.poses.load.load_pose", noted)
    assert (errors(path), read) == ([], [])
    text = pose.read_bytes()
    pose.write_bytes(text.replace(b"\n", b"\r\n"))  # as Git writes it on Windows
    assert (errors(path), read) == ([], [])
    pose.write_bytes(text + b"# a note\n")
    assert (errors(path), read) == ([], [pose])


def test_all_drawings_that_ship_know_the_file_they_were_made_from() -> None:
    poses = [path for path in sorted((ROOT / "handouts").rglob("*.yaml")) if path.with_suffix(".svg").is_file()]
    stamps = {path: stamp_of(path.with_suffix(".svg")) for path in poses}
    assert len(poses) > 60
    assert [path for path, stamp in stamps.items() if not stamp or stamp.file != file_digest(path.read_bytes())] == []


def test_a_drawing_without_a_stamp_is_a_warning(tmp_path: Path) -> None:
    drawn(tmp_path / "poses").with_suffix(".svg").write_text(SVG, encoding="utf-8")
    assert errors(leaflet(tmp_path, posed())) == [("HG096", "warning")]


def test_a_drawing_by_an_older_engine_is_a_note(tmp_path: Path) -> None:
    drawn(tmp_path / "poses", revision=REVISION - 1)
    assert errors(leaflet(tmp_path, posed())) == [("HG097", "note")]


def test_a_pose_of_its_own_is_checked_with_its_drawing(tmp_path: Path) -> None:
    pose = drawn(tmp_path)
    assert check_pose(load_pose(pose)) == ()
    pose.with_suffix(".svg").unlink()
    assert [(f.code, str(f.severity)) for f in check_pose(load_pose(pose))] == [("HG095", "warning")]


def test_a_leaflet_without_poses_is_left_alone(tmp_path: Path) -> None:
    loaded = draft_leaflet(leaflet(tmp_path, LEAFLET))
    assert with_poses(loaded) is loaded
    assert (list(posed_figures(loaded.leaflet)), check_drawings(loaded)) == ([], [])


def test_a_changed_pose_is_seen_by_a_workshop_that_has_read_the_leaflet_before(tmp_path: Path) -> None:
    drawn(tmp_path / "poses")
    workshop, path = Workshop(), leaflet(tmp_path, posed())
    before, digest = workshop.leaflet(path), workshop.figures_digest(workshop.leaflet(path))
    assert workshop.leaflet(path) is before
    pose = tmp_path / "poses" / "stand.yaml"
    pose.write_text(pose.read_text(encoding="utf-8").replace("Standing upright.", "Standing tall."), encoding="utf-8")
    figure = figure_of(workshop.leaflet(path).leaflet)
    assert figure is not None and figure.alt == "Standing tall."
    assert workshop.figures_digest(workshop.leaflet(path)) == digest
    pose.with_suffix(".svg").write_text(SVG, encoding="utf-8")
    assert workshop.figures_digest(workshop.leaflet(path)) != digest


def test_a_pose_travels_with_its_leaflet(tmp_path: Path) -> None:
    drawn(tmp_path / "poses")
    path = leaflet(tmp_path, posed())
    payload = leaflet_payload(path)
    assert [name for name, _ in payload.files] == ["figures/stand.yaml", "figures/stand.svg"]
    away = unpack(payload, tmp_path / "away" / "row")
    here, there = (built(each) for each in (path, away))
    assert here == there
    drawn(tmp_path / "poses", alt="Standing tall.")
    assert leaflet_payload(path).digest != payload.digest


def built(path: Path, clinic: Path | None = None) -> bytes:
    return build(Order(path, clinic, "a4", "standard", TODAY), Workshop()).data


def test_a_poses_files_are_watched(tmp_path: Path) -> None:
    pose = drawn(tmp_path / "poses")
    path = leaflet(tmp_path, posed())
    files = [pose, pose.with_suffix(".svg")]
    assert files_of_poses(["stand", "none"], path.parent) == files
    assert set(files) <= set(inputs_of(path, None, tmp_path / "fonts"))
    path.unlink()
    assert not set(files) & set(inputs_of(path, None, tmp_path / "fonts"))


def test_building_and_checking_need_no_library_that_draws(tmp_path: Path) -> None:
    drawn(tmp_path / "poses")
    path = leaflet(tmp_path, posed())
    code = f"""
import sys
sys.modules["numpy"] = sys.modules["shapely"] = None
from handoutgen.cli.boundary import guarded
from handoutgen.cli.entry import app
words = [["build", {str(path)!r}, "--out", {str(tmp_path / "out")!r}], ["check", {str(tmp_path)!r}]]
codes = [guarded(app, [*each, "--today", "2026-12-01"]) for each in words]
assert not any(name.startswith("handoutgen.drawing") for name in sys.modules), "the drawing room was opened"
print(codes)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "[0, 0]", done.stdout + done.stderr
    assert list((tmp_path / "out").glob("*.pdf"))
