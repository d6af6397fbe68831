"""Draw pose files, and a PNG of each where rsvg-convert is at hand.

python tools/pose_sheet.py OUTDIR FILE… [--large] [--dpi=200] [--anchors]
"""

import shutil
import subprocess
import sys
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

import yaml
from pydantic import ValidationError

from handoutgen.content.poses.model import Pose
from handoutgen.drawing.scene import draw

GROUND = "#faf4ea"


def main() -> int:
    """Draw all the files; 1 if one of them could not be drawn."""
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    options = dict(word[2:].partition("=")[::2] for word in sys.argv[1:] if word.startswith("--"))
    out, files = Path(words[0]), [Path(word) for word in words[1:]]
    out.mkdir(parents=True, exist_ok=True)
    failed = 0
    for file in files:
        for pose in yaml.safe_load_all(file.read_text("utf-8")):
            failed += not _drawn(pose, out, options)
    return int(failed > 0)


def _drawn(content: dict[str, object], out: Path, options: dict[str, str]) -> bool:
    name = str(content.get("name"))
    try:
        drawing = draw(Pose.model_validate(content), "large" in options)
    except ValidationError as error:
        print(
            name,
            "NOT A POSE:",
            *(f"\n   {'.'.join(map(str, e['loc']))}: {e['msg']} {e.get('ctx', '')}" for e in error.errors()),
        )
        return False
    except Exception:
        print(name, "NOT DRAWN:", traceback.format_exc())
        return False
    svg = out / f"{name}.svg"
    svg.write_text(drawing.svg, "utf-8")
    print(name, len(drawing.svg), *(f"\n   {each.joint}: {each.text}" for each in drawing.complaints))
    if "anchors" in options:
        print("  ", {key: (round(x, 2), round(y, 2)) for key, (x, y) in drawing.anchors.items()})
    if converter := shutil.which("rsvg-convert"):
        dpi = options.get("dpi", "200")
        subprocess.run(
            [
                converter,
                "-d",
                dpi,
                "-p",
                dpi,
                "--background-color",
                GROUND,
                str(svg),
                "-o",
                str(svg.with_suffix(".png")),
            ],
            check=True,
        )
    return True


if __name__ == "__main__":
    raise SystemExit(main())
